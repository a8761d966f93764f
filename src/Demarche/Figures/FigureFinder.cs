using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Figures;

/// <summary>Finds amounts.</summary>
public sealed class FigureFinder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Entities];

    /// <inheritdoc/>
    public Layer Gives => Layers.Figures;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static FigureFinder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Figures, new FigureLayer([]));
}
