using Demarche.Knowledge;
using Demarche.Places;

namespace Demarche.Reading.Cleaning;

/// <summary>Which words are a place that a dateline may name: a state, a region, a large town. Immutable, thread-safe.</summary>
internal sealed class DatelinePlaces(Lexicon lexicon)
{
    private const int LargeTown = 50_000;
    private readonly Lazy<(Gazetteer Towns, Regions Regions)> _tables = new(() => (Gazetteer.Load(lexicon), Regions.Load(lexicon, States.Load(lexicon))));

    /// <summary>Whether words are the name of one.</summary>
    public bool Has(string name)
    {
        var key = NameKey.Of(name);
        var (towns, regions) = _tables.Value;
        if (regions.Find(key).Count > 0)
            return true;
        List<PlaceEntry> found = [];
        towns.Find(key, found);
        return found.Exists(town => town.Population >= LargeTown);
    }
}
