namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>Somebody, as other entries name him. <c>Key</c> is what filters take and links hold.</summary>
public sealed record EntityRef(string Key, string Name, string Kind, string? Country);

/// <summary>Somebody in the list of actors.</summary>
public sealed record EntityView
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string? Country { get; init; }
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public string? Wikidata { get; init; }
    public bool Contested { get; init; }

    /// <summary>Whether it is a description ("officials") under which others may be meant in each article.</summary>
    public bool Local { get; init; }

    /// <summary>The state that its words and acts count for; null where it speaks for itself.</summary>
    public EntityRef? SpeaksFor { get; init; }
    public int Articles { get; init; }
    public DateOnly? First { get; init; }
    public DateOnly? Last { get; init; }
}

/// <summary>Everything about one actor that the store tells in numbers; lists are asked for with its key.</summary>
public sealed record ActorView
{
    public required EntityView Entity { get; init; }

    /// <summary>Keys that lead to the same actor: of merges, and of articles that knew less.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
    public IReadOnlyList<RoleView> Roles { get; init; } = [];
    public IReadOnlyList<CounterpartView> Counterparts { get; init; } = [];
    public IReadOnlyList<MentionedWith> MentionedWith { get; init; } = [];
    public int Events { get; init; }
    public int Statements { get; init; }
    public int SpokenOf { get; init; }
    public int Positions { get; init; }
    public int Demands { get; init; }
}

/// <summary>A role, and between which days articles give it.</summary>
public sealed record RoleView(string Title, string? Office, string Status, DateOnly? First, DateOnly? Last, int Articles);

/// <summary>Dealings of an actor with another: events and the sum of their PLOVER scores, by who acted.</summary>
public sealed record CounterpartView(EntityRef Other, int Acts, double ActsScore, int Receives, double ReceivesScore, DateOnly? Last);

/// <summary>Who is named in the same articles.</summary>
public sealed record MentionedWith(EntityRef Other, int Articles);

/// <summary>Which actors are asked for.</summary>
public sealed record EntityFilter
{
    /// <summary>Words of the name; each must begin a word of it.</summary>
    public string? Search { get; init; }
    public string? Kind { get; init; }
    public string? Country { get; init; }
    public string? Sector { get; init; }
    public string? Crisis { get; init; }

    /// <summary>Whether descriptions ("officials") are told too.</summary>
    public bool Local { get; init; }
}
