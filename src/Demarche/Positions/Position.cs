using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;

namespace Demarche.Positions;

/// <summary>How an actor stands toward another.</summary>
public enum Stance : byte
{
#pragma warning disable CS1591 // as the record names them
    Recognizes, DoesNotRecognize, ClaimsOffice, Supports, Opposes, Neutral,
#pragma warning restore CS1591
}

/// <summary>Where an actor stands.</summary>
public sealed record Position
{
    /// <summary>The record's id: o1, o2 …</summary>
    public required string Id { get; init; }

    /// <summary>Who holds it.</summary>
    public required Entity Holder { get; init; }

    /// <summary>Toward whom; null for a claim to an office.</summary>
    public Entity? Toward { get; init; }

    /// <summary>How.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The matter in words.</summary>
    public string? About { get; init; }

    /// <summary>The key of the office that it is about ("VEN:president").</summary>
    public string? Office { get; init; }

    /// <summary>Since when at the latest, EDTF.</summary>
    public string? AsOf { get; init; }

    /// <summary>Until when, EDTF.</summary>
    public string? Until { get; init; }

    /// <summary>The id of the statement that it is taken in.</summary>
    public string? Statement { get; init; }

    /// <summary>Who says so, where it is not the holder.</summary>
    public Entity? AccordingTo { get; init; }

    /// <summary>The id of the event that it is inferred from.</summary>
    public string? FromEvent { get; init; }

    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }
}

/// <summary>The positions of a document, in order.</summary>
/// <param name="All">The positions.</param>
public sealed record PositionLayer(ImmutableArray<Position> All);
