using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Demarche.Reading;
using Demarche.Reading.Formats;

namespace Demarche.Store.Feeds;

/// <summary>An item of a feed.</summary>
/// <param name="Key">What tells it from others of the feed.</param>
/// <param name="Link">Its page.</param>
/// <param name="Text">What the feed gives of its words, without mark-up.</param>
/// <param name="Source">What the feed says about it.</param>
internal sealed record FeedItem(string Key, Uri? Link, string Text, ArticleSource Source)
{
    /// <summary>The items of a feed; null where the bytes are no feed.</summary>
    public static IReadOnlyList<FeedItem>? Read(byte[] content, Uri feed)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            if (XDocument.Load(reader).Root is not { } root || FeedItems.Of(root) is not { } items)
                return null;
            return [.. items.Select(item => Of(item, feed)).OfType<FeedItem>().DistinctBy(item => item.Key, StringComparer.Ordinal)];
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static FeedItem? Of(XmlItem item, Uri feed)
    {
        var link = Uri.TryCreate(feed, item.Source.Uri, out var page) && page.Scheme is "http" or "https" ? page : null;
        if ((item.Id ?? link?.AbsoluteUri) is not { Length: > 0 } key)
            return null;
        return new(key, link, Plain(item.Html ?? ""), item.Source with { Uri = link?.AbsoluteUri ?? item.Source.Uri });
    }

    // Paragraphs and line breaks become empty lines, every other tag goes.
    private static string Plain(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] != '<')
            {
                text.Append(html[at]);
                continue;
            }
            var end = html.IndexOf('>', at);
            if (end < 0)
                break;
            var tag = html.AsSpan(at + 1, end - at - 1).TrimStart('/');
            if (tag.StartsWith("p", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("div", StringComparison.OrdinalIgnoreCase))
                text.Append("\n\n");
            at = end;
        }
        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }
}
