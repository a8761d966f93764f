using Demarche.Knowledge;

namespace Demarche.Reading;

/// <summary>How articles are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>Keeps the text as it is given: nothing is taken out. What the page says about itself is read all the same.</summary>
    public bool AsIs { get; init; }

    /// <summary>The day of publication, which goes before what the page says.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The publisher, which goes before what the page says.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where the furniture patterns and language profiles are read from.</summary>
    public Lexicon Lexicon { get; init; } = Lexicon.Default;

    /// <summary>The largest article, in bytes of its file or line, that is read; a larger one is an error.</summary>
    public int MaxArticleBytes { get; init; } = 16 * 1024 * 1024;
}
