using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Places;

/// <summary>States, first-level regions, seas and hot spots by name. Immutable.</summary>
internal sealed class Regions
{
    private readonly Dictionary<string, List<PlaceEntry>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Country, string Code), string> _admin1 = [];
    private readonly Dictionary<(string Country, string Name), List<string>> _codes = [];

    private Regions(Lexicon lexicon, States states)
    {
        Dictionary<string, (double Latitude, double Longitude)> centers = new(StringComparer.Ordinal);
        foreach (var row in lexicon.Rows("Places/centers."))
            centers[row["code"]] = (Degrees(row, "lat"), Degrees(row, "lon"));
        foreach (var (name, state, kind, _) in states.Names)
            if (kind == StateNameKind.Name && centers.TryGetValue(state.Code, out var center))
                Add(name, new(state.Name, state.Country, null, center.Latitude, center.Longitude, 0, null, PlacePrecision.Country));
        foreach (var row in lexicon.Rows("Knowledge/regions"))
        {
            var countries = row.List("countries");
            var precision = row["kind"] is "admin1" or "hotspot" or "island" or "region" ? PlacePrecision.Admin1 : PlacePrecision.Country;
            foreach (var name in row.List("names").Append(row["name"]).Distinct(StringComparer.Ordinal))
                Add(name, new(row["name"], countries.FirstOrDefault(), null, Degrees(row, "lat"), Degrees(row, "lon"), 0, null, precision));
        }
        Dictionary<(string Country, string Name), (double Latitude, double Longitude)> middles = [];
        foreach (var row in lexicon.Rows("Places/centers1"))
            middles[(row["country"], row["name"])] = (Degrees(row, "lat"), Degrees(row, "lon"));
        foreach (var row in lexicon.Rows("Places/regions1"))
        {
            _admin1[(row["country"], row["code"])] = row["name"];
            if (!_codes.TryGetValue((row["country"], row["name"]), out var codes))
                _codes.Add((row["country"], row["name"]), codes = []);
            codes.Add(row["code"]);
            if (row["lat"].Length == 0)
                continue;
            var middle = middles.TryGetValue((row["country"], row["name"]), out var known) ? known : (Degrees(row, "lat"), Degrees(row, "lon"));
            var entry = new PlaceEntry(row["name"], row["country"], row["name"], middle.Item1, middle.Item2, 0, null, PlacePrecision.Admin1);
            // England is a region, though news uses it for the United Kingdom, too.
            if (_byName.TryGetValue(NameKey.Of(row["name"]), out var same))
                same.RemoveAll(other => other.Precision == PlacePrecision.Country && NameKey.Of(other.Name) != NameKey.Of(row["name"]) && other.Country == row["country"]);
            Add(row["name"], entry);
            // "State of Zulia", "Hubei Province": news leaves the kind out, or has it where the table does not.
            foreach (var kind in (ReadOnlySpan<string>)[" Province", " State", " Region", " Governorate", " Oblast", " Department", " District", " County", " Prefecture"])
                if (row["name"].EndsWith(kind, StringComparison.Ordinal))
                    Add(row["name"][..^kind.Length], entry);
            foreach (var kind in (ReadOnlySpan<string>)["Province of ", "State of ", "Region of "])
                if (row["name"].StartsWith(kind, StringComparison.Ordinal))
                    Add(row["name"][kind.Length..], entry);
        }
    }

    public static Regions Load(Lexicon lexicon, States states) => lexicon.Once(lexicon => new Regions(lexicon, states));

    /// <summary>What the key may name.</summary>
    public IReadOnlyList<PlaceEntry> Find(string key) => _byName.TryGetValue(key, out var found) ? found : [];

    /// <summary>The name of a first-level region.</summary>
    public string? Admin1(string? country, string? code) =>
        country is not null && code is not null && _admin1.TryGetValue((country, code), out var name) ? name : null;

    /// <summary>The codes of the first-level regions with the name.</summary>
    public IEnumerable<string> Codes(string country, string name) => _codes.TryGetValue((country, name), out var codes) ? codes : [];

    private void Add(string name, PlaceEntry entry)
    {
        var key = NameKey.Of(name);
        if (!_byName.TryGetValue(key, out var entries))
            _byName.Add(key, entries = []);
        if (!entries.Exists(known => known.Name == entry.Name && known.Country == entry.Country))
            entries.Add(entry);
    }

    private static double Degrees(TsvRow row, string column) =>
        double.TryParse(row[column], CultureInfo.InvariantCulture, out var value) ? value : throw row.Error($"'{row[column]}' in the column '{column}' are no degrees: write a number like 10.49.");
}
