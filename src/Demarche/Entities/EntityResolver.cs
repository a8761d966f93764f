using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>Finds mentions and resolves whom they stand for.</summary>
public sealed class EntityResolver : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Statements, Layers.Places];

    /// <inheritdoc/>
    public Layer Gives => Layers.Entities;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static EntityResolver Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Entities, new EntityLayer([]));
}
