using Demarche.Reading;

namespace Demarche.Documents;

/// <summary>
/// One article on its way through the coder: its text, and the layers that steps have added. A layer is added once and never
/// changed. Not thread-safe; each document is worked on by one thread.
/// </summary>
public sealed class Document
{
    private readonly Dictionary<Layer, object> _layers = [];

    /// <summary>Starts a document over a cleaned article.</summary>
    public Document(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Article = article;
    }

    /// <summary>The article: its source and its cleaned text.</summary>
    public Article Article { get; }

    /// <summary>The text that all spans index.</summary>
    public string Text => Article.Text;

    /// <summary>The content of a layer.</summary>
    /// <exception cref="InvalidOperationException">No step has added the layer.</exception>
    public T Get<T>(Layer<T> layer) where T : class =>
        _layers.TryGetValue(layer, out var value) ? (T)value
        : throw new InvalidOperationException($"The layer '{layer}' is asked for before any step gave it.");

    /// <summary>Whether a step has added the layer.</summary>
    public bool Has(Layer layer) => _layers.ContainsKey(layer);

    /// <summary>Adds a layer.</summary>
    /// <exception cref="InvalidOperationException">The layer is there already.</exception>
    public void Add<T>(Layer<T> layer, T content) where T : class
    {
        if (!_layers.TryAdd(layer, content))
            throw new InvalidOperationException($"The layer '{layer}' is given twice.");
    }
}
