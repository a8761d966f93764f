using System.Collections.Immutable;
using Demarche.Demands;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Places;
using Demarche.Positions;
using Demarche.Statements;
using Demarche.Times;

namespace Demarche.Documents;

/// <summary>The layers of a document that the library's own steps give, in the order in which they do.</summary>
public static class Layers
{
    /// <summary>Sentences with their tokens, trees and names.</summary>
    public static Layer<SentenceList> Sentences { get; } = new("sentences");

    /// <summary>Time expressions with their values.</summary>
    public static Layer<TimeLayer> Times { get; } = new("times");

    /// <summary>Who said what: cue, content and the words that name the speaker, not yet who that is.</summary>
    public static Layer<StatementLayer> Statements { get; } = new("statements");

    /// <summary>Places with coordinates.</summary>
    public static Layer<PlaceLayer> Places { get; } = new("places");

    /// <summary>Mentions and whom they stand for.</summary>
    public static Layer<EntityLayer> Entities { get; } = new("entities");

    /// <summary>Amounts, with whose they are and who says so.</summary>
    public static Layer<FigureLayer> Figures { get; } = new("figures");

    /// <summary>Who did what to whom.</summary>
    public static Layer<EventLayer> Events { get; } = new("events");

    /// <summary>Where actors stand.</summary>
    public static Layer<PositionLayer> Positions { get; } = new("positions");

    /// <summary>What is demanded of whom by when.</summary>
    public static Layer<DemandLayer> Demands { get; } = new("demands");
}
