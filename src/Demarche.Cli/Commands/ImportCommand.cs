using System.CommandLine;
using Demarche.Cli.Running;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche import FOLDER --store crisis.db</c>: reads back what export wrote into a folder.</summary>
internal static class ImportCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "What demarche export --to FOLDER wrote." };
        var store = StoreOption.Create(isRequired: true);
        var command = new Command("import", "Reads a store's export back: articles, records, reviews, crises and watches.") { folder, store };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(folder)!, parsed.GetValue(store)!, cancel));
        return command;
    }

    private static async Task<int> Run(string folder, string path, CancellationToken cancel)
    {
        using var store = StoreOption.OpenOrCreate(path);
        await StoreArchive.ReadAsync(store, folder, cancel).ConfigureAwait(false);
        await store.RefreshAsync(cancel).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
