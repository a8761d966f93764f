using System.Diagnostics;
using Demarche.Store;

namespace Demarche.Bench;

/// <summary>
/// How long a store takes for what the desk's pages ask: one user who opens page after page, each on another day, then twenty at once.
/// Where other work shares the cores, the time of computing tells more than the clock.
/// </summary>
internal static class StoreQueryTimes
{
    private const int Rounds = 40;
    private const int Users = 20;
    private const int RoundsOfEach = 4;

    /// <summary>Times all questions, or those whose names begin so.</summary>
    public static void Run(string path, string only = "")
    {
        using var store = CrisisStore.Open(path);
        var queries = store.Queries;
        var counts = queries.Counts();
        var last = queries.LastDay()!.Value;
        var bytes = new FileInfo(path).Length;
        var text = only.Length > 0 ? 1 : queries.Records().Sum(record => (long)System.Text.Encoding.UTF8.GetByteCount(record.Text));
        Console.WriteLine($"{counts}");
        Console.WriteLine($"{bytes / 1e6:0.0} MB, {bytes / counts.Articles:0} bytes an article, {(double)bytes / text:0.00} times the text");
        Console.WriteLine($"{"",-26} one user: median      p95   computing   twenty users: p95");
        var actors = queries.Entities(new() { Kind = "person" }, new(0, Rounds)).Items;
        var words = queries.Articles(new(), new(0, Rounds)).Items.Select(item => item.Snippet.Split(' ').Where(word => word.All(char.IsLetter)).MaxBy(word => word.Length) ?? "the").ToList();
        var articles = queries.Articles(new(), new(500, Rounds)).Items;
        var office = queries.Offices().Select(item => item.Office).FirstOrDefault() ?? "";
        var matters = queries.Matters(new(), new(0, Rounds)).Items;
        Asked("overview, a new day", at => queries.Overview(new() { AsOf = last.AddDays(-at * 3) }));
        Asked("overview, asked before", at => queries.Overview(new() { AsOf = last.AddDays(-at % Rounds * 3) }));
        Asked("camps, a new day", at => queries.Camps(last.AddDays(-(at * 3) - 1)));
        Asked("search by words", at => queries.Articles(new() { Search = words[at % words.Count] }, new(0, 20)));
        Asked("search, best first", at => queries.Articles(new() { Search = words[at % words.Count], ByRelevance = true }, new(0, 20)));
        Asked("article", at => queries.Article(articles[at % articles.Count].Id));
        Asked("actors", at => queries.Entities(new(), new(at * 50, 50)));
        Asked("actor", at => queries.Actor(actors[at % actors.Count].Key));
        Asked("positions", at => queries.Positions(new() { AsOf = last.AddDays(-at * 7) }));
        Asked("matrix", at => queries.Matrix(last.AddDays(-at * 7)));
        Asked("recognition", at => queries.Recognition(office, last.AddDays(-at * 7)));
        Asked("statements of whom", at => queries.Statements(new() { About = actors[at % actors.Count].Key }));
        Asked("statements by words", at => queries.Statements(new() { Search = words[at % words.Count] }));
        Asked("demands", at => queries.Demands(new() { AsOf = last.AddDays(-at), States = ["open"] }));
        Asked("matters of figures", at => queries.Matters(new() { Until = last.AddDays(-at) }));
        Asked("figures of a matter", at => queries.Series(matters[at % matters.Count].Id, last));
        Asked("events", at => queries.Events(new() { Until = last.AddDays(-at) }));
        Asked("events of an actor", at => queries.Events(new() { Entity = actors[at % actors.Count].Key }));
        Asked("events by week", at => queries.EventCounts(new() { From = last.AddDays(-365 - at) }));
        Asked("map", at => queries.Map(new() { From = last.AddDays(-30 - at), Until = last.AddDays(-at) }));
        Asked("tension", at => queries.Tension(last.AddDays(-at * 3)));

        void Asked(string name, Func<int, object?> ask)
        {
            if (name.StartsWith(only, StringComparison.Ordinal))
                Time(name, ask);
        }
    }

    private static void Time(string name, Func<int, object?> ask)
    {
        ask(Rounds + (Users * RoundsOfEach));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var alone = Enumerable.Range(0, Rounds).Select(at => Once(ask, at)).Order().ToArray();
        var computing = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds;
        var times = new double[Users * RoundsOfEach];
        var users = Enumerable.Range(0, Users).Select(user => new Thread(() =>
        {
            for (var round = 0; round < RoundsOfEach; round++)
                times[(user * RoundsOfEach) + round] = Once(ask, Rounds + (user * RoundsOfEach) + round);
        })).ToList();
        users.ForEach(user => user.Start());
        users.ForEach(user => user.Join());
        Array.Sort(times);
        Console.WriteLine($"{name,-26} {alone[Rounds / 2],16:0.0} {alone[(int)(Rounds * 0.95)],8:0.0} {computing,11:0.0} {times[(int)(times.Length * 0.95)],19:0.0}");
    }

    private static double Once(Func<int, object?> ask, int at)
    {
        var clock = Stopwatch.GetTimestamp();
        ask(at);
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }
}
