using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Places;

/// <summary>
/// Finds the names of places and where they are. A name is a place where the tagger says so, where a table of states or regions has
/// it, or where it stands behind a preposition of place and the gazetteer has it. Which of several places of one name is meant:
/// see <see cref="PlaceChooser"/>.
/// </summary>
public sealed class PlaceFinder : IStep
{
    private static readonly HashSet<string> Locative = new(StringComparer.Ordinal)
    {
        "in", "at", "near", "from", "to", "outside", "around", "through", "inside", "into", "across", "over", "toward", "towards", "of", "between", "for",
    };

    private readonly Gazetteer _gazetteer;
    private readonly Regions _regions;
    private readonly States _states;

    private PlaceFinder(Lexicon lexicon)
    {
        _states = States.Load(lexicon);
        _gazetteer = Gazetteer.Load(lexicon);
        _regions = Regions.Load(lexicon, _states);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences];

    /// <inheritdoc/>
    public Layer Gives => Layers.Places;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static PlaceFinder Load(Lexicon lexicon) => new(lexicon);

    /// <inheritdoc/>
    public void Run(Document document)
    {
        var sentences = document.Get(Layers.Sentences);
        Dictionary<string, List<PlaceEntry>> known = new(StringComparer.Ordinal);
        List<PlaceCandidate> candidates = [];
        for (var i = 0; i < sentences.Count; i++)
            Candidates(sentences[i], i, KeyedWords.Of(sentences[i]), known, candidates);
        var chosen = new PlaceChooser(_states, _regions).Choose(candidates);
        var places = ImmutableArray.CreateBuilder<Place>();
        for (var i = 0; i < candidates.Count; i++)
        {
            if (chosen[i] is not { } entry)
                continue;
            var candidate = candidates[i];
            places.Add(new()
            {
                Id = "p" + (places.Count + 1).ToString(CultureInfo.InvariantCulture),
                Span = sentences[candidate.Sentence].SpanOf(candidate.First, candidate.Last),
                Sentence = candidate.Sentence, First = candidate.First, Last = candidate.Last,
                Name = entry.Name, Country = entry.Country,
                Admin1 = entry.Precision == PlacePrecision.City ? _regions.Admin1(entry.Country, entry.Admin1) : entry.Admin1,
                Latitude = entry.Latitude, Longitude = entry.Longitude, Precision = entry.Precision, GeonameId = entry.GeonameId,
            });
        }
        document.Add(Layers.Places, new PlaceLayer(places.ToImmutable()));
    }

    private void Candidates(Sentence sentence, int number, KeyedWords words, Dictionary<string, List<PlaceEntry>> known, List<PlaceCandidate> candidates)
    {
        var next = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            while (next < sentence.Names.Length && sentence.Names[next].Last < i)
                next++;
            NameSpan? name = next < sentence.Names.Length && sentence.Names[next].First <= i ? sentence.Names[next] : null;
            if (!char.IsUpper(sentence[i].Form[0]) && name is null)
                continue;
            var last = LongestKnown(sentence, words, i, name, known, out var entries);
            if (last < 0)
                continue;
            candidates.Add(new(number, i, last, entries));
            i = last;
        }
    }

    /// <summary>The last word of the longest name of a place that begins here, or −1.</summary>
    private int LongestKnown(Sentence sentence, KeyedWords words, int first, NameSpan? name, Dictionary<string, List<PlaceEntry>> known, out List<PlaceEntry> entries)
    {
        var limit = Math.Min(sentence.Count - 1, first + 4);
        for (var last = limit; last >= first; last--)
        {
            if (!char.IsUpper(sentence[last].Form[0]) && last > first && !char.IsDigit(sentence[last].Form[0]))
                continue;
            // A part of a person's or an organization's name is no place of its own, unless it is the whole of it.
            if (name is { } tagged && (tagged.Type is not NameType.Place) && !(tagged.First == first && tagged.Last == last))
                continue;
            if (name is { } place && place.Type == NameType.Place && last > place.Last)
                continue;
            entries = Lookup(words.KeyOf(first, last).ToString(), known);
            if (entries.Count > 0 && IsPlace(sentence, first, last, name, entries))
                return last;
        }
        entries = [];
        return -1;
    }

    private static bool IsPlace(Sentence sentence, int first, int last, NameSpan? name, List<PlaceEntry> entries)
    {
        var isRegion = entries.Exists(entry => entry.Precision != PlacePrecision.City);
        // "Lima Group", "Geneva Conventions": a part of a longer name, which the tagger did not see.
        var governor = sentence[last].Head;
        if (!isRegion && governor > last && sentence[last].Relation is (Deprel.compound or Deprel.flat) && char.IsUpper(sentence[governor].Form[0]) && sentence[governor].Upos == Upos.PROPN
            && name is not { Type: NameType.Place })
            return false;
        if (name is { } tagged)
            return tagged.Type == NameType.Place || tagged.Type == NameType.Organization && (isRegion || entries[0].Population > 100_000)
                || isRegion && first > 0 && Locative.Contains(sentence[first - 1].Lemma);
        if (isRegion)
            return sentence[last].Upos == Upos.PROPN || last > first;
        return first > 0 && sentence[last].Upos == Upos.PROPN && Locative.Contains(sentence[first - 1].Lemma) && entries.Exists(entry => entry.Population > 5_000);
    }

    private List<PlaceEntry> Lookup(string key, Dictionary<string, List<PlaceEntry>> known)
    {
        if (known.TryGetValue(key, out var entries))
            return entries;
        entries = [.. _regions.Find(key)];
        if (key.Length > 1)
            _gazetteer.Find(key, entries);
        known.Add(key, entries);
        return entries;
    }
}
