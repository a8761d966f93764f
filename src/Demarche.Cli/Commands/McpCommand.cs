using System.CommandLine;
using Demarche.Api.Mcp;
using Demarche.Cli.Running;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche mcp --store FILE</c>: the tools of the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create(isRequired: true);
        var lexicon = SharedOptions.LexiconOption();
        var command = new Command("mcp", "Serves a store's record to language models, as tools of the Model Context Protocol over standard input and output.") { store, lexicon };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(store)!, parsed.GetValue(lexicon), cancel));
        return command;
    }

    private static async Task<int> Run(string path, string? lexicon, CancellationToken cancel)
    {
        var knowledge = SharedOptions.LexiconOf(lexicon);
        var coder = new Lazy<Coder>(() => SharedOptions.CoderOf(knowledge));
        using var store = StoreOption.Open(path, knowledge);
        await StdioServer.RunAsync(store, () => coder.Value, cancel).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
