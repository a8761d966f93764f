using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Places;

/// <summary>Finds places and their coordinates.</summary>
public sealed class PlaceFinder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences];

    /// <inheritdoc/>
    public Layer Gives => Layers.Places;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static PlaceFinder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Places, new PlaceLayer([]));
}
