using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>The records of a store, with reviews applied.</summary>
internal static class StoreRecords
{
    public static IEnumerable<Outcome<Record>> Of(string path, string? crisis)
    {
        using var store = StoreOption.Open(path);
        if (crisis is not null && !store.Crises.List().Any(known => known.Name == crisis))
            throw new UsageException($"{path} has no crisis '{crisis}': it has {string.Join(", ", store.Crises.List().Select(known => known.Name).DefaultIfEmpty("none"))}.");
        foreach (var record in store.Queries.Records(crisis))
            yield return new(record, null, []);
    }
}
