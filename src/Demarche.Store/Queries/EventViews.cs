namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>An event, over all tellings.</summary>
public sealed record EventView
{
    public required string Type { get; init; }
    public IReadOnlyList<string> Modes { get; init; } = [];
    public IReadOnlyList<string> Contexts { get; init; } = [];
    public string? Cameo { get; init; }
    public int? Quad { get; init; }
    public double? Score { get; init; }
    public double? Goldstein { get; init; }
    public IReadOnlyList<EntityRef> Actor { get; init; } = [];
    public IReadOnlyList<EntityRef> Recipient { get; init; } = [];
    public string? Date { get; init; }
    public DateOnly? Day { get; init; }
    public PlaceRef? Place { get; init; }
    public required string Status { get; init; }

    /// <summary>Whether no telling gives it as fact.</summary>
    public bool Asserted { get; init; }
    public EntityRef? ReportedBy { get; init; }
    public required string Rule { get; init; }
    public double Confidence { get; init; }

    /// <summary>How many articles tell it, copies of one counted once.</summary>
    public int Reports { get; init; }

    /// <summary>The telling that stands for all.</summary>
    public required SourceRef Source { get; init; }
}

/// <summary>A place.</summary>
public sealed record PlaceRef(string Name, string? Country, string? Admin1, string Precision, double? Lat, double? Lon, long? Geonameid);

/// <summary>Which events are asked for. What is left out is not asked for; of lists one fits.</summary>
public sealed record EventFilter
{
    public IReadOnlyList<string> Types { get; init; } = [];
    public IReadOnlyList<string> Modes { get; init; } = [];
    public IReadOnlyList<string> Contexts { get; init; } = [];
    public IReadOnlyList<string> Statuses { get; init; } = [];
    public IReadOnlyList<int> Quads { get; init; } = [];

    /// <summary>Keys: who acts, or his state.</summary>
    public string? Actor { get; init; }

    /// <summary>To whom it is done, or his state.</summary>
    public string? Recipient { get; init; }

    /// <summary>Who is on either side.</summary>
    public string? Entity { get; init; }

    /// <summary>With <see cref="Entity"/>: who is on the other side; in which direction does not matter.</summary>
    public string? Counterpart { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Where, ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>The place's name.</summary>
    public string? Place { get; init; }
    public double? MinConfidence { get; init; }

    /// <summary>Whether what is only asserted is left out.</summary>
    public bool FactsOnly { get; init; }

    /// <summary>At least so many articles tell it.</summary>
    public int? MinReports { get; init; }
    public string? Article { get; init; }
    public string? Crisis { get; init; }

    /// <summary>Whether the oldest stand first.</summary>
    public bool OldestFirst { get; init; }
}

/// <summary>A number of events of one type in one week (named by its Monday).</summary>
public sealed record EventCount(DateOnly Week, string Type, int Events, double Score);

/// <summary>Events at one place.</summary>
public sealed record MapPoint(PlaceRef Place, int Events, double Score, DateOnly? Last, IReadOnlyDictionary<string, int> Types);
