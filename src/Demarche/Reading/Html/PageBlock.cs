using AngleSharp.Dom;

namespace Demarche.Reading.Html;

/// <summary>A block of a page's text, with what its place on the page says about it.</summary>
internal sealed class PageBlock
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The element that it stands in directly, a paragraph or what serves as one.</summary>
    public required IElement Element { get; init; }

    /// <summary>How many of its characters are links.</summary>
    public int Linked { get; init; }

    /// <summary>The kind of furniture that an element round it is; null for none.</summary>
    public string? Furniture { get; set; }

    /// <summary>The moment that a <c>time</c> element in it tells; null for none.</summary>
    public string? Stamp { get; init; }

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether it is an item of a list.</summary>
    public bool IsItem { get; init; }

    /// <summary>The share of links, 0 to 1.</summary>
    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, Linked / (double)Text.Length);
}
