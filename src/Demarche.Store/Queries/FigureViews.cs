namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>What amounts are told of.</summary>
public sealed record FigureMatter
{
    /// <summary>What filters take and links hold.</summary>
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public string? Unit { get; init; }
    public string? Country { get; init; }
    public EntityRef? From { get; init; }
    public EntityRef? To { get; init; }
    public int Figures { get; init; }
    public DateOnly? First { get; init; }
    public DateOnly? Last { get; init; }
}

/// <summary>A figure as an article tells it.</summary>
public sealed record FigureView
{
    public required FigureMatter Matter { get; init; }
    public double? Value { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Qualifier { get; init; }
    public string? Period { get; init; }

    /// <summary>Whom the article gives as its source; null where it gives the figure as its own.</summary>
    public EntityRef? AccordingTo { get; init; }
    public DateOnly? Day { get; init; }
    public required SourceRef Source { get; init; }
}

/// <summary>The figures of one matter, each source its own line.</summary>
public sealed record FigureSeries(FigureMatter Matter, IReadOnlyList<FigureLine> Lines);

/// <summary>What one source says over time.</summary>
/// <param name="AccordingTo">The source; null for articles that name none.</param>
/// <param name="Figures">The figures, by day.</param>
public sealed record FigureLine(EntityRef? AccordingTo, IReadOnlyList<FigureView> Figures);

/// <summary>Which figures are asked for.</summary>
public sealed record FigureFilter
{
    public string? Matter { get; init; }
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public string? Unit { get; init; }
    public string? Country { get; init; }
    public string? AccordingTo { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Article { get; init; }
    public string? Crisis { get; init; }

    /// <summary>Whether durations and distances are left out.</summary>
    public bool WithoutLengths { get; init; } = true;
}
