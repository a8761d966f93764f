namespace Demarche.Records;

// The record's own types mirror docs/record.md one to one; spans count Unicode code points. Names turn into snake_case in JSON.
#pragma warning disable CS1591 // the fields are described in docs/record.md, field by field

/// <summary>Everything that was read from one article: the contract that exports, the store and the desk build on.</summary>
public sealed record Record
{
    public string Schema { get; init; } = "demarche/1";
    public required string Id { get; init; }
    public required CoderVersion Coder { get; init; }
    public required RecordSource Source { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<RecordDropped> Dropped { get; init; } = [];
    public IReadOnlyList<RecordSentence> Sentences { get; init; } = [];
    public IReadOnlyList<RecordEntity> Entities { get; init; } = [];
    public IReadOnlyList<RecordEvent> Events { get; init; } = [];
    public IReadOnlyList<RecordStatement> Statements { get; init; } = [];
    public IReadOnlyList<RecordPosition> Positions { get; init; } = [];
    public IReadOnlyList<RecordDemand> Demands { get; init; } = [];
    public IReadOnlyList<RecordFigure> Figures { get; init; } = [];
    public IReadOnlyList<RecordTime> Times { get; init; } = [];
    public IReadOnlyList<RecordPlace> Places { get; init; } = [];
}

/// <summary>A half-open range of Unicode code points in the record's text.</summary>
public readonly record struct RecordSpan(int Begin, int End);

/// <summary>Where the article is from.</summary>
public sealed record RecordSource
{
    public string? Uri { get; init; }
    public string? Publisher { get; init; }
    public string? Headline { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Published { get; init; }
    public string? PublishedAt { get; init; }
    public string? Retrieved { get; init; }
    public RecordDateline? Dateline { get; init; }
    public string? Language { get; init; }
}

/// <summary>The dateline's words and its place.</summary>
public sealed record RecordDateline(string Text, string? Place);

/// <summary>Words that cleaning took out; <c>At</c> is where in the text they stood.</summary>
public sealed record RecordDropped(string Kind, string Text, int At);

/// <summary>A sentence.</summary>
public sealed record RecordSentence(int Begin, int End, int Paragraph);

/// <summary>An entity.</summary>
public sealed record RecordEntity
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string? Country { get; init; }
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public IReadOnlyList<RecordRole> Roles { get; init; } = [];
    public bool Contested { get; init; }
    public string? Place { get; init; }
    public string? Wikidata { get; init; }
    public IReadOnlyList<RecordMention> Mentions { get; init; } = [];
}

/// <summary>A role as of the article's date.</summary>
public sealed record RecordRole(string Title, string? Office, string Status);

/// <summary>Words that stand for an entity.</summary>
public sealed record RecordMention(int Begin, int End, string Form);

/// <summary>An event.</summary>
public sealed record RecordEvent
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required string Type { get; init; }
    public IReadOnlyList<string> Modes { get; init; } = [];
    public IReadOnlyList<string> Contexts { get; init; } = [];
    public string? Cameo { get; init; }
    public int? Quad { get; init; }
    public double? Score { get; init; }
    public double? Goldstein { get; init; }
    public IReadOnlyList<string> Actor { get; init; } = [];
    public IReadOnlyList<string> Recipient { get; init; } = [];
    public string? Date { get; init; }
    public string? DateFrom { get; init; }
    public string? Place { get; init; }
    public required string Status { get; init; }
    public string? ReportedBy { get; init; }
    public string? SameAs { get; init; }
    public IReadOnlyList<string> Figures { get; init; } = [];
    public RecordSpan Trigger { get; init; }
    public RecordSpan Span { get; init; }
    public int Sentence { get; init; }
    public required string Rule { get; init; }
    public double Confidence { get; init; }
}

/// <summary>A statement.</summary>
public sealed record RecordStatement
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public string? Speaker { get; init; }
    public RecordSpan? SpeakerSpan { get; init; }
    public bool Anonymous { get; init; }
    public RecordSpan? Cue { get; init; }
    public IReadOnlyList<RecordSpan> Content { get; init; } = [];
    public string? Within { get; init; }
    public IReadOnlyList<string> Addressee { get; init; } = [];
    public string? Date { get; init; }
    public bool Negated { get; init; }
}

/// <summary>A position.</summary>
public sealed record RecordPosition
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required string Holder { get; init; }
    public string? Toward { get; init; }
    public required string Stance { get; init; }
    public string? About { get; init; }
    public string? Office { get; init; }
    public string? AsOf { get; init; }
    public string? Until { get; init; }
    public string? Statement { get; init; }
    public string? AccordingTo { get; init; }
    public string? FromEvent { get; init; }
    public RecordSpan Span { get; init; }
    public double Confidence { get; init; }
}

/// <summary>A demand.</summary>
public sealed record RecordDemand
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public IReadOnlyList<string> By { get; init; } = [];
    public IReadOnlyList<string> Of { get; init; } = [];
    public RecordSpan Content { get; init; }
    public string? Deadline { get; init; }
    public required string Answer { get; init; }
    public RecordSpan? AnswerSpan { get; init; }
    public RecordSpan Span { get; init; }
}

/// <summary>A figure.</summary>
public sealed record RecordFigure
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public double? Value { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Unit { get; init; }
    public string? Qualifier { get; init; }
    public IReadOnlyList<string> From { get; init; } = [];
    public IReadOnlyList<string> To { get; init; } = [];
    public string? Period { get; init; }
    public string? Statement { get; init; }
    public string? AccordingTo { get; init; }
    public RecordSpan Span { get; init; }
}

/// <summary>A time.</summary>
public sealed record RecordTime
{
    public required string Id { get; init; }
    public int Begin { get; init; }
    public int End { get; init; }
    public required string Kind { get; init; }
    public string? Value { get; init; }
    public string? Resolved { get; init; }
}

/// <summary>A place.</summary>
public sealed record RecordPlace
{
    public required string Id { get; init; }
    public int Begin { get; init; }
    public int End { get; init; }
    public required string Name { get; init; }
    public string? Country { get; init; }
    public string? Admin1 { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public required string Precision { get; init; }
    public long? Geonameid { get; init; }
}
