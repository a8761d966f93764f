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

/// <summary>The people of Knowledge/holders/*.tsv and Knowledge/people/*.tsv, and who held which office when.</summary>
public sealed class People
{
    private readonly Dictionary<string, KnownPerson> _byName = new(8 * 1024, StringComparer.Ordinal);
    private readonly Dictionary<string, List<(KnownPerson Person, Tenure Tenure)>> _byOffice = new(2 * 1024, StringComparer.Ordinal);

    private People()
    {
    }

    /// <summary>Everybody.</summary>
    public IReadOnlyCollection<KnownPerson> All => _byName.Values;

    /// <summary>Every spelling of everybody with its key.</summary>
    internal List<(string Key, string Spelling, KnownPerson Person)> Keys { get; } = new(12 * 1024);

    /// <summary>All office keys.</summary>
    public IReadOnlyCollection<string> Offices => _byOffice.Keys;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static People Load(Lexicon lexicon, OfficeTitles titles)
    {
        var people = new People();
        foreach (var row in lexicon.Rows("Knowledge/holders/"))
            people.AddHolder(row, titles);
        foreach (var row in lexicon.Rows("Knowledge/people/"))
            people.AddPerson(row);
        foreach (var person in people._byName.Values)
            foreach (var spelling in person.Names)
                people.Keys.Add((NameKey.Of(spelling), spelling, person));
        return people;
    }

    /// <summary>Those who held or claimed an office at a day, holders before claimants.</summary>
    public IEnumerable<(KnownPerson Person, Tenure Tenure)> Holders(string office, DateOnly? day) =>
        _byOffice.TryGetValue(office, out var tenures)
            ? tenures.Where(held => held.Tenure.Days.Holds(day) && held.Tenure.Status != RoleStatus.Elect).OrderBy(held => held.Tenure.Row.File.IsUsers ? 0 : 1).ThenBy(held => held.Tenure.Status)
            : [];

    /// <summary>What stands before the colon of the offices of no state: "NATO".</summary>
    internal IEnumerable<string> InternationalPrefixes(States states) =>
        _byOffice.Keys.Select(office => office[..office.IndexOf(':', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Where(prefix => states.ByCode(prefix) is null);

    /// <summary>Gives the offices of international organizations these organizations' codes in the stead of their acronyms.</summary>
    internal void SetCountries(Func<string, string?> countryOf)
    {
        foreach (var (office, held) in _byOffice)
        {
            if (countryOf(office[..office.IndexOf(':', StringComparison.Ordinal)]) is not { } country)
                continue;
            for (var i = 0; i < held.Count; i++)
            {
                var (person, tenure) = held[i];
                var mended = tenure with { Country = country };
                person.Tenures[person.Tenures.IndexOf(tenure)] = mended;
                held[i] = (person, mended);
            }
        }
    }

    private void AddHolder(TsvRow row, OfficeTitles titles)
    {
        var office = row["office"];
        var colon = office.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            throw row.Error($"'{office}' is no office: write COUNTRY:office, as in VEN:president.");
        var status = row["status"] switch
        {
            "in_office" or "" => RoleStatus.Current,
            "acting" => RoleStatus.Acting,
            "claimed" => RoleStatus.Claimed,
            "elect" => RoleStatus.Elect,
            var other => throw row.Error($"'{other}' is no status: write in_office, acting, claimed or elect."),
        };
        var (title, sectors) = titles[office[(colon + 1)..]];
        var country = office[..colon];
        var tenure = new Tenure(title, office, country, sectors, DayRange.Read(row, "from", "to"), status, row);
        var person = Person(row);
        person.Tenures.Add(tenure);
        if (!_byOffice.TryGetValue(office, out var tenures))
            _byOffice.Add(office, tenures = []);
        tenures.Add((person, tenure));
    }

    private void AddPerson(TsvRow row) =>
        Person(row).Tenures.Add(new(row["role"], null, row["country"], row.List("sectors"), DayRange.Read(row, "from", "to"), RoleStatus.Current, row));

    private KnownPerson Person(TsvRow row)
    {
        var name = row["name"];
        if (name.Length == 0)
            throw row.Error("the name is missing.");
        if (!_byName.TryGetValue(name, out var person))
            _byName.Add(name, person = new(name, row["gender"] is { Length: > 0 } gender ? gender[0] : 'u', null));
        if (row.Has("wikidata") && row["wikidata"] is { Length: > 0 } wikidata)
            person.Wikidata = wikidata;
        person.AddName(name);
        foreach (var spelling in row.List("names"))
            person.AddName(spelling);
        return person;
    }
}
