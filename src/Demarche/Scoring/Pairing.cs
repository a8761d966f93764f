namespace Demarche.Scoring;

/// <summary>A way in which a record's item can fill a gold item's slots.</summary>
internal readonly record struct Filler(string? First, string? Second);

/// <summary>How good a pair is, and the ways in which it fills the gold item's slots.</summary>
internal sealed record Offer(double Rank, IReadOnlyList<Filler> Fillers)
{
    /// <summary>An offer that fills nothing in particular.</summary>
    public static Offer Plain(double rank) => new(rank, [new(null, null)]);
}

/// <summary>
/// Pairs gold items with a record's items, greedily: items that must be found first, then the best rank. First one to one; then a
/// record's item that is in use may also serve gold items with the same anchor, if it fills each in a way of its own.
/// </summary>
internal static class Pairing
{
    /// <summary>Pairs by gold index.</summary>
    public static Dictionary<int, int> Of(IReadOnlyList<GoldItem> gold, int systemCount, Func<GoldItem, int, Offer?> offers)
    {
        List<(bool Must, double Rank, int Gold, int System, IReadOnlyList<Filler> Fillers)> candidates = [];
        for (var g = 0; g < gold.Count; g++)
            for (var s = 0; s < systemCount; s++)
                if (offers(gold[g], s) is { Fillers.Count: > 0 } offer)
                    candidates.Add((gold[g].Must, offer.Rank, g, s, offer.Fillers));
        candidates = [.. candidates.OrderByDescending(candidate => candidate.Must).ThenByDescending(candidate => candidate.Rank)];
        Dictionary<int, int> pairs = [];
        Dictionary<int, (string? Anchor, HashSet<Filler> Taken)> used = [];
        foreach (var sharing in new[] { false, true })
            foreach (var candidate in candidates)
            {
                var isUsed = used.TryGetValue(candidate.System, out var use);
                var free = candidate.Fillers.Where(filler => !isUsed || !use.Taken.Contains(filler)).ToList();
                var shareable = sharing && isUsed && use.Anchor is not null && use.Anchor == gold[candidate.Gold].Anchor;
                if (pairs.ContainsKey(candidate.Gold) || free.Count == 0 || isUsed && !shareable)
                    continue;
                pairs[candidate.Gold] = candidate.System;
                used[candidate.System] = (gold[candidate.Gold].Anchor, [.. isUsed ? use.Taken : [], free[0]]);
            }
        return pairs;
    }

    /// <summary>The counts of pairs. A record's item that only meets items which may be missed is left out of precision.</summary>
    public static Tally Tally(IReadOnlyList<GoldItem> gold, int systemCount, Dictionary<int, int> pairs)
    {
        Dictionary<int, bool> serving = [];
        foreach (var (g, s) in pairs)
            serving[s] = serving.GetValueOrDefault(s) || gold[g].Must;
        var right = serving.Values.Count(must => must);
        return new(gold.Count(item => item.Must), pairs.Keys.Count(g => gold[g].Must), systemCount - (serving.Count - right), right);
    }
}
