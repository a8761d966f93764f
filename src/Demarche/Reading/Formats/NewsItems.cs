using System.Collections.Immutable;
using System.Xml.Linq;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>The articles of NITF and NewsML-G2 files.</summary>
internal static class NewsItems
{
    /// <summary>The articles; null where the file is of neither format.</summary>
    public static List<XmlItem>? Of(XElement root) => root.Name.LocalName switch
    {
        "nitf" => [Nitf(root, new())],
        "newsItem" => [NewsItem(root)],
        "newsMessage" or "NewsMessage" or "packageItem" or "itemSet" => [.. All(root, "newsItem").Where(item => All(item, "inlineXML").Any() || All(item, "inlineData").Any()).Select(NewsItem)],
        _ => null,
    };

    private static XmlItem NewsItem(XElement item)
    {
        var meta = First(item, "contentMeta");
        var (day, moment) = DateText.Stamp(Text(item, "firstCreated") ?? Text(item, "contentCreated") ?? Text(item, "versionCreated"));
        var source = new ArticleSource
        {
            Headline = Text(item, "headline"),
            Publisher = First(item, "provider") is { } provider ? Text(provider, "name") ?? (string?)provider.Attribute("literal") : null,
            Authors = Authors(Text(item, "by")) is { IsEmpty: false } by ? by
                : [.. All(item, "creator").Select(creator => Text(creator, "name")).OfType<string>()],
            Published = day,
            PublishedAt = moment,
            Language = (string?)(meta is null ? null : First(meta, "language"))?.Attribute("tag") ?? (string?)item.Attribute(XNamespace.Xml + "lang"),
        };
        var dateline = Text(item, "dateline");
        if (First(item, "nitf") is { } nitf)
            return Nitf(nitf, source, dateline) with { Id = null };
        var content = First(item, "inlineXML") ?? First(item, "inlineData");
        if (content is { HasElements: true })
            return new() { Source = source, Blocks = Paragraphs(First(content, "body") ?? content, dateline) };
        return new() { Source = source, Html = content?.Value.Contains('<', StringComparison.Ordinal) == true ? content.Value : null, Blocks = content is null ? null : TextBlocks.Of(content.Value) };
    }

    private static XmlItem Nitf(XElement nitf, ArticleSource source, string? dateline = null)
    {
        var head = First(nitf, "body.head");
        var byline = head is null ? null : First(head, "byline");
        var (day, moment) = DateText.Stamp((string?)First(nitf, "date.issue")?.Attribute("norm") ?? (string?)First(nitf, "story.date")?.Attribute("norm") ?? (string?)First(nitf, "pubdata")?.Attribute("date.publication"));
        var people = byline is null ? [] : All(byline, "person").Select(person => InlineMarkup.Tidy(person.Value)).Where(name => name.Length > 0).ToImmutableArray();
        source = source with
        {
            Headline = source.Headline ?? (First(nitf, "hedline") is { } hedline ? Text(hedline, "hl1") ?? InlineMarkup.Tidy(hedline.Value) : Text(nitf, "title")),
            Authors = !source.Authors.IsEmpty ? source.Authors : !people.IsEmpty ? people : Authors(byline is null ? null : InlineMarkup.Tidy(byline.Value)),
            Publisher = source.Publisher ?? (head is null ? null : Text(head, "distributor")) ?? (string?)First(nitf, "pubdata")?.Attribute("name") ?? (string?)First(nitf, "doc.copyright")?.Attribute("holder"),
            Published = source.Published ?? day,
            PublishedAt = source.Published is null ? moment : source.PublishedAt,
        };
        dateline ??= head is not null && First(head, "dateline") is { } place ? Text(place, "location") ?? InlineMarkup.Tidy(place.Value) : null;
        return new() { Source = source, Blocks = Paragraphs(First(nitf, "body.content") ?? First(nitf, "body") ?? nitf, dateline) };
    }

    // Paragraphs and headings in order; media with their captions are the page's, not the article's.
    private static List<Block> Paragraphs(XElement body, string? dateline)
    {
        List<Block> blocks = [];
        foreach (var element in body.Descendants())
        {
            var kind = element.Name.LocalName switch
            {
                "p" or "pre" => BlockKind.Paragraph,
                "h1" or "h2" or "h3" or "hl2" => BlockKind.Heading,
                "li" => BlockKind.Item,
                "media-caption" or "media-producer" or "figcaption" => BlockKind.Caption,
                _ => (BlockKind?)null,
            };
            if (kind is null || element.Ancestors().TakeWhile(outer => outer != body).Any(outer => outer.Name.LocalName is "p" or "li" or "media-caption" or "figcaption" or "body.end"))
                continue;
            if (InlineMarkup.Tidy(element.Value) is { Length: > 0 } text)
                blocks.Add(new(text, kind.Value));
        }
        if (blocks.Count == 0 && InlineMarkup.Tidy(body.Value).Length > 0)
            blocks = TextBlocks.Of(body.Value);
        // Where the dateline is a field of its own it goes before the text, as it is printed.
        var first = blocks.FindIndex(block => block.Kind == BlockKind.Paragraph);
        if (!string.IsNullOrEmpty(dateline) && first >= 0 && Dateline.Find(blocks[first].Text) is null)
            blocks[first] = new(dateline.TrimEnd(' ', '-', '–', '—') + " — " + blocks[first].Text);
        return blocks;
    }

    private static ImmutableArray<string> Authors(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline))
            return [];
        if (byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            byline = byline[3..];
        return [.. byline.Replace(" and ", ",", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static XElement? First(XElement element, string name) => element.Descendants().FirstOrDefault(child => child.Name.LocalName == name);

    private static IEnumerable<XElement> All(XElement element, string name) => element.Descendants().Where(child => child.Name.LocalName == name);

    private static string? Text(XElement element, string name) =>
        First(element, name)?.Value is { } text && InlineMarkup.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
}
