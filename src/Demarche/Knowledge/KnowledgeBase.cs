namespace Demarche.Knowledge;

/// <summary>All tables of who is who, loaded once. Immutable.</summary>
public sealed class KnowledgeBase
{
    // By organization: "NATO" of NATO:secretary_general.
    private readonly Lazy<Dictionary<string, string>> _prefixes;

    private KnowledgeBase(Lexicon lexicon)
    {
        LexiconCheck.Require(lexicon);
        States = States.Load(lexicon);
        Names = new();
        for (var i = 0; i < States.Names.Count; i++)
            Names.AddState(NameKey.Of(States.Names[i].Name), i);
        Organizations = Organizations.Load(lexicon, Names);
        People = People.Load(lexicon, OfficeTitles.Load(lexicon), CountryOf, Names);
        Roles = Roles.Load(lexicon, Names);
        Names.Complete(this);
        GivenNames = GivenNames.Load(lexicon);
        Titles = Titles.Load(lexicon);
        WeakRoles = WeakRoles.Load(lexicon);
        Places = PlaceNames.Of(lexicon, States);
        _prefixes = new(Prefixes);
    }

    /// <summary>States and territories.</summary>
    public States States { get; }

    /// <summary>Organizations and groups.</summary>
    public Organizations Organizations { get; }

    /// <summary>People and who held which office when.</summary>
    public People People { get; }

    /// <summary>Every name and role noun.</summary>
    public ActorIndex Names { get; }

    /// <summary>Role nouns.</summary>
    internal Roles Roles { get; }

    /// <summary>Titles that stand before names.</summary>
    public Titles Titles { get; }

    /// <summary>Given names with their gender.</summary>
    public GivenNames GivenNames { get; }

    /// <summary>Nouns that leave their sector to the words beside them.</summary>
    internal WeakRoles WeakRoles { get; }

    /// <summary>Towns and regions.</summary>
    internal PlaceNames Places { get; }

    /// <summary>What stands before the colon in the keys of an international organization's offices ("NATO"); null where it has none.</summary>
    internal string? OfficePrefixOf(KnownOrganization organization) => _prefixes.Value.TryGetValue(organization.Id, out var prefix) ? prefix : null;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static KnowledgeBase Load(Lexicon lexicon) => lexicon.Once(static lexicon => new KnowledgeBase(lexicon));

    private static string NameOf(string prefix) => NameKey.Of(prefix switch { "UNO" => "United Nations", "EUR" => "European Union", _ => prefix });

    // The offices of international organizations are those of these organizations' codes.
    private string? CountryOf(string prefix) =>
        States.ByCode(prefix) is not null || prefix is "UNO" or "EUR" or "NGO" ? null : Names.OrganizationsNamed(NameOf(prefix)).FirstOrDefault()?.Country ?? "IGO";

    private Dictionary<string, string> Prefixes()
    {
        Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
        foreach (var prefix in People.InternationalPrefixes(States))
            foreach (var organization in Names.OrganizationsNamed(NameOf(prefix)))
                prefixes.TryAdd(organization.Id, prefix);
        return prefixes;
    }
}
