namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>A demand, over all tellings, as of a day.</summary>
public sealed record DemandView
{
    public IReadOnlyList<EntityRef> By { get; init; } = [];
    public IReadOnlyList<EntityRef> Of { get; init; } = [];
    public required string Content { get; init; }
    public DateOnly? Made { get; init; }
    public string? Deadline { get; init; }
    public DateOnly? DeadlineDay { get; init; }

    /// <summary>open, met, refused, partly, overdue.</summary>
    public required string State { get; init; }
    public DateOnly? Answered { get; init; }
    public string? AnswerWords { get; init; }
    public int Reports { get; init; }
    public IReadOnlyList<SourceRef> Sources { get; init; } = [];
}

/// <summary>Which demands are asked for.</summary>
public sealed record DemandFilter
{
    /// <summary>The day as of which states are told; the last article's day where it is left out.</summary>
    public DateOnly? AsOf { get; init; }
    public string? By { get; init; }
    public string? Of { get; init; }
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>With a deadline at or after this day.</summary>
    public DateOnly? DueFrom { get; init; }
    public DateOnly? DueUntil { get; init; }
    public DateOnly? MadeFrom { get; init; }
    public string? Crisis { get; init; }

    /// <summary>Whether those without a deadline are left out.</summary>
    public bool WithDeadline { get; init; }

    /// <summary>Whether the nearest deadline stands first, instead of the newest demand.</summary>
    public bool ByDeadline { get; init; }
}
