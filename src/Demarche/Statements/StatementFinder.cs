using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Statements;

/// <summary>Finds who said what.</summary>
public sealed class StatementFinder : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences];

    /// <inheritdoc/>
    public Layer Gives => Layers.Statements;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static StatementFinder Load(Lexicon lexicon) => new();

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Statements, new StatementLayer([]));
}
