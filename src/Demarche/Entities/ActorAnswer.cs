using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>Whom a name or phrase stands for at a date.</summary>
public sealed record ActorAnswer
{
    /// <summary>Nothing is known.</summary>
    public static ActorAnswer None { get; } = new();

    /// <summary>Whether the tables tell nothing: no name, no country, no sector.</summary>
    public bool IsNone => Name is null && Country is null && Sectors.Count == 0 && Role is null;

    /// <summary>The usual name; null where only a country or sector can be told.</summary>
    public string? Name { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public EntityKind Kind { get; init; }

    /// <summary>ISO code or PLOVER's code of an international body.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors, the primary first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>The role at the date.</summary>
    public Role? Role { get; init; }

    /// <summary>Wikidata id.</summary>
    public string? Wikidata { get; init; }

    /// <summary>m, f or u.</summary>
    public char Gender { get; init; } = 'u';

    /// <summary>Whether the words name several.</summary>
    public bool IsPlural { get; init; }

    /// <summary>What is the same for all words that stand for the same: "person:…", "state:…", "org:…"; null for a description.</summary>
    public string? Key { get; init; }

    /// <summary>The rows and rules that told so.</summary>
    public string? Why { get; init; }
}
