using System.Diagnostics;
using Demarche.Store;

namespace Demarche.Bench;

/// <summary>How long a store takes for what the desk's pages ask, as a user who opens one page after another on different days.</summary>
internal static class StoreQueryTimes
{
    private const int Rounds = 30;

    public static void Run(string path)
    {
        using var store = CrisisStore.Open(path);
        var queries = store.Queries;
        var counts = queries.Counts();
        var last = queries.LastDay()!.Value;
        Console.WriteLine($"{counts}, {new FileInfo(path).Length / 1e6:0} MB");
        var actors = queries.Entities(new() { Kind = "person" }, new(0, Rounds)).Items;
        var words = queries.Articles(new(), new(0, Rounds)).Items.Select(item => item.Snippet.Split(' ').Where(word => word.All(char.IsLetter)).MaxBy(word => word.Length) ?? "the").ToList();
        var articles = queries.Articles(new(), new(500, Rounds)).Items;
        var office = queries.Offices().Select(item => item.Office).FirstOrDefault() ?? "";
        var matters = queries.Matters(new(), new(0, Rounds)).Items;
        Time("overview", at => queries.Overview(new() { AsOf = last.AddDays(-at) }));
        Time("overview again", at => queries.Overview(new() { AsOf = last.AddDays(-at) }));
        Time("search by words", at => queries.Articles(new() { Search = words[at % words.Count] }, new(0, 20)));
        Time("search by words, best first", at => queries.Articles(new() { Search = words[at % words.Count], ByRelevance = true }, new(0, 20)));
        Time("article", at => queries.Article(articles[at % articles.Count].Id));
        Time("actors", at => queries.Entities(new(), new(at * 50, 50)));
        Time("actor", at => queries.Actor(actors[at % actors.Count].Key));
        Time("matrix", at => queries.Matrix(last.AddDays(-at * 7)));
        Time("recognition", at => queries.Recognition(office, last.AddDays(-at * 7)));
        Time("statements of whom", at => queries.Statements(new() { About = actors[at % actors.Count].Key }));
        Time("statements by words", at => queries.Statements(new() { Search = words[at % words.Count] }));
        Time("demands", at => queries.Demands(new() { AsOf = last.AddDays(-at), States = ["open"] }));
        Time("figures of a matter", at => queries.Series(matters[at % matters.Count].Id, last));
        Time("events", at => queries.Events(new() { Until = last.AddDays(-at) }));
        Time("events of an actor", at => queries.Events(new() { Entity = actors[at % actors.Count].Key }));
        Time("events by week", at => queries.EventCounts(new() { From = last.AddDays(-365 - at) }));
        Time("map", at => queries.Map(new() { From = last.AddDays(-30 - at), Until = last.AddDays(-at) }));
    }

    private static void Time(string name, Func<int, object?> ask)
    {
        var times = new double[Rounds];
        for (var at = 0; at < Rounds; at++)
        {
            var clock = Stopwatch.GetTimestamp();
            ask(at);
            times[at] = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine($"{name,-30} median {times[Rounds / 2],8:0.0} ms   p95 {times[(int)(Rounds * 0.95)],8:0.0} ms");
    }
}
