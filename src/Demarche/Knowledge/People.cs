using Demarche.Entities;

namespace Demarche.Knowledge;

/// <summary>What somebody was, in some stretch of days.</summary>
/// <param name="Title">In words: "defence minister".</param>
/// <param name="Office">The office's key ("VEN:defence_minister"), where it is one.</param>
/// <param name="Country">ISO code, or PLOVER's code of an international body.</param>
/// <param name="Sectors">PLOVER sectors, the primary first.</param>
/// <param name="Days">When.</param>
/// <param name="Status">in office, acting, claimed, elect.</param>
/// <param name="Row">The table's row.</param>
public sealed record Tenure(
    string Title, string? Office, string Country, IReadOnlyList<string> Sectors, DayRange Days, RoleStatus Status, TsvRow Row);

/// <summary>Somebody whom the tables know.</summary>
public sealed class KnownPerson
{
    private readonly List<string> _names = new(2);

    internal KnownPerson(string name, char gender, string? wikidata) => (Name, Gender, Wikidata) = (name, gender, wikidata);

    /// <summary>The usual name.</summary>
    public string Name { get; }

    /// <summary>m, f or u for unknown.</summary>
    public char Gender { get; }

    /// <summary>Wikidata id.</summary>
    public string? Wikidata { get; internal set; }

    /// <summary>All spellings.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What the person was, and when.</summary>
    public List<Tenure> Tenures { get; } = new(2);

    internal void AddName(string name)
    {
        if (!_names.Contains(name))
            _names.Add(name);
    }
}

/// <summary>
/// The people of Knowledge/holders/*.tsv and Knowledge/people/*.tsv, and who held which office when. Rows are indexed where they lie;
/// somebody's entry is made when he is first asked for. Immutable for those who read it.
/// </summary>
public sealed class People
{
    private readonly RowTable _rows = new(12 * 1024);
    // Rows by the person's usual name: the key's number is the person's.
    private readonly KeyTable _byName = new(8 * 1024);
    private readonly KeyTable _byOffice = new(2 * 1024);
    private readonly OfficeTitles _titles;
    private readonly Func<string, string?> _countryOf;
    private KnownPerson?[] _people = [];
    private (KnownPerson Person, Tenure Tenure)[]?[] _holders = [];

    private People(OfficeTitles titles, Func<string, string?> countryOf) => (_titles, _countryOf) = (titles, countryOf);

    /// <summary>Everybody.</summary>
    public IReadOnlyCollection<KnownPerson> All => [.. Enumerable.Range(0, _people.Length).Select(number => this[number])];

    /// <summary>All office keys.</summary>
    public IReadOnlyCollection<string> Offices => [.. Enumerable.Range(0, _byOffice.Count).Select(OfficeAt)];

    /// <summary>Somebody by his number.</summary>
    internal KnownPerson this[int number] => _people[number] ?? Interlocked.CompareExchange(ref _people[number], Make(number), null) ?? _people[number]!;

    /// <summary>The file of a row.</summary>
    internal LexiconFile FileOf(int row) => _rows.FileOf(row);

    /// <summary>Indexes the tables.</summary>
    /// <param name="lexicon">The files.</param>
    /// <param name="titles">The offices in words.</param>
    /// <param name="countryOf">The code of the organization whose offices begin with an acronym ("NATO"); null where the acronym is a code itself.</param>
    /// <param name="names">Takes everybody's names.</param>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    internal static People Load(Lexicon lexicon, OfficeTitles titles, Func<string, string?> countryOf, ActorIndex names)
    {
        var people = new People(titles, countryOf);
        var keys = new CellKeys();
        foreach (var file in lexicon.Files("Knowledge/holders/", ".tsv"))
            people.Index(file, keys, names, isHolder: true);
        foreach (var file in lexicon.Files("Knowledge/people/", ".tsv"))
            people.Index(file, keys, names, isHolder: false);
        people._people = new KnownPerson?[people._byName.Count];
        people._holders = new (KnownPerson, Tenure)[]?[people._byOffice.Count];
        return people;
    }

