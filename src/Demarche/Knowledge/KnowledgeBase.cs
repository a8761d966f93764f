namespace Demarche.Knowledge;

/// <summary>All tables of who is who, loaded once. Immutable.</summary>
public sealed class KnowledgeBase
{
    // By organization: "NATO" of NATO:secretary_general.
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    private KnowledgeBase(Lexicon lexicon)
    {
        LexiconCheck.Require(lexicon);
        // The people are half of the rows: they are read beside the rest.
        var people = Task.Run(() => People.Load(lexicon, OfficeTitles.Load(lexicon)));
        var names = Task.Run(() => (GivenNames: GivenNames.Load(lexicon), Titles: Titles.Load(lexicon), WeakRoles: WeakRoles.Load(lexicon)));
        States = States.Load(lexicon);
        Organizations = Organizations.Load(lexicon);
        var roles = Roles.Load(lexicon).ToList();
        People = people.GetAwaiter().GetResult();
        Names = ActorIndex.Build(States, Organizations, People, roles);
        Dictionary<string, string> codes = new(StringComparer.Ordinal);
        foreach (var prefix in People.InternationalPrefixes(States))
            foreach (var name in Names.Find(NameKey.Of(prefix == "UNO" ? "United Nations" : prefix == "EUR" ? "European Union" : prefix)))
                if (name.Organization is { } organization)
                {
                    _prefixes.TryAdd(organization.Id, prefix);
                    codes.TryAdd(prefix, organization.Country ?? "IGO");
                }
        People.SetCountries(prefix => States.ByCode(prefix) is not null || prefix is "UNO" or "EUR" or "NGO" ? null : codes.GetValueOrDefault(prefix, "IGO"));
        (GivenNames, Titles, WeakRoles) = names.GetAwaiter().GetResult();
        Places = PlaceNames.Of(lexicon, States);
    }

    /// <summary>States and territories.</summary>
    public States States { get; }

    /// <summary>Organizations and groups.</summary>
    public Organizations Organizations { get; }

    /// <summary>People and who held which office when.</summary>
    public People People { get; }

    /// <summary>Every name and role noun.</summary>
    public ActorIndex Names { get; }

    /// <summary>Titles that stand before names.</summary>
    public Titles Titles { get; }

    /// <summary>Given names with their gender.</summary>
    public GivenNames GivenNames { get; }

    /// <summary>Nouns that leave their sector to the words beside them.</summary>
    internal WeakRoles WeakRoles { get; }

    /// <summary>Towns and regions.</summary>
    internal PlaceNames Places { get; }

    /// <summary>What stands before the colon in the keys of an international organization's offices ("NATO"); null where it has none.</summary>
    internal string? OfficePrefixOf(KnownOrganization organization) => _prefixes.TryGetValue(organization.Id, out var prefix) ? prefix : null;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static KnowledgeBase Load(Lexicon lexicon) => lexicon.Once(static lexicon => new KnowledgeBase(lexicon));
}
