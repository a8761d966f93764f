using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Demarche.Store;

namespace Demarche.Bench;

/// <summary>A line for each of a store's slow answers on several days, with a digest: what a change for speed must leave as it is.</summary>
internal static class StoreAnswers
{
    /// <summary>Writes the lines and, where a folder is given, each answer as a file in it.</summary>
    public static void Write(string path, string? folder = null)
    {
        using var store = CrisisStore.Open(path);
        var queries = store.Queries;
        var last = queries.LastDay()!.Value;
        var offices = queries.Offices();
        for (var at = 0; at < 12; at++)
        {
            var day = last.AddDays(-at * 37);
            Say(folder, "overview", day, queries.Overview(new() { AsOf = day }));
            Say(folder, "camps", day, queries.Camps(day));
            Say(folder, "matrix", day, queries.Matrix(day));
            Say(folder, "recognition", day, queries.Recognition(offices[at % offices.Count].Office, day));
            Say(folder, "matters", day, queries.Matters(new() { Until = day }));
            Say(folder, "tension", day, queries.Tension(day));
            Say(folder, "positions", day, queries.Positions(new() { AsOf = day }));
            Say(folder, "demands", day, queries.Demands(new() { AsOf = day, States = ["open"] }));
            Say(folder, "events", day, queries.Events(new() { Until = day }));
        }
        foreach (var actor in queries.Entities(new(), new(0, 20)).Items)
            Say(folder, "actor", last, queries.Actor(actor.Key, last.AddDays(-30)));
    }

    private static void Say(string? folder, string question, DateOnly day, object? answer)
    {
        var json = JsonSerializer.Serialize(answer);
        if (folder is not null)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{question}-{day:yyyy-MM-dd}.json"), json);
        Console.WriteLine($"{question,-12} {day:yyyy-MM-dd} {json.Length,9} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16]}");
    }
}
