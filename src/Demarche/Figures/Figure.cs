using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;

namespace Demarche.Figures;

/// <summary>What an amount counts.</summary>
public enum FigureKind : byte
{
#pragma warning disable CS1591 // as the record names them
    Killed, Injured, Arrested, Displaced, Missing, Money, Count, Distance, Duration, Percent,
#pragma warning restore CS1591
}

/// <summary>How sure or sharp an amount is.</summary>
public enum FigureQualifier : byte
{
#pragma warning disable CS1591 // as the record names them
    AtLeast, AtMost, About, MoreThan, LessThan, Vague,
#pragma warning restore CS1591
}

/// <summary>An amount: of money, of people, of things, of distance, of time, of a whole.</summary>
public sealed record Figure
{
    /// <summary>The record's id: f1, f2 …</summary>
    public required string Id { get; init; }

    /// <summary>What it counts.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The head token: the counted noun or the number.</summary>
    public required int Head { get; init; }

    /// <summary>The amount; null where it is vague.</summary>
    public double? Value { get; init; }

    /// <summary>The lower bound of a range or of a vague amount.</summary>
    public double? Low { get; init; }

    /// <summary>The upper bound of a range or of a vague amount.</summary>
    public double? High { get; init; }

    /// <summary>ISO 4217 code, person, hour, mile, kilometre …; for counts the counted noun's lemma.</summary>
    public string? Unit { get; init; }

    /// <summary>How sure or sharp it is.</summary>
    public FigureQualifier? Qualifier { get; init; }

    /// <summary>Who gives.</summary>
    public ImmutableArray<Entity> From { get; init; } = [];

    /// <summary>Who gets.</summary>
    public ImmutableArray<Entity> To { get; init; } = [];

    /// <summary>EDTF: over which period.</summary>
    public string? Period { get; init; }

    /// <summary>The id of the statement that it stands in.</summary>
    public string? Statement { get; init; }

    /// <summary>Who says so.</summary>
    public Entity? AccordingTo { get; init; }
}

/// <summary>The figures of a document, in order.</summary>
/// <param name="All">The figures.</param>
public sealed record FigureLayer(ImmutableArray<Figure> All);
