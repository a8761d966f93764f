using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Places;

/// <summary>
/// States, first-level regions, seas and hot spots by name. The tables are indexed where they lie; what a name stands for is made when it
/// is first asked for. Immutable for those who read it.
/// </summary>
internal sealed class Regions
{
    private static readonly string[] KindsBehind = [" Province", " State", " Region", " Governorate", " Oblast", " Department", " District", " County", " Prefecture"];
    private static readonly string[] KindsBefore = ["Province of ", "State of ", "Region of "];
    private readonly RowTable _rows = new(6 * 1024);
    private readonly States _states;
    // By name: rows, those of first-level regions under their whole name doubled and one more; the names of states as negative numbers.
    private readonly KeyTable _byName = new(12 * 1024);
    private readonly KeyTable _byCode = new(6 * 1024);
    private readonly KeyTable _byCountryAndName = new(6 * 1024);
    private readonly Lazy<Dictionary<string, (double Latitude, double Longitude)>> _centers;
    private readonly Lazy<Dictionary<(string Country, string Name), (double Latitude, double Longitude)>> _middles;
    private readonly IReadOnlyList<PlaceEntry>?[] _found;
    private readonly int _firstRegion;

    private Regions(Lexicon lexicon, States states)
    {
        _states = states;
        _centers = new(() => Centers(lexicon));
        _middles = new(() => Middles(lexicon));
        for (var i = 0; i < states.Names.Count; i++)
            if (states.Names[i].Kind == StateNameKind.Name)
                _byName.Add(KeyTable.Hash(NameKey.Of(states.Names[i].Name)), -1 - i);
        var keys = new CellKeys();
        foreach (var file in lexicon.Files("Knowledge/regions", ".tsv"))
            IndexAreas(file, keys);
        _firstRegion = _rows.Count;
        foreach (var file in lexicon.Files("Places/regions1", ".tsv"))
            IndexRegions(file, keys);
        _found = new IReadOnlyList<PlaceEntry>?[_byName.Count];
    }

    public static Regions Load(Lexicon lexicon, States states) => lexicon.Once(lexicon => new Regions(lexicon, states));

    /// <summary>What the key may name.</summary>
    public IReadOnlyList<PlaceEntry> Find(string key) => _byName.Find(KeyTable.Hash(key)) is >= 0 and var at ? _found[at] ??= Make(at) : [];

    /// <summary>The name of a first-level region.</summary>
    public string? Admin1(string? country, string? code)
    {
        string? name = null;
        if (country is not null && code is not null)
            foreach (var row in _byCode.ValuesOf(_byCode.Find(HashOf(country, code))))
                name = _rows[row]["name"];
        return name;
    }

    /// <summary>The codes of the first-level regions with the name.</summary>
    public IEnumerable<string> Codes(string country, string name)
    {
        foreach (var row in _byCountryAndName.ValuesOf(_byCountryAndName.Find(HashOf(country, name))))
            yield return _rows[row]["code"];
    }

    private static ulong HashOf(ReadOnlySpan<char> country, ReadOnlySpan<char> other) => KeyTable.Hash(country) * 31 + KeyTable.Hash(other);

    private void IndexAreas(LexiconFile file, CellKeys keys)
    {
        int nameColumn = -1, namesColumn = -1;
        var scan = new TsvScan(file);
        while (scan.MoveNext())
        {
            if (nameColumn < 0)
                (nameColumn, namesColumn) = (scan.Column("name"), scan.Column("names"));
            var row = _rows.Add(file, scan);
            var list = scan[namesColumn];
            while (CellKeys.Next(ref list, out var name))
                _byName.Add(KeyTable.Hash(keys.KeyOf(name)), row * 2);
            _byName.Add(KeyTable.Hash(keys.KeyOf(scan[nameColumn])), row * 2);
        }
    }

