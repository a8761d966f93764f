namespace Demarche.Documents;

/// <summary>
/// One step of the coder: reads layers that earlier steps gave and adds its own. Steps hold no state of a document, and may be
/// run by many threads at once on different documents.
/// </summary>
public interface IStep
{
    /// <summary>The layers that must be there before the step runs.</summary>
    IReadOnlyList<Layer> Needs { get; }

    /// <summary>The layer that the step adds.</summary>
    Layer Gives { get; }

    /// <summary>Adds the step's layer to a document.</summary>
    void Run(Document document);
}
