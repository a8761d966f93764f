using System.CommandLine;
using Demarche.Api.Mcp;
using Demarche.Store;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche mcp --store FILE</c>: the tools of the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var store = new Option<string>("--store") { Description = "The store.", HelpName = "FILE", Required = true };
        var lexicon = SharedOptions.LexiconOption();
        var command = new Command("mcp", "Serves a store's record to language models, as tools of the Model Context Protocol over standard input and output.") { store, lexicon };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(store)!, parsed.GetValue(lexicon), cancel));
        return command;
    }

    private static async Task<int> Run(string path, string? lexicon, CancellationToken cancel)
    {
        var knowledge = SharedOptions.LexiconOf(lexicon);
        var coder = new Lazy<Coder>(() => new CoderBuilder().UseLexicon(knowledge).AddAll().Build());
        try
        {
            using var store = CrisisStore.Open(path);
            await StdioServer.RunAsync(store, () => coder.Value, cancel).ConfigureAwait(false);
            return ExitCode.Ok;
        }
        catch (StoreException error)
        {
            throw new UsageException(error.Message);
        }
    }
}
