using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Html;

/// <summary>Reads what a page says about itself: JSON-LD first, then OpenGraph and other meta elements, then its marked elements.</summary>
internal static partial class PageMetadata
{
    private static readonly string[] Dates =
    [
        "article:published_time", "og:article:published_time", "datePublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date",
        "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "article.published", "published-date", "ptime", "DisplayDate", "og:pubdate", "cXenseParse:recs:publishtime",
    ];

    /// <summary>Reads a page.</summary>
    public static ArticleSource Read(IHtmlDocument document)
    {
        var linked = LinkedData.Read(document.QuerySelectorAll("script[type='application/ld+json' i]").Select(script => script.TextContent));
        Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
        foreach (var element in document.QuerySelectorAll("meta[content]"))
            if ((element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop")) is { } name
                && element.GetAttribute("content") is { Length: > 0 and < 2000 } content)
                meta.TryAdd(name.Trim(), content.Trim());
        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (meta.TryGetValue(name, out var value))
                    return InlineMarkup.Tidy(value);
            return null;
        }

        var (day, moment) = (linked.Published, linked.PublishedAt);
        foreach (var name in Dates)
            if (day is null && meta.TryGetValue(name, out var stamp))
                (day, moment) = DateText.Stamp(stamp);
        if (day is null && document.QuerySelector("[itemprop~=datePublished]") is { } marked)
            (day, moment) = DateText.Stamp(marked.GetAttribute("content") ?? marked.GetAttribute("datetime") ?? marked.TextContent);
        if (day is null && (document.QuerySelector("time[pubdate][datetime]") ?? document.QuerySelector("article time[datetime]") ?? document.QuerySelector("main time[datetime]") ?? document.QuerySelector("time[datetime]")) is { } time)
            (day, moment) = DateText.Stamp(time.GetAttribute("datetime"));

        var publisher = linked.Publisher ?? Meta("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher");
        if (publisher is not null && publisher.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            publisher = null;
        var uri = document.QuerySelector("link[rel~=canonical][href]")?.GetAttribute("href") is { Length: > 0 } canonical && canonical.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? canonical : Meta("og:url") ?? linked.Uri;
        day ??= uri is null ? null : DateText.InAddress(uri);
        if (publisher is { Length: > 40 } && publisher.IndexOfAny(['|', '-', '–', '—']) is var bar and > 3)
            publisher = publisher[..bar].Trim();
        return new()
        {
            Uri = uri,
            Publisher = publisher,
            Headline = Headline(document, linked.Headline, Meta("og:title", "twitter:title", "dc.title"), publisher),
            Authors = linked.Authors.IsEmpty ? Authors(document, Meta("byl", "author", "article:author", "dc.creator", "parsely-author", "sailthru.author")) : [.. linked.Authors.SelectMany(name => Split(name)).Distinct(StringComparer.Ordinal)],
            Published = day,
            PublishedAt = moment,
            Language = document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } lang ? lang : Meta("og:locale", "language", "content-language"),
        };
    }

    // The heading that readers see, where it is the one that the page's fields mean; the fields may be written for search engines.
    private static string? Headline(IHtmlDocument document, string? linked, string? meta, string? publisher)
    {
        var title = InlineMarkup.Tidy(document.Title ?? "");
        var named = linked ?? WithoutSite(meta, publisher) ?? (title.Length > 0 ? WithoutSite(title, publisher) : null);
        string? best = null, first = null;
        var mostShared = 0.0;
        foreach (var heading in document.QuerySelectorAll("h1"))
        {
            var text = InlineMarkup.Tidy(heading.TextContent);
            if (text.Length is < 8 or > 300 || publisher is not null && Words.Key(text) == Words.Key(publisher))
                continue;
            first ??= text;
            var shared = Math.Max(Shared(text, named), Math.Max(Shared(text, meta), Shared(text, title)));
            if (shared > mostShared)
                (best, mostShared) = (text, shared);
        }
        return mostShared >= 0.5 ? best : named ?? first;
    }

    private static double Shared(string one, string? other)
    {
        if (string.IsNullOrEmpty(other))
            return 0;
        var words = Words.Key(one).Split(' ').ToHashSet(StringComparer.Ordinal);
        var others = Words.Key(other).Split(' ').ToHashSet(StringComparer.Ordinal);
        return words.Count(others.Contains) / (double)words.Count;
    }

    private static string? WithoutSite(string? title, string? publisher)
    {
        if (title is null)
            return null;
        foreach (var mark in new[] { " | ", " - ", " – ", " — ", " :: ", " » " })
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 10 && (mark == " | " || publisher is not null && title.AsSpan(at + mark.Length).Equals(publisher, StringComparison.OrdinalIgnoreCase) || title.Length - at < 30))
                return title[..at].Trim();
        }
        return title;
    }

    private static ImmutableArray<string> Authors(IHtmlDocument document, string? meta)
    {
        if (meta is not null && !meta.StartsWith("http", StringComparison.OrdinalIgnoreCase) && meta.Length < 200)
            return Split(meta);
        var marked = document.QuerySelectorAll("[rel~=author],[itemprop~=author] [itemprop~=name],[itemprop~=author]");
        foreach (var element in marked)
            if (InlineMarkup.Tidy(element.TextContent) is { Length: > 3 and < 80 } name)
                return Split(name);
        return [];
    }

    private static ImmutableArray<string> Split(string names)
    {
        names = names.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? names[3..] : names;
        return [.. names.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" & ", ",", StringComparison.Ordinal)
            .Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((name, at) => (name, at))
            .Where(part => part.at == 0 || !Role().IsMatch(part.name))
            .Select(part => part.name.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? part.name[3..].Trim() : part.name)
            .Where(name => name.Length > 1 && char.IsLetter(name[0]) && !name.Any(char.IsAsciiDigit) && name.Length < 60 && !name.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    // "Ana Ruiz, AP Business Writer": what stands behind the name says what she does.
    [GeneratedRegex(@"\b(writer|reporter|correspondent|editor|staff|bureau|press|news|associated|analyst|contributor|business|columnist|producer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Role();
}
