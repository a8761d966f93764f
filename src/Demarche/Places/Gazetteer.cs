using System.Globalization;
using System.Text;
using Demarche.Knowledge;

namespace Demarche.Places;

/// <summary>A town, region, state or sea that a name may stand for.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="Country">ISO code of the state; null for what lies in several or none.</param>
/// <param name="Admin1">Code of the first-level region.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Population">People; 0 where it is no town.</param>
/// <param name="GeonameId">GeoNames id, for towns.</param>
/// <param name="Precision">What the point stands for.</param>
internal sealed record PlaceEntry(
    string Name, string? Country, string? Admin1, double Latitude, double Longitude, int Population, long? GeonameId, PlacePrecision Precision);

/// <summary>
/// The towns of Places/towns.tsv, searched where they lie in the library's image: the table is sorted by name, so nothing is read
/// in. A user's Places/towns*.tsv is read in and comes first. Immutable.
/// </summary>
internal sealed unsafe class Gazetteer
{
    private const string TownsFile = "Places/towns.tsv";
    private readonly byte* _data;
    private readonly int _length;
    private readonly Dictionary<string, List<PlaceEntry>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Key, string Country)>> _aliases = new(StringComparer.Ordinal);

    private Gazetteer(Lexicon lexicon)
    {
        var stream = Lexicon.Model(TownsFile);
        _data = stream.PositionPointer;
        _length = (int)stream.Length;
        foreach (var file in lexicon.Files("Places/towns", ".tsv", usersOnly: true))
            foreach (var row in TsvTable.Read(file))
                AddUsers(row);
        foreach (var row in lexicon.Rows("Places/aliases"))
        {
            var key = NameKey.Of(row["name"]);
            if (!_aliases.TryGetValue(key, out var targets))
                _aliases.Add(key, targets = []);
            targets.Add((NameKey.Of(row["town"]), row["country"]));
        }
    }

    public static Gazetteer Load(Lexicon lexicon) => lexicon.Once(static lexicon => new Gazetteer(lexicon));

    /// <summary>Adds the towns with the key to a list, larger ones of a table first.</summary>
    public void Find(string key, List<PlaceEntry> found)
    {
        if (_users.TryGetValue(key, out var users))
            found.AddRange(users);
        if (_aliases.TryGetValue(key, out var aliases))
            foreach (var (target, country) in aliases)
                Search(target, country, found);
        Search(key, null, found);
    }

    private void Search(string key, string? country, List<PlaceEntry> found)
    {
        Span<byte> wanted = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Math.Min(key.Length, 80))];
        wanted = wanted[..Encoding.UTF8.GetBytes(key.AsSpan(0, Math.Min(key.Length, 80)), wanted)];
        var data = new ReadOnlySpan<byte>(_data, _length);
        int low = 0, high = _length;
        while (low < high)
        {
            // A line is decided by its beginning, found backwards from the middle.
            var middle = (low + high) / 2;
            var start = data[low..middle].LastIndexOf((byte)'\n') is >= 0 and var at ? low + at + 1 : low;
            if (Compare(data[start..], wanted) < 0)
                low = start + data[start..].IndexOf((byte)'\n') + 1;
            else
                high = start;
        }
        for (var start = low; start < _length && Compare(data[start..], wanted) == 0;)
        {
            var end = start + data[start..].IndexOf((byte)'\n');
            var entry = Read(Encoding.UTF8.GetString(data[start..end]));
            if (country is null || entry.Country == country)
                found.Add(entry);
            start = end + 1;
        }
    }

    /// <summary>Compares a line's first cell with a key; comments and the header come before all keys.</summary>
    private static int Compare(ReadOnlySpan<byte> line, ReadOnlySpan<byte> key)
    {
        if (line[0] == '#' || line.StartsWith("key\tname"u8))
            return -1;
        var cell = line[..line.IndexOf((byte)'\t')];
        return cell.SequenceCompareTo(key);
    }

    private static PlaceEntry Read(string line)
    {
        var cells = line.Split('\t');
        var id = long.Parse(cells[7], CultureInfo.InvariantCulture);
        return new(cells[1], cells[2], cells[3], double.Parse(cells[4], CultureInfo.InvariantCulture), double.Parse(cells[5], CultureInfo.InvariantCulture),
            int.Parse(cells[6], CultureInfo.InvariantCulture), id == 0 ? null : id, id == 0 ? PlacePrecision.Admin1 : PlacePrecision.City);
    }

    private void AddUsers(TsvRow row)
    {
        if (!double.TryParse(row["lat"], CultureInfo.InvariantCulture, out var latitude) || !double.TryParse(row["lon"], CultureInfo.InvariantCulture, out var longitude)
            || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            throw row.Error($"'{row["lat"]}', '{row["lon"]}' are no degrees: write numbers like 10.49 and -66.88.");
        var key = NameKey.Of(row["name"]);
        if (!_users.TryGetValue(key, out var entries))
            _users.Add(key, entries = []);
        _ = int.TryParse(row["population"], CultureInfo.InvariantCulture, out var population);
        entries.Add(new(row["name"], row["country"], row["admin1"], latitude, longitude, Math.Max(population, 1_000_000), null, PlacePrecision.City));
    }
}
