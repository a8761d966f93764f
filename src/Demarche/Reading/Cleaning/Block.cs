namespace Demarche.Reading.Cleaning;

/// <summary>What a block of a page is by its layout.</summary>
internal enum BlockKind : byte
{
    /// <summary>A paragraph.</summary>
    Paragraph,
    /// <summary>A heading.</summary>
    Heading,
    /// <summary>An item of a list.</summary>
    Item,
    /// <summary>A caption or credit, by the page's own marks.</summary>
    Caption,
}

/// <summary>A block of a page: a paragraph, a heading, an item.</summary>
/// <param name="Text">Its words in one line, without marks of layout.</param>
/// <param name="Kind">What it is by its layout.</param>
/// <param name="Emphasized">Whether all of it is bold or italic.</param>
/// <param name="LinkShare">How much of it is links, 0 to 1.</param>
/// <param name="Furniture">The kind of furniture that the page itself marks it as; null for none.</param>
/// <param name="Stamp">The moment that the page's marks tell beside it; null for none.</param>
internal readonly record struct Block(string Text, BlockKind Kind = BlockKind.Paragraph, bool Emphasized = false, double LinkShare = 0, string? Furniture = null, string? Stamp = null);
