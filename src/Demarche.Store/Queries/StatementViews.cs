namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>A statement: who said what, to whom and of whom.</summary>
public sealed record StatementView
{
    public required string Kind { get; init; }
    public EntityRef? Speaker { get; init; }

    /// <summary>How the article names the speaker.</summary>
    public string? SpeakerWords { get; init; }
    public bool Anonymous { get; init; }
    public bool Negated { get; init; }

    /// <summary>What was said; parts of an interrupted quotation with … between.</summary>
    public required string Content { get; init; }
    public IReadOnlyList<EntityRef> Addressee { get; init; } = [];
    public IReadOnlyList<EntityRef> About { get; init; } = [];
    public string? Date { get; init; }
    public DateOnly? Day { get; init; }

    /// <summary>How many articles carry the quotation, copies of one counted once.</summary>
    public int Reports { get; init; }
    public required SourceRef Source { get; init; }
}

/// <summary>Which statements are asked for.</summary>
public sealed record StatementFilter
{
    /// <summary>Words of what was said; written as for articles.</summary>
    public string? Search { get; init; }
    public string? Speaker { get; init; }
    public string? About { get; init; }
    public string? Addressee { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public string? Kind { get; init; }
    public bool? Anonymous { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Article { get; init; }
    public string? Crisis { get; init; }

    /// <summary>Whether each quotation is told once, however many articles carry it.</summary>
    public bool Distinct { get; init; }
    public bool ByRelevance { get; init; }
}
