using Demarche.Knowledge;

namespace Demarche.Places;

/// <summary>A name with the places that it may stand for.</summary>
internal sealed record PlaceCandidate(int Sentence, int First, int Last, IReadOnlyList<PlaceEntry> Entries);

/// <summary>
/// Chooses among places of one name: the region or state named right behind it ("Paris, Texas"), then the states that the article
/// names, their neighbours, and size. One name means one place in an article unless its own words say otherwise.
/// </summary>
internal sealed class PlaceChooser(States states, Regions regions)
{
    /// <summary>For each candidate the place chosen; null where there is none.</summary>
    public PlaceEntry?[] Choose(List<PlaceCandidate> candidates)
    {
        var weights = CountryWeights(candidates);
        var admin1 = RegionWeights(candidates);
        Dictionary<string, PlaceEntry> settled = new(StringComparer.Ordinal);
        var chosen = new PlaceEntry?[candidates.Count];
        // Names that are told apart by the words behind them go first, and settle the same name elsewhere.
        for (var i = 0; i < candidates.Count; i++)
            if (Container(candidates, i) is { } container && Within(candidates[i], container) is { } told)
            {
                chosen[i] = told;
                settled.TryAdd(Key(candidates[i]), told);
            }
        for (var i = 0; i < candidates.Count; i++)
        {
            if (chosen[i] is not null)
                continue;
            var key = Key(candidates[i]);
            if (!settled.TryGetValue(key, out var best))
                settled.Add(key, best = candidates[i].Entries.MaxBy(entry => Score(entry, weights, admin1))!);
            chosen[i] = best;
        }
        return chosen;
    }

    private static string Key(PlaceCandidate candidate) => candidate.Entries[0].Name + "|" + candidate.Entries.Count;

    private double Score(PlaceEntry entry, Dictionary<string, double> weights, HashSet<(string, string)> admin1)
    {
        var score = entry.Precision switch
        {
            PlacePrecision.Country => 9.0,
            // A first-level region is named more often than a district or a town of its name.
            PlacePrecision.Admin1 => entry.Admin1 is null || entry.Admin1 == entry.Name ? 6.8 : 3.5,
            _ => Math.Log10(Math.Max(entry.Population, 100)) + (states.ByCode(entry.Country!)?.Capital is { } capital && entry.Name.StartsWith(capital, StringComparison.Ordinal) ? 1 : 0),
        };
        if (entry.Country is { } country)
        {
            score += 1.6 * Math.Min(weights.GetValueOrDefault(country), 2);
            if (entry.Admin1 is { } region && (entry.Precision == PlacePrecision.City || entry.Admin1 != entry.Name) && admin1.Contains((country, region)))
                score += 1.5;
        }
        return score;
    }

    /// <summary>How much an article is about a state: names of it and of places that can be only there; neighbours get a little.</summary>
    private Dictionary<string, double> CountryWeights(List<PlaceCandidate> candidates)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var country = candidate.Entries[0].Country;
            if (country is null || candidate.Entries.Any(entry => entry.Country != country))
                continue;
            var gain = candidate.Entries[0].Precision == PlacePrecision.Country ? 0.6 : candidate.Entries[0].Population > 200_000 || candidate.Entries[0].Population == 0 ? 0.5 : 0.3;
            weights[country] = weights.GetValueOrDefault(country) + gain;
        }
        foreach (var (country, weight) in weights.ToArray())
            foreach (var neighbour in states.ByCode(country)?.Neighbours ?? [])
                weights[neighbour] = weights.GetValueOrDefault(neighbour) + 0.1 * Math.Min(weight, 2);
        return weights;
    }

    private HashSet<(string, string)> RegionWeights(List<PlaceCandidate> candidates)
    {
        HashSet<(string, string)> found = [];
        foreach (var candidate in candidates)
            foreach (var entry in candidate.Entries)
                if (entry is { Precision: PlacePrecision.Admin1, Country: { } country })
                    foreach (var code in regions.Codes(country, entry.Name))
                        found.Add((country, code));
        return found;
    }

    /// <summary>The candidate right behind a comma, which may be the region or state that the place lies in.</summary>
    private static PlaceCandidate? Container(List<PlaceCandidate> candidates, int at) =>
        at + 1 < candidates.Count && candidates[at + 1] is { } next && next.Sentence == candidates[at].Sentence && next.First == candidates[at].Last + 2 ? next : null;

    private PlaceEntry? Within(PlaceCandidate candidate, PlaceCandidate container)
    {
        PlaceEntry? best = null;
        foreach (var outer in container.Entries)
        {
            // "California, Maryland and Texas" is a list of regions, no town in Maryland.
            if (outer.Precision == PlacePrecision.City || outer.Precision == PlacePrecision.Admin1 && candidate.Entries.Any(entry => entry.Admin1 == entry.Name))
                continue;
            foreach (var inner in candidate.Entries)
            {
                var lies = inner.Precision != PlacePrecision.Country && inner.Country == outer.Country && inner != outer
                    && (outer.Precision == PlacePrecision.Country || inner.Admin1 is { } code && (code == outer.Name || regions.Admin1(inner.Country, code) == outer.Name));
                if (lies && (best is null || Size(inner) > Size(best)))
                    best = inner;
            }
        }
        return best;
    }

    /// <summary>"California, U.S." is the state, "Paris, Texas" the town: a region comes before a town of its name.</summary>
    private static double Size(PlaceEntry entry) => entry.Precision == PlacePrecision.Admin1 && entry.Admin1 == entry.Name ? 1e9 : entry.Population;
}
