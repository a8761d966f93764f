using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Html;

/// <summary>Reads a page: what it says about itself, and the blocks of its article.</summary>
internal sealed class HtmlPage(ElementNames names)
{
    private readonly HtmlParser _parser = new();

    /// <summary>What a page holds.</summary>
    /// <param name="Source">What it says about itself.</param>
    /// <param name="Blocks">The blocks of the article's element, its furniture marked.</param>
    /// <param name="All">All text of the page.</param>
    public sealed record Content(ArticleSource Source, List<Block> Blocks, string All);

    /// <summary>Reads a page. Any text is one, at worst without an article.</summary>
    public Content Read(string html)
    {
        using var document = _parser.ParseDocument(NestingLimit.Apply(html));
        var source = PageMetadata.Read(document);
        if (document.Body is not { } body)
            return new(source, [], "");
        var blocks = PageBlocks.Of(body, names);
        var root = ArticleRoot.Find(body, blocks);
        List<Block> article = [];
        foreach (var block in blocks)
        {
            if (root.Contains(block.Element))
                article.Add(new(block.Text, BlockKind.Paragraph, false, block.LinkShare, block.Furniture == "skip" ? "other" : block.Furniture, block.Stamp));
        }
        return new(source, article, string.Join("\n\n", blocks.Select(block => block.Text)));
    }
}
