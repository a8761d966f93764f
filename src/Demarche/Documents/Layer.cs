namespace Demarche.Documents;

/// <summary>The name of something that a step adds to a document. See <see cref="Layers"/> for those the library knows.</summary>
/// <param name="name">A name for messages.</param>
public abstract class Layer(string name)
{
    /// <summary>The layer's name, as messages show it.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A layer whose content is of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">What the step adds.</typeparam>
/// <param name="name">A name for messages.</param>
public sealed class Layer<T>(string name) : Layer(name) where T : class;
