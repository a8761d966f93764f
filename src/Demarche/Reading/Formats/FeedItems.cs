using System.Collections.Immutable;
using System.Xml.Linq;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>The items of an RSS (0.9 to 2.0) or Atom feed.</summary>
internal static class FeedItems
{
    /// <summary>The items; null where the file is no feed.</summary>
    public static List<XmlItem>? Of(XElement root) => root.Name.LocalName switch
    {
        "rss" or "RDF" => Rss(root),
        "feed" => [.. root.Elements().Where(element => element.Name.LocalName == "entry").Select(entry => Entry(entry, Text(root, "title"), (string?)root.Attribute(XNamespace.Xml + "lang")))],
        "entry" => [Entry(root, null, null)],
        _ => null,
    };

    private static List<XmlItem> Rss(XElement root)
    {
        var channel = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "channel");
        var publisher = channel is null ? null : Text(channel, "title");
        var language = channel is null ? null : Text(channel, "language");
        return [.. root.Descendants().Where(element => element.Name.LocalName == "item").Select(item =>
        {
            var (day, moment) = DateText.Stamp(Text(item, "pubDate") ?? Text(item, "date"));
            return new XmlItem
            {
                FromFeed = true,
                Id = Text(item, "guid") ?? Text(item, "link"),
                Html = Text(item, "encoded") ?? Text(item, "description"),
                Source = new()
                {
                    Headline = Text(item, "title"),
                    Uri = Text(item, "link"),
                    Publisher = Text(item, "source") ?? publisher,
                    Authors = Authors(Text(item, "creator") ?? Text(item, "author")),
                    Published = day,
                    PublishedAt = moment,
                    Language = language,
                },
            };
        })];
    }

    private static XmlItem Entry(XElement entry, string? publisher, string? language)
    {
        var (day, moment) = DateText.Stamp(Text(entry, "published") ?? Text(entry, "issued") ?? Text(entry, "updated"));
        var links = entry.Elements().Where(element => element.Name.LocalName == "link").ToList();
        var link = links.FirstOrDefault(element => (string?)element.Attribute("rel") is null or "alternate") ?? links.FirstOrDefault();
        var content = Child(entry, "content") ?? Child(entry, "summary");
        return new()
        {
            FromFeed = true,
            Id = Text(entry, "id") ?? (string?)link?.Attribute("href"),
            Html = content is null ? null : content.HasElements ? string.Concat(content.Nodes()) : content.Value,
            Source = new()
            {
                Headline = Text(entry, "title"),
                Uri = (string?)link?.Attribute("href"),
                Publisher = Child(entry, "source") is { } source ? Text(source, "title") : publisher,
                Authors = [.. entry.Elements().Where(element => element.Name.LocalName == "author").Select(author => Text(author, "name")).OfType<string>()],
                Published = day,
                PublishedAt = moment,
                Language = (string?)entry.Attribute(XNamespace.Xml + "lang") ?? language,
            },
        };
    }

    private static ImmutableArray<string> Authors(string? text)
    {
        if (text is null)
            return [];
        // RSS writes "ana@example.org (Ana Ruiz)".
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (text.Contains('@', StringComparison.Ordinal))
            text = open > 0 ? text[(open + 1)..].TrimEnd(')') : "";
        return text.Length == 0 ? [] : [.. text.Replace(" and ", ",", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Text(XElement element, string name) =>
        Child(element, name)?.Value is { } text && InlineMarkup.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
}
