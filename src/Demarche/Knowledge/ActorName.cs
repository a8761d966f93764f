namespace Demarche.Knowledge;

/// <summary>What the tables say that a name or noun may stand for. Exactly one of the targets is set.</summary>
public sealed record ActorName
{
    /// <summary>A state, named in the way of <see cref="StateName"/>.</summary>
    public State? State { get; init; }

    /// <summary>How the name names <see cref="State"/>.</summary>
    public StateNameKind StateName { get; init; }

    /// <summary>An organization.</summary>
    public KnownOrganization? Organization { get; init; }

    /// <summary>A person, by a full name.</summary>
    public KnownPerson? Person { get; init; }

    /// <summary>A role.</summary>
    public RoleNoun? Role { get; init; }

    /// <summary>Whether <see cref="Role"/> stands in the plural.</summary>
    public bool IsPlural { get; init; }

    /// <summary>The letters that the text must have to the letter, for short acronyms ("US", "WHO"); null where case does not matter.</summary>
    public string? Exact { get; init; }

    /// <summary>The name or noun as the table spells it.</summary>
    public required string Spelling { get; init; }

    /// <summary>The row that says so.</summary>
    public required TsvRow Row { get; init; }

    /// <summary>Where the row stands, for explanations: "Knowledge/states.tsv:12".</summary>
    public string Why => $"{Row.File.Origin}:{Row.Line}";

    /// <summary>Whether it is a name, and not a role noun.</summary>
    public bool IsName => Role is null;
}
