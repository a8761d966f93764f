using System.Diagnostics;
using Demarche.Cli;
using Demarche.Records;
using Demarche.Store;
using Demarche.Tests.Ledgers;
using Microsoft.Data.Sqlite;

namespace Demarche.Tests.Store;

/// <summary>A program that adds is killed at any moment; what it said it has kept is there, and the file is sound.</summary>
public sealed class CrashTests
{
    // Starting a program takes most of the time: DEMARCHE_CRASH_RUNS=1000 tries harder.
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_CRASH_RUNS"), out var runs) ? runs : 30;
    private const int Records = 60;

    [Fact]
    public void Nothing_that_was_acknowledged_is_lost()
    {
        using var folder = new StoreFolder();
        var random = new Random(8);
        List<string> acknowledged = [];
        Parallel.For(0, 2, lane =>
        {
            for (var run = lane; run < Runs; run += 2)
            {
                var input = folder.Path($"records-{run}.jsonl");
                File.WriteAllLines(input, Enumerable.Range(0, Records).Select(number => RecordJson.Write(RecordMaker.Make($"{run}-{number}", "2019-01-24", Words(run, number))
                    .Event("COERCE", "maduro", "guaido", "2019-01-24").Position("mexico", "neutral", "maduro", "2019-01-24").Demand("usa", "maduro", "2019-01-27").Killed(number, "usa").Quote("trump", 0, 10))));
                int patience, wait;
                lock (random)
                    (patience, wait) = (random.Next(0, 12), random.Next(0, 30));
                var ids = AddUntilKilled(input, folder.Path($"lane{lane}.db"), patience, wait);
                lock (acknowledged)
                    acknowledged.AddRange(ids);
            }
        });
        Assert.True(acknowledged.Count > Runs, $"only {acknowledged.Count} articles were added before the kills: the test tests nothing.");
        HashSet<string> kept = new(StringComparer.Ordinal);
        foreach (var lane in new[] { "lane0.db", "lane1.db" })
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Path(lane), Pooling = false }.ConnectionString))
            {
                connection.Open();
                using var check = connection.CreateCommand();
                check.CommandText = "pragma integrity_check";
                Assert.Equal("ok", check.ExecuteScalar());
                check.CommandText = "insert into article_words(article_words) values('integrity-check')";
                check.ExecuteNonQuery();
                // An article is there with all its rows or not at all.
                check.CommandText = "select count(*) from articles a where (select count(*) from events e where e.article = a.num) <> 1 or (select count(*) from figures f where f.article = a.num) <> 1 or not exists(select 1 from bodies b where b.article = a.num)";
                Assert.Equal(0L, check.ExecuteScalar());
            }
            using var store = CrisisStore.Open(folder.Path(lane));
            kept.UnionWith(store.Queries.Records().Select(record => record.Id));
        }
        Assert.DoesNotContain(acknowledged, id => !kept.Contains(id));
    }

    // Kills the program after some acknowledgements and some milliseconds; gives the ids that it has acknowledged.
    private static List<string> AddUntilKilled(string input, string store, int patience, int wait)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(ExitCode).Assembly.Location, "add", input, "--store", store, "--ids", "--batch", "1", "--jobs", "1" })
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        List<string> ids = [];
        while (ids.Count <= patience && process.StandardOutput.ReadLine() is { } line)
            ids.Add(line);
        if (wait > 0)
            Thread.Sleep(wait);
        process.Kill();
        // What stands in the pipe was acknowledged too; a last line without its end may have been cut.
        var rest = process.StandardOutput.ReadToEnd();
        ids.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        process.WaitForExit();
        return ids;
    }

    private static string Words(int run, int number) => string.Join(' ', Enumerable.Range(0, 12).Select(at => $"word{(run * 7919) + (number * 31) + (at * at)}")) + ".";
}
