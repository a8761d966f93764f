using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>Finds who did what to whom.</summary>
public sealed class EventCoder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Places, Layers.Entities, Layers.Figures];

    /// <inheritdoc/>
    public Layer Gives => Layers.Events;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static EventCoder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Events, new EventLayer([]));
}