    private void IndexRegions(LexiconFile file, CellKeys keys)
    {
        int nameColumn = -1, countryColumn = -1, codeColumn = -1, latitudeColumn = -1;
        var scan = new TsvScan(file);
        while (scan.MoveNext())
        {
            if (nameColumn < 0)
                (nameColumn, countryColumn, codeColumn, latitudeColumn) = (scan.Column("name"), scan.Column("country"), scan.Column("code"), scan.Column("lat"));
            var row = _rows.Add(file, scan);
            var country = KeyTable.Hash(keys.TextOf(scan[countryColumn])) * 31;
            _byCode.Add(country + KeyTable.Hash(keys.TextOf(scan[codeColumn])), row);
            var name = keys.TextOf(scan[nameColumn]);
            _byCountryAndName.Add(country + KeyTable.Hash(name), row);
            if (scan[latitudeColumn].IsEmpty)
                continue;
            AddName(name, row * 2 + 1);
            // "State of Zulia", "Hubei Province": news leaves the kind out, or has it where the table does not.
            foreach (var kind in KindsBehind)
                if (name.EndsWith(kind, StringComparison.Ordinal))
                    AddName(name[..^kind.Length], row * 2);
            foreach (var kind in KindsBefore)
                if (name.StartsWith(kind, StringComparison.Ordinal))
                    AddName(name[kind.Length..], row * 2);
        }
    }

    private void AddName(ReadOnlySpan<char> name, int value)
    {
        Span<char> key = name.Length <= 128 ? stackalloc char[name.Length + 1] : new char[name.Length + 1];
        _byName.Add(KeyTable.Hash(key[..NameKey.Append(key, 0, name)]), value);
    }

    private List<PlaceEntry> Make(int at)
    {
        List<PlaceEntry> entries = [];
        foreach (var value in _byName.ValuesOf(at))
        {
            if (value < 0)
            {
                var state = _states.Names[-1 - value].State;
                if (_centers.Value.TryGetValue(state.Code, out var center))
                    Add(entries, new(state.Name, state.Country, null, center.Latitude, center.Longitude, 0, null, PlacePrecision.Country));
                continue;
            }
            var row = _rows[value / 2];
            if (value / 2 < _firstRegion)
            {
                Add(entries, new(row["name"], row.List("countries").FirstOrDefault(), null, Degrees(row, "lat"), Degrees(row, "lon"), 0, null,
                    row["kind"] is "admin1" or "hotspot" or "island" or "region" ? PlacePrecision.Admin1 : PlacePrecision.Country));
                continue;
            }
            var (name, country) = (row["name"], row["country"]);
            // England is a region, though news uses it for the United Kingdom, too.
            if (value % 2 == 1)
                entries.RemoveAll(other => other.Precision == PlacePrecision.Country && other.Country == country && NameKey.Of(other.Name) != NameKey.Of(name));
            var (latitude, longitude) = _middles.Value.TryGetValue((country, name), out var known) ? known : (Degrees(row, "lat"), Degrees(row, "lon"));
            Add(entries, new(name, country, name, latitude, longitude, 0, null, PlacePrecision.Admin1));
        }
        return entries;
    }

    private static void Add(List<PlaceEntry> entries, PlaceEntry entry)
    {
        if (!entries.Exists(known => known.Name == entry.Name && known.Country == entry.Country))
            entries.Add(entry);
    }

    private static Dictionary<string, (double Latitude, double Longitude)> Centers(Lexicon lexicon)
    {
        Dictionary<string, (double, double)> centers = new(StringComparer.Ordinal);
        foreach (var row in lexicon.Rows("Places/centers."))
            centers[row["code"]] = (Degrees(row, "lat"), Degrees(row, "lon"));
        return centers;
    }

    private static Dictionary<(string Country, string Name), (double Latitude, double Longitude)> Middles(Lexicon lexicon)
    {
        Dictionary<(string, string), (double, double)> middles = [];
        foreach (var row in lexicon.Rows("Places/centers1"))
            middles[(row["country"], row["name"])] = (Degrees(row, "lat"), Degrees(row, "lon"));
        return middles;
    }

    private static double Degrees(TsvRow row, string column) =>
        double.TryParse(row[column], CultureInfo.InvariantCulture, out var value) ? value : throw row.Error($"'{row[column]}' in the column '{column}' are no degrees: write a number like 10.49.");
}
