using System.Diagnostics;
using Demarche.Cli;
using Demarche.Store;
using Demarche.Tests.House;

namespace Demarche.Tests.Store;

/// <summary>The verbs that work on a store, as a user runs them.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_then_ledger_brief_whatif_and_export()
    {
        var store = _folder.Path("crisis.db");
        var samples = Path.Combine(Repository.Root, "samples", "caracas");
        Assert.Contains("18 added", Run("add", samples, "--store", store).Error, StringComparison.Ordinal);
        var again = Run("add", samples, "--store", store).Error;
        Assert.Contains("0 articles, 0 failures, 18 done before", again, StringComparison.Ordinal);
        Assert.Contains("\"article_count\":18", Run("ledger", "--store", store).Output, StringComparison.Ordinal);
        Assert.Contains("Venezuela", Run("brief", "--store", store, "--as-of", "2019-02-05").Output, StringComparison.Ordinal);
        Assert.Contains("no forecast", Run("whatif", "--store", store, "Mexico supports Guaidó").Output, StringComparison.Ordinal);
        foreach (var (name, options) in new[] { ("r.jsonl", ""), ("e.csv", ""), ("e.parquet", ""), ("n.graphml", ""), ("p.tsv", "polecat"), ("i.tsv", "icews"), ("p.jsonl", "plover") })
        {
            Run(["export", "--store", store, "--to", _folder.Path(name), .. options.Length > 0 ? new[] { "--schema", options } : []]);
            Assert.True(new FileInfo(_folder.Path(name)).Length > 500, name);
        }
        Run("export", "--store", store, "--to", _folder.Path("all"));
        Run("import", _folder.Path("all"), "--store", _folder.Path("again.db"));
        using var copy = CrisisStore.Open(_folder.Path("again.db"));
        Assert.Equal(18, copy.Queries.Counts().Articles);
        Assert.Contains("is not there", Run(2, "ledger", "--store", _folder.Path("none.db")).Error, StringComparison.Ordinal);
        Assert.Contains("no crisis", Run(2, "brief", "--store", store, "--crisis", "x").Error, StringComparison.Ordinal);
    }

    private static (string Output, string Error) Run(params string[] arguments) => Run(0, arguments);

    private static (string Output, string Error) Run(int status, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(ExitCode).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == status, $"{string.Join(' ', arguments)}: {process.ExitCode} {error.Result}");
        return (output, error.Result);
    }
}
