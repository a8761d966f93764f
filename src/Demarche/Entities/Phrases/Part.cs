using Demarche.Knowledge;
using Demarche.Places;

namespace Demarche.Entities.Phrases;

/// <summary>A part of a phrase and what the tables say of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word, inclusive.</param>
internal readonly record struct Part(PartKind Kind, int First, int Last)
{
    /// <summary>The table's row.</summary>
    public ActorName? Known { get; init; }

    /// <summary>The title.</summary>
    public Title? Title { get; init; }

    /// <summary>The town or region.</summary>
    public PlaceEntry? Place { get; init; }

    /// <summary>Whether a possessive mark follows: "Chile's".</summary>
    public bool IsPossessor { get; init; }
}
