using Demarche.Places;

namespace Demarche.Knowledge;

/// <summary>Towns and regions by name, for phrases that name one: "Minsk police". Thread-safe.</summary>
internal sealed class PlaceNames
{
    private readonly Lazy<(Gazetteer Towns, Regions Regions)> _tables;

    private PlaceNames(Lexicon lexicon, States states) => _tables = new(() => (Gazetteer.Load(lexicon), Regions.Load(lexicon, states)));

    /// <summary>Reads the tables when the first name is asked for.</summary>
    public static PlaceNames Of(Lexicon lexicon, States states) => new(lexicon, states);

    /// <summary>The town or region that a name most likely stands for: in the country given where one there bears it, else the one with most people.</summary>
    /// <param name="key">The name's key.</param>
    /// <param name="country">The country that the text is about.</param>
    public PlaceEntry? Find(ReadOnlySpan<char> key, string? country)
    {
        var name = key.ToString();
        var (towns, regions) = _tables.Value;
        List<PlaceEntry> found = [];
        foreach (var region in regions.Find(name))
            if (region.Country is not null && region.Precision == PlacePrecision.Admin1)
                found.Add(region);
        towns.Find(name, found);
        PlaceEntry? best = null;
        foreach (var entry in found)
            if (best is null || Rank(entry, country) > Rank(best, country))
                best = entry;
        return best;
    }

    /// <summary>The region or hot spot that a name stands for; null where none bears it.</summary>
    public PlaceEntry? Region(ReadOnlySpan<char> key)
    {
        foreach (var region in _tables.Value.Regions.Find(key.ToString()))
            if (region.Country is not null && region.Precision == PlacePrecision.Admin1)
                return region;
        return null;
    }

    // A region counts as a middling city: Georgia's Batumi is better known than a district of that name, a county less than a big city.
    private static long Rank(PlaceEntry entry, string? country) =>
        (entry.Country == country ? 1_000_000_000L : 0) + (entry.Precision == PlacePrecision.Admin1 ? 300_000 : entry.Population);
}
