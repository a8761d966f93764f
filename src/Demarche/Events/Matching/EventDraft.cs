using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;

namespace Demarche.Events.Matching;

/// <summary>An event in the making. Mutable; lives while one sentence is coded.</summary>
internal sealed class EventDraft
{
    public required EventType Type { get; init; }

    public required string Rule { get; init; }

    public required int Token { get; init; }

    public ImmutableArray<string> Modes { get; set; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    public string? Cameo { get; set; }

    public List<Entity> Actors { get; init; } = [];

    public List<Entity> Recipients { get; init; } = [];

    public EventStatus Status { get; set; }

    public double Confidence { get; set; }

    /// <summary>The match that it is from; a composed event has its inner event's.</summary>
    public required Match Match { get; init; }

    /// <summary>The first and the last token of the trigger's words.</summary>
    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>Whether it is made of an outer and an inner word.</summary>
    public bool Composed { get; init; }

    /// <summary>Whether it is the act of saying itself, so that the statement that it stands in does not report it.</summary>
    public bool IsSaying { get; set; }

    public bool Dropped { get; set; }

    /// <summary>Whether its recipients stand outside its clause: they were told of before.</summary>
    public bool Bridged { get; set; }

    /// <summary>Whether it lies before the time that the text tells of ("had annexed").</summary>
    public bool Past { get; set; }
}
