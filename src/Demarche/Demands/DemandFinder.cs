using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Demands;

/// <summary>Finds demands, their deadlines and answers.</summary>
public sealed class DemandFinder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Entities, Layers.Events];

    /// <inheritdoc/>
    public Layer Gives => Layers.Demands;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static DemandFinder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Demands, new DemandLayer([]));
}
