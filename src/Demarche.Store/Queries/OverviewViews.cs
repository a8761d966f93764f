using Demarche.Ledgers.Camps;
using Demarche.Ledgers.Tension;

namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>What is asked of the overview.</summary>
public sealed record OverviewFilter
{
    /// <summary>The day that is "now"; the last article's where it is left out.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Since when something counts as changed; seven days before <see cref="AsOf"/> where it is left out.</summary>
    public DateOnly? Since { get; init; }
    public string? Crisis { get; init; }
}

/// <summary>The state of a crisis as of a day.</summary>
public sealed record Overview
{
    public required DateOnly AsOf { get; init; }
    public required DateOnly Since { get; init; }
    public int Articles { get; init; }
    public int DistinctArticles { get; init; }

    /// <summary>Articles published in the days asked for.</summary>
    public int NewArticles { get; init; }

    /// <summary>Positions that were taken or given up in the days asked for, the newest first.</summary>
    public IReadOnlyList<PositionView> ChangedPositions { get; init; } = [];

    /// <summary>Demands that were made in the days asked for.</summary>
    public IReadOnlyList<DemandView> NewDemands { get; init; } = [];

    /// <summary>Open demands whose deadline is yet to come, the nearest first.</summary>
    public IReadOnlyList<DemandView> Deadlines { get; init; } = [];

    /// <summary>Demands whose deadline ran out in the days asked for.</summary>
    public IReadOnlyList<DemandView> RunOut { get; init; } = [];

    /// <summary>The events of the days asked for that most articles tell and that weigh most.</summary>
    public IReadOnlyList<EventView> Events { get; init; } = [];
    public IReadOnlyList<DyadView> Tension { get; init; } = [];
    public IReadOnlyList<CampDivision> Camps { get; init; } = [];
    public IReadOnlyList<MapPoint> Map { get; init; } = [];
    public IReadOnlyList<FigureView> Figures { get; init; } = [];
}

/// <summary>How two actors deal with each other, week by week.</summary>
public sealed record DyadView(EntityRef One, EntityRef Other, double Current, double Baseline, int Events, IReadOnlyList<TensionWeek> Weeks, IReadOnlyList<TensionChange> Changes);
