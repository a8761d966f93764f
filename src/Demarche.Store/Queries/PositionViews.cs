namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>A stretch of time in which an actor holds a position, over all tellings.</summary>
public sealed record PositionView
{
    /// <summary>Who holds it: the state, where its head or a minister spoke.</summary>
    public required EntityRef Holder { get; init; }

    /// <summary>Who took it first.</summary>
    public required EntityRef Speaker { get; init; }
    public EntityRef? Toward { get; init; }
    public required string Stance { get; init; }
    public string? About { get; init; }
    public string? Office { get; init; }
    public DateOnly? AsOf { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is only inferred from what the actor did.</summary>
    public bool Inferred { get; init; }
    public double Confidence { get; init; }

    /// <summary>contradicted, undated, at_odds_with_words, ends_before_it_begins.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];
    public int Reports { get; init; }

    /// <summary>The stance that ended it.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Up to five tellings, the first ones first.</summary>
    public IReadOnlyList<SourceRef> Sources { get; init; } = [];
}

/// <summary>Which positions are asked for.</summary>
public sealed record PositionFilter
{
    /// <summary>Held on this day; all times where it is left out.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Taken at or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Taken by this day.</summary>
    public DateOnly? Until { get; init; }
    public string? Holder { get; init; }
    public string? Toward { get; init; }
    public IReadOnlyList<string> Stances { get; init; } = [];
    public string? Office { get; init; }
    public string? Crisis { get; init; }

    /// <summary>Whether those that are only inferred from acts are left out.</summary>
    public bool SaidOnly { get; init; }
}

/// <summary>Who stands how to what, as of a day. A matter is an office or somebody toward whom positions are held.</summary>
public sealed record PositionMatrix(DateOnly AsOf, IReadOnlyList<EntityRef> Holders, IReadOnlyList<MatterRef> Matters, IReadOnlyList<MatrixCell> Cells);

/// <summary>What positions are about: an actor toward whom they are held, with the office where there is one.</summary>
public sealed record MatterRef(string Id, EntityRef? Toward, string? Office, string Title);

/// <summary>One actor's position on a matter; both are named by their places in the matrix's lists.</summary>
public sealed record MatrixCell(int Holder, int Matter, PositionView Position);

/// <summary>A contested office as of a day.</summary>
public sealed record RecognitionTable(string Office, DateOnly AsOf, IReadOnlyList<ClaimantView> Claimants);

/// <summary>Somebody who claims or holds an office, and how others stand to that, each with date and sources.</summary>
public sealed record ClaimantView(
    EntityRef Claimant, bool Claims, IReadOnlyList<PositionView> RecognizedBy, IReadOnlyList<PositionView> NotRecognizedBy, IReadOnlyList<PositionView> SupportedBy);

/// <summary>An office that positions are taken on.</summary>
public sealed record OfficeView(string Office, int Claimants, int Positions);
