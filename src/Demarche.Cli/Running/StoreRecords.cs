using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>The records of a store, with reviews applied.</summary>
internal static class StoreRecords
{
    public static IEnumerable<Outcome<Record>> Of(string path, string? crisis)
    {
        using var store = StoreOption.Open(path);
        StoreOption.CheckCrisis(store, crisis);
        foreach (var record in store.Queries.Records(crisis))
            yield return new(record, null, []);
    }
}
