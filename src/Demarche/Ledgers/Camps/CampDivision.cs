namespace Demarche.Ledgers.Camps;

// Mirrors docs/camps.md one to one. Names turn into snake_case in JSON.
#pragma warning disable CS1591 // the fields are described in docs/camps.md, field by field

/// <summary>A group of linked actors, divided into the two camps that leave least of the record at odds.</summary>
public sealed record CampDivision
{
    public required string AsOf { get; init; }
    public double Frustration { get; init; }
    public double Weight { get; init; }
    public bool Exact { get; init; }
    public int Ties { get; init; }
    public bool AllTies { get; init; }
    public IReadOnlyList<CampMember> Members { get; init; } = [];
    public IReadOnlyList<CampLink> Links { get; init; } = [];
    public IReadOnlyList<IReadOnlyList<string>> Others { get; init; } = [];
}

/// <summary>An actor in its camp.</summary>
public sealed record CampMember
{
    public required string Entity { get; init; }
    public required string Name { get; init; }
    public required string Camp { get; init; }
    public double Sure { get; init; }
    public double Margin { get; init; }
    public double Weight { get; init; }
    public double FrustrationIfTurned { get; init; }
    public bool Pivotal { get; init; }
    public IReadOnlyList<string> Evidence { get; init; } = [];
}

/// <summary>What stands between two actors: above zero with each other, below against.</summary>
public sealed record CampLink
{
    public required string One { get; init; }
    public required string Other { get; init; }
    public double Weight { get; init; }
    public bool Frustrated { get; init; }
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
