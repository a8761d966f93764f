using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Entities;

/// <summary>What sort of thing an entity is.</summary>
public enum EntityKind : byte
{
    /// <summary>Cannot be told.</summary>
    Unknown,
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A state or its government as a whole.</summary>
    State,
    /// <summary>An institution.</summary>
    Organization,
    /// <summary>People who have something in common.</summary>
    Group,
    /// <summary>A place that is meant as a place.</summary>
    Place,
}

/// <summary>How words stand for an entity.</summary>
public enum MentionForm : byte
{
    /// <summary>By its name.</summary>
    Name,
    /// <summary>By a noun ("the minister").</summary>
    Nominal,
    /// <summary>By a pronoun.</summary>
    Pronoun,
    /// <summary>By an adjective or noun of nationality ("Russian").</summary>
    Demonym,
    /// <summary>By the name of something near it ("the Kremlin", "Moscow").</summary>
    Metonym,
}

/// <summary>Words that stand for an entity.</summary>
/// <param name="Span">The words.</param>
/// <param name="Sentence">The number of the sentence.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token, inclusive.</param>
/// <param name="Head">The head token.</param>
/// <param name="Form">How they stand for it.</param>
public sealed record Mention(TextSpan Span, int Sentence, int First, int Last, int Head, MentionForm Form);

/// <summary>Whether a role is held.</summary>
public enum RoleStatus : byte
{
    /// <summary>Held at the article's date.</summary>
    Current,
    /// <summary>No longer held.</summary>
    Former,
    /// <summary>Held in another's stead.</summary>
    Acting,
    /// <summary>Won but not yet taken up.</summary>
    Elect,
    /// <summary>Claimed against a rival.</summary>
    Claimed,
}

/// <summary>A role that somebody has.</summary>
/// <param name="Title">The role in words ("defense minister").</param>
/// <param name="Office">The office's key ("VEN:defence_minister"), where it is one.</param>
/// <param name="Status">Whether it is held, as of the article's date.</param>
public sealed record Role(string Title, string? Office, RoleStatus Status);

/// <summary>Somebody or something that the article mentions, resolved once.</summary>
public sealed record Entity
{
    /// <summary>The record's id: n1, n2 …</summary>
    public required string Id { get; init; }

    /// <summary>The usual name, else the best mention's words.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public EntityKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-3 (old ones for states that are gone, XKX for Kosovo) or PLOVER's IGO, NGO, MNC …</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors, the primary first.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Roles as of the article's date.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Whether another entity claims the same office at that date.</summary>
    public bool Contested { get; init; }

    /// <summary>The id of a place of the same name.</summary>
    public string? PlaceId { get; init; }

    /// <summary>Wikidata id.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Where it is mentioned, in order.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>What told who this is: a table's file and line, or the article's own words. For explanations.</summary>
    public string? Why { get; init; }
}
