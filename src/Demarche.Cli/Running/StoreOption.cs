using System.CommandLine;
using Demarche.Knowledge;
using Demarche.Store;

namespace Demarche.Cli.Running;

/// <summary>The option that names a store, and the opening of it.</summary>
internal static class StoreOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Create(bool isRequired = false) => new("--store") { Description = "The store: one file that holds articles, records and reviews.", HelpName = "FILE", Required = isRequired };

    /// <summary>The option that picks one crisis of a store.</summary>
    public static Option<string?> Crisis() => new("--crisis") { Description = "Only the articles of this crisis of the store.", HelpName = "NAME" };

    /// <summary>A store that is there.</summary>
    public static CrisisStore Open(string path, Lexicon? lexicon = null) => Told(CrisisStore.Open(path, new() { Lexicon = lexicon ?? Lexicon.Default }));

    /// <summary>A store, made where there is none.</summary>
    public static CrisisStore OpenOrCreate(string path, Lexicon? lexicon = null) => Told(CrisisStore.OpenOrCreate(path, new() { Lexicon = lexicon ?? Lexicon.Default }));

    /// <summary>Refuses a crisis that the store does not have.</summary>
    public static void CheckCrisis(CrisisStore store, string? crisis)
    {
        if (crisis is null)
            return;
        var names = store.Crises.List().Select(known => known.Name).ToList();
        if (!names.Contains(crisis, StringComparer.Ordinal))
            throw new UsageException($"{store.Path} has no crisis '{crisis}': it has {string.Join(", ", names.DefaultIfEmpty("none"))}.");
    }

    private static CrisisStore Told(CrisisStore store)
    {
        if (store.Backup is { } backup)
            Console.Error.WriteLine($"demarche: the store was led forward to this version's tables; its old state is in {backup}");
        return store;
    }
}