    /// <summary>Those who held or claimed an office at a day, holders before claimants.</summary>
    public IEnumerable<(KnownPerson Person, Tenure Tenure)> Holders(string office, DateOnly? day)
    {
        var number = _byOffice.Find(KeyTable.Hash(office));
        return number < 0 ? [] : (_holders[number] ??= MakeHolders(number))
            .Where(held => held.Tenure.Days.Holds(day) && held.Tenure.Status != RoleStatus.Elect).OrderBy(held => held.Tenure.Row.File.IsUsers ? 0 : 1).ThenBy(held => held.Tenure.Status);
    }

    /// <summary>What stands before the colon of the offices of no state: "NATO".</summary>
    internal IEnumerable<string> InternationalPrefixes(States states) =>
        Enumerable.Range(0, _byOffice.Count).Select(OfficeAt).Select(office => office[..office.IndexOf(':', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal).Where(prefix => states.ByCode(prefix) is null);

    private void Index(LexiconFile file, CellKeys keys, ActorIndex index, bool isHolder)
    {
        int nameColumn = -1, namesColumn = -1, officeColumn = -1;
        var scan = new TsvScan(file);
        while (scan.MoveNext())
        {
            if (nameColumn < 0)
                (nameColumn, namesColumn, officeColumn) = (scan.Column("name"), scan.Column("names"), isHolder ? scan.Column("office") : -1);
            var row = _rows.Add(file, scan);
            if (isHolder)
            {
                var office = scan[officeColumn];
                if (office.IndexOf((byte)':') <= 0)
                    throw scan.Row.Error($"'{scan.Row["office"]}' is no office: write COUNTRY:office, as in VEN:president.");
                _byOffice.Add(KeyTable.Hash(keys.TextOf(office)), row);
            }
            var name = scan[nameColumn];
            if (name.IsEmpty)
                throw scan.Row.Error("the name is missing.");
            var known = _byName.Count;
            var number = _byName.Add(KeyTable.Hash(keys.TextOf(name)), row);
            // Who holds office after office is named anew in every row.
            if (number == known)
                index.AddPerson(keys.KeyOf(name), number, row, file.PlaceOf(name));
            var list = scan[namesColumn];
            while (CellKeys.Next(ref list, out var other))
                index.AddPerson(keys.KeyOf(other), number, row, file.PlaceOf(other));
        }
    }

    private string OfficeAt(int number)
    {
        foreach (var row in _byOffice.ValuesOf(number))
            return _rows[row]["office"];
        return "";
    }

    private KnownPerson Make(int number)
    {
        KnownPerson? person = null;
        foreach (var at in _byName.ValuesOf(number))
        {
            var row = _rows[at];
            person ??= new(row["name"], row["gender"] is { Length: > 0 } gender ? gender[0] : 'u', null);
            if (row.Has("wikidata") && row["wikidata"] is { Length: > 0 } wikidata)
                person.Wikidata = wikidata;
            person.AddName(row["name"]);
            foreach (var spelling in row.List("names"))
                person.AddName(spelling);
            person.Tenures.Add(row.Has("office") ? Held(row)
                : new(row["role"], null, row["country"], row.List("sectors"), DayRange.Read(row, "from", "to"), RoleStatus.Current, row));
        }
        return person!;
    }

    private (KnownPerson Person, Tenure Tenure)[] MakeHolders(int number)
    {
        List<(KnownPerson, Tenure)> holders = [];
        foreach (var at in _byOffice.ValuesOf(number))
        {
            var row = _rows[at];
            var person = this[_byName.Find(KeyTable.Hash(row["name"]))];
            holders.Add((person, person.Tenures.First(tenure => tenure.Row.Line == row.Line && tenure.Row.File == row.File)));
        }
        return [.. holders];
    }

    private Tenure Held(TsvRow row)
    {
        var office = row["office"];
        var colon = office.IndexOf(':', StringComparison.Ordinal);
        var status = row["status"] switch
        {
            "in_office" or "" => RoleStatus.Current,
            "acting" => RoleStatus.Acting,
            "claimed" => RoleStatus.Claimed,
            "elect" => RoleStatus.Elect,
            var other => throw row.Error($"'{other}' is no status: write in_office, acting, claimed or elect."),
        };
        var (title, sectors) = _titles[office[(colon + 1)..]];
        return new(title, office, _countryOf(office[..colon]) ?? office[..colon], sectors, DayRange.Read(row, "from", "to"), status, row);
    }
}
