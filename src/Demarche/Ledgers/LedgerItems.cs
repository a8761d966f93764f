namespace Demarche.Ledgers;

// The ledger's own types mirror docs/ledger.md one to one. Names turn into snake_case in JSON.
#pragma warning disable CS1591 // the fields are described in docs/ledger.md, field by field

/// <summary>An article that the ledger rests on.</summary>
public sealed record LedgerArticle
{
    public required string Id { get; init; }
    public string? Uri { get; init; }
    public string? Publisher { get; init; }
    public string? Headline { get; init; }
    public string? Published { get; init; }
    public string? CopyOf { get; init; }
    public string? Copy { get; init; }
}

/// <summary>Where something is told.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Sentence">The number of the sentence in the record, from 0.</param>
/// <param name="Id">The entry's id in the article's record.</param>
public readonly record struct LedgerSource(string Article, int Sentence, string Id);

/// <summary>Somebody, over all articles.</summary>
public sealed record LedgerEntity
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string? Country { get; init; }
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public IReadOnlyList<string> Offices { get; init; } = [];
    public bool Contested { get; init; }
    public string? Wikidata { get; init; }
    public string? SpeaksFor { get; init; }
    public int Articles { get; init; }
}

/// <summary>An event, over all tellings.</summary>
public sealed record LedgerEvent
{
    public required string Id { get; init; }
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
    public string? Country { get; init; }
    public required string Status { get; init; }
    public bool AssertedOnly { get; init; }
    public IReadOnlyList<string> ReportedBy { get; init; } = [];
    public int Reports { get; init; }
    public LedgerSource First { get; init; }
    public IReadOnlyList<LedgerSource> Sources { get; init; } = [];
    public double Confidence { get; init; }
}

/// <summary>A quotation, over all tellings.</summary>
public sealed record LedgerQuote
{
    public required string Id { get; init; }
    public string? Speaker { get; init; }
    public required string Words { get; init; }
    public string? Date { get; init; }
    public int Reports { get; init; }
    public IReadOnlyList<LedgerSource> Sources { get; init; } = [];
}

/// <summary>The amounts that are told of one matter.</summary>
public sealed record LedgerMatter
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public string? Unit { get; init; }
    public string? Country { get; init; }
    public IReadOnlyList<string> From { get; init; } = [];
    public IReadOnlyList<string> To { get; init; } = [];
    public bool Rivals { get; init; }
    public IReadOnlyList<LedgerFigure> Figures { get; init; } = [];
}

/// <summary>An amount that is told of a matter.</summary>
public sealed record LedgerFigure
{
    public string? Date { get; init; }
    public double? Value { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Qualifier { get; init; }
    public string? Period { get; init; }
    public string? AccordingTo { get; init; }
    public IReadOnlyList<LedgerSource> Sources { get; init; } = [];
}

/// <summary>A stretch of time in which an actor holds a position.</summary>
public sealed record LedgerPosition
{
    public required string Id { get; init; }
    public required string Holder { get; init; }
    public string? For { get; init; }
    public string? Toward { get; init; }
    public required string Stance { get; init; }
    public string? Office { get; init; }
    public string? About { get; init; }
    public string? From { get; init; }
    public string? Until { get; init; }
    public string? EndedBy { get; init; }
    public bool Inferred { get; init; }
    public double Confidence { get; init; }
    public IReadOnlyList<string> Marks { get; init; } = [];
    public IReadOnlyList<string> ConflictsWith { get; init; } = [];
    public int Reports { get; init; }
    public IReadOnlyList<LedgerSource> Sources { get; init; } = [];
}

/// <summary>An office and those who claim it, as of a date.</summary>
public sealed record LedgerOffice
{
    public required string Office { get; init; }
    public IReadOnlyList<LedgerClaimant> Claimants { get; init; } = [];
}

/// <summary>Somebody who holds or claims an office, and how others stand to that.</summary>
public sealed record LedgerClaimant
{
    public required string Entity { get; init; }
    public bool Claims { get; init; }
    public IReadOnlyList<LedgerRecognition> RecognizedBy { get; init; } = [];
    public IReadOnlyList<LedgerRecognition> NotRecognizedBy { get; init; } = [];
    public IReadOnlyList<LedgerRecognition> SupportedBy { get; init; } = [];
}

/// <summary>One actor's stance to a claimant.</summary>
/// <param name="Entity">The actor: the state where its head of state or a minister took the position.</param>
/// <param name="Since">Since when at the latest, EDTF.</param>
/// <param name="Position">The position's id.</param>
public sealed record LedgerRecognition(string Entity, string? Since, string Position);

/// <summary>A demand, over all tellings.</summary>
public sealed record LedgerDemand
{
    public required string Id { get; init; }
    public IReadOnlyList<string> By { get; init; } = [];
    public IReadOnlyList<string> Of { get; init; } = [];
    public required string Content { get; init; }
    public string? Made { get; init; }
    public string? Deadline { get; init; }
    public required string State { get; init; }
    public string? Answered { get; init; }
    public string? AnswerWords { get; init; }
    public LedgerSource? AnswerSource { get; init; }
    public IReadOnlyList<string> Marks { get; init; } = [];
    public int Reports { get; init; }
    public IReadOnlyList<LedgerSource> Sources { get; init; } = [];
}
