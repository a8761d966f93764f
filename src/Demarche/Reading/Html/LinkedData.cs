using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Html;

/// <summary>What a page's JSON-LD says of its article (schema.org's NewsArticle and its kin).</summary>
internal sealed record LinkedData
{
    private const int DeepestNesting = 12;

    /// <summary>The headline.</summary>
    public string? Headline { get; private init; }

    /// <summary>The authors' names.</summary>
    public ImmutableArray<string> Authors { get; private init; } = [];

    /// <summary>The publisher's name.</summary>
    public string? Publisher { get; private init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; private init; }

    /// <summary>The moment of publication.</summary>
    public string? PublishedAt { get; private init; }

    /// <summary>The address.</summary>
    public string? Uri { get; private init; }

    /// <summary>The article's text.</summary>
    public string? Body { get; private init; }

    /// <summary>Reads the scripts of a page; the first article in them counts. Broken ones say nothing.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        var data = new LinkedData();
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(Sound(script), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (Article(json.RootElement, 0) is { } article)
                    return Of(article);
                data = data.Published is null && Dated(json.RootElement, 0) is { } dated ? data with { Published = dated.Day, PublishedAt = dated.Moment } : data;
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                continue;
            }
        }
        return data;
    }

    // Many pages write line ends into their strings, which JSON forbids.
    private static string Sound(string script)
    {
        script = script.Trim().Trim(';');
        if (script.StartsWith("<!--", StringComparison.Ordinal))
            script = script[4..].Replace("-->", "", StringComparison.Ordinal);
        if (script.StartsWith("//<![CDATA[", StringComparison.Ordinal))
            script = script[11..].Replace("//]]>", "", StringComparison.Ordinal);
        return script.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? script : script.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    private static JsonElement? Article(JsonElement json, int depth)
    {
        if (depth > DeepestNesting)
            return null;
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                if (Article(item, depth + 1) is { } found)
                    return found;
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(json))
                return json;
            foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage", "itemListElement" })
                if (json.TryGetProperty(name, out var inner) && Article(inner, depth + 1) is { } found)
                    return found;
        }
        return null;
    }

    private static bool IsArticle(JsonElement json) =>
        Strings(json, "@type").Any(type => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review" or "ClaimReview");

    private static (DateOnly? Day, string? Moment)? Dated(JsonElement json, int depth)
    {
        if (json.ValueKind == JsonValueKind.Object && Text(json, "datePublished") is { } stamp && DateText.Stamp(stamp) is { Day: not null } read)
            return read;
        if (json.ValueKind == JsonValueKind.Object && depth == 0 && json.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array)
            foreach (var item in graph.EnumerateArray())
                if (Dated(item, 1) is { } found)
                    return found;
        return null;
    }

    private static LinkedData Of(JsonElement article)
    {
        var (day, moment) = DateText.Stamp(Text(article, "datePublished") ?? Text(article, "dateCreated"));
        return new()
        {
            Headline = Tidy(Text(article, "headline") ?? Text(article, "name")),
            Authors = [.. Names(article, "author").Concat(Names(article, "creator")).Distinct(StringComparer.Ordinal)],
            Publisher = Names(article, "publisher").FirstOrDefault(),
            Published = day,
            PublishedAt = moment,
            Uri = Text(article, "url"),
            Body = Text(article, "articleBody"),
        };
    }

    private static IEnumerable<string> Names(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return [];
        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        return items.Select(item => Tidy(item.ValueKind == JsonValueKind.String ? item.GetString() : item.ValueKind == JsonValueKind.Object ? Text(item, "name") : null))
            .Where(found => found is { Length: > 0 and < 100 } && !found.StartsWith("http", StringComparison.OrdinalIgnoreCase))!;
    }

    private static string? Tidy(string? text) => text is null ? null : InlineMarkup.Tidy(WebUtility.HtmlDecode(text)) is { Length: > 0 } tidy ? tidy : null;

    private static string? Text(JsonElement json, string name) => Strings(json, name).FirstOrDefault();

    private static IEnumerable<string> Strings(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
            _ => [],
        };
    }
}
