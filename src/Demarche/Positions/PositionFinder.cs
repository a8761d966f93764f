using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Positions;

/// <summary>Finds where actors stand.</summary>
public sealed class PositionFinder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Entities, Layers.Events];

    /// <inheritdoc/>
    public Layer Gives => Layers.Positions;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static PositionFinder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Positions, new PositionLayer([]));
}
