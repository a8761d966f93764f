using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Times;

/// <summary>Finds time expressions and their values.</summary>
public sealed class TimeFinder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences];

    /// <inheritdoc/>
    public Layer Gives => Layers.Times;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static TimeFinder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Times, new TimeLayer([]));
}
