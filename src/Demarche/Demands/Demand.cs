using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;

namespace Demarche.Demands;

/// <summary>How a demand was answered.</summary>
public enum DemandAnswer : byte
{
#pragma warning disable CS1591 // as the record names them
    Open, Met, Refused, Partly,
#pragma warning restore CS1591
}

/// <summary>Something asked of somebody, perhaps by a date.</summary>
public sealed record Demand
{
    /// <summary>The record's id: d1, d2 …</summary>
    public required string Id { get; init; }

    /// <summary>Who asks.</summary>
    public ImmutableArray<Entity> By { get; init; } = [];

    /// <summary>Of whom.</summary>
    public ImmutableArray<Entity> Of { get; init; } = [];

    /// <summary>What is asked.</summary>
    public required TextSpan Content { get; init; }

    /// <summary>By when, EDTF.</summary>
    public string? Deadline { get; init; }

    /// <summary>How it was answered, as far as the article tells.</summary>
    public DemandAnswer Answer { get; init; }

    /// <summary>The words of the answer.</summary>
    public TextSpan? AnswerSpan { get; init; }

    /// <summary>The words of the demand.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The id of the event that it was read from.</summary>
    public string? FromEvent { get; init; }
}

/// <summary>The demands of a document, in order.</summary>
/// <param name="All">The demands.</param>
public sealed record DemandLayer(ImmutableArray<Demand> All);
