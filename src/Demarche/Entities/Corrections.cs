using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>
/// What a user merged or split: Entities/same*.tsv and Entities/apart*.tsv. Kept by name, so that coding again keeps it. Immutable.
/// </summary>
internal sealed class Corrections
{
    private readonly List<Merge> _merges = [];
    private readonly List<(string Kept, string Other, string Name, string Why)> _splits = [];

    private Corrections(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Entities/same"))
            _merges.Add(new(row["name"], [.. row.List("names").Append(row["name"]).Select(KeyOf)], Why(row)));
        foreach (var row in lexicon.Rows("Entities/apart"))
            _splits.Add((KeyOf(row["name"]), KeyOf(row["other"]), row["other"], Why(row)));
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static Corrections Load(Lexicon lexicon) => lexicon.Once(static lexicon => new Corrections(lexicon));

    /// <summary>A form as it is compared: a name's key without "the".</summary>
    public static string KeyOf(string form)
    {
        var key = NameKey.Of(form);
        return key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;
    }

    /// <summary>Merges and splits the chains of a document, whose mentions stand in reading order.</summary>
    public void Apply(List<Chain> chains)
    {
        foreach (var merge in _merges)
            Apply(merge, chains);
        foreach (var (kept, other, name, why) in _splits)
            Split(kept, other, name, why, chains);
    }

    private static void Apply(Merge merge, List<Chain> chains)
    {
        Chain? first = null;
        foreach (var chain in chains.ToArray())
        {
            if (!merge.Keys.Contains(chain.Answer.Name is { } shown ? KeyOf(shown) : "") && !chain.Mentions.Exists(mention => merge.Keys.Contains(mention.Key)))
                continue;
            if (first is null)
            {
                first = chain;
            }
            else
            {
                first.TakeOver(chain);
                chains.Remove(chain);
            }
        }
        if (first is not null)
            first.Answer = first.Answer with { Name = merge.Name, Why = merge.Why };
    }

    private static void Split(string kept, string other, string name, string why, List<Chain> chains)
    {
        for (var i = chains.Count - 1; i >= 0; i--)
        {
            var chain = chains[i];
            if (!chain.Mentions.Exists(mention => mention.Key == kept) || chain.Mentions.FindAll(mention => mention.Key == other) is not { Count: > 0 } moved)
                continue;
            var fresh = new Chain { Kind = chain.Kind, IsPlural = moved[0].IsPlural };
            foreach (var mention in moved)
            {
                chain.Mentions.Remove(mention);
                fresh.Add(mention);
            }
            // What the tables said of both is said of the one that stays.
            fresh.Answer = new() { Name = name, Kind = chain.Kind, Country = chain.Answer.Country, Sectors = chain.Answer.Sectors, Why = why };
            chains.Add(fresh);
        }
    }

    private static string Why(TsvRow row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.File.Origin}:{row.Line}");

    private sealed record Merge(string Name, HashSet<string> Keys, string Why);
}
