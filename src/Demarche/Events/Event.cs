using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;

namespace Demarche.Events;

/// <summary>PLOVER's sixteen types (manual, draft 2.0).</summary>
public enum EventType : byte
{
#pragma warning disable CS1591 // as PLOVER names them
    Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
#pragma warning restore CS1591
}

/// <summary>How the act of an event stands.</summary>
public enum EventStatus : byte
{
    /// <summary>It happened or is happening.</summary>
    Actual,
    /// <summary>It is announced or intended.</summary>
    Planned,
    /// <summary>It may, could, would happen.</summary>
    Hypothetical,
    /// <summary>It did not happen.</summary>
    Negated,
}

/// <summary>Who did what to whom.</summary>
public sealed record Event
{
    /// <summary>The record's id: e1, e2 …</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>PLOVER modes.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code.</summary>
    public string? Cameo { get; init; }

    /// <summary>Who acts; in reciprocal events all parties.</summary>
    public ImmutableArray<Entity> Actors { get; init; } = [];

    /// <summary>To whom.</summary>
    public ImmutableArray<Entity> Recipients { get; init; } = [];

    /// <summary>When, EDTF.</summary>
    public string? Date { get; init; }

    /// <summary>Where the date is from: a time's id, "dateline" or "published".</summary>
    public string? DateFrom { get; init; }

    /// <summary>The id of the place.</summary>
    public string? Place { get; init; }

    /// <summary>How the act stands.</summary>
    public EventStatus Status { get; init; }

    /// <summary>The id of the statement that the event is only asserted in.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>The id of the first telling, where this one repeats it.</summary>
    public string? SameAs { get; init; }

    /// <summary>Ids of the figures that tell its size.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>The trigger's words.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>The trigger's head token.</summary>
    public required TokenRef TriggerHead { get; init; }

    /// <summary>The words of the whole event.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The rule that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }
}

/// <summary>The events of a document, in order of their triggers.</summary>
/// <param name="All">The events.</param>
public sealed record EventLayer(ImmutableArray<Event> All);
