namespace Demarche.Knowledge;

/// <summary>All tables of who is who, loaded once. Immutable.</summary>
public sealed class KnowledgeBase
{
    private KnowledgeBase(Lexicon lexicon)
    {
        States = States.Load(lexicon);
        Organizations = Organizations.Load(lexicon);
        People = People.Load(lexicon, OfficeTitles.Load(lexicon));
        Names = ActorIndex.Build(States, Organizations, People, lexicon);
        Titles = Titles.Load(lexicon);
        GivenNames = GivenNames.Load(lexicon);
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

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static KnowledgeBase Load(Lexicon lexicon) => new(lexicon);
}
