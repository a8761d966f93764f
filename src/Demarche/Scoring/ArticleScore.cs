namespace Demarche.Scoring;

/// <summary>How a record stands against its gold article: counts by layer, accuracies of what was matched, and what is wrong.</summary>
public sealed class ArticleScore
{
    private static readonly string[] Headline = ["events", "statements", "positions", "demands", "figures", "times"];

    /// <summary>The counts, by layer.</summary>
    public Dictionary<string, Tally> Tallies { get; } = new(StringComparer.Ordinal);

    /// <summary>The accuracies of fields of what was matched.</summary>
    public Dictionary<string, Share> Shares { get; } = new(StringComparer.Ordinal);

    /// <summary>What was missed and what was too much, a line each: layer, missed or extra, label, words.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>The layers that the figure of an article is the mean of.</summary>
    public static IReadOnlyList<string> HeadlineLayers => Headline;

    /// <summary>The mean F1 of the six layers; null where none is asked.</summary>
    public double? F1
    {
        get
        {
            var values = Headline.Select(layer => Tallies.GetValueOrDefault(layer).F1).OfType<double>().ToList();
            return values.Count == 0 ? null : values.Average();
        }
    }

    /// <summary>Adds another article's counts.</summary>
    public void Add(ArticleScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (name, tally) in other.Tallies)
            Tallies[name] = Tallies.GetValueOrDefault(name) + tally;
        foreach (var (name, share) in other.Shares)
            Shares[name] = Shares.GetValueOrDefault(name) + share;
    }

    internal void Count(string share, bool right) => Shares[share] = Shares.GetValueOrDefault(share).Add(right);
}
