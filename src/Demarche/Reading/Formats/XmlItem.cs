using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>An article as an XML file holds it: either blocks, or a page's mark-up.</summary>
internal sealed record XmlItem
{
    /// <summary>Its id in the file.</summary>
    public string? Id { get; init; }

    /// <summary>What the file says about it.</summary>
    public required ArticleSource Source { get; init; }

    /// <summary>Its paragraphs.</summary>
    public List<Block>? Blocks { get; init; }

    /// <summary>Its mark-up.</summary>
    public string? Html { get; init; }

    /// <summary>Whether it is one of many in a feed.</summary>
    public bool FromFeed { get; init; }
}
