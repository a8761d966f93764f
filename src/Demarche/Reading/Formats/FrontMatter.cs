using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>Reads the lines of fields between two rules of dashes that a Markdown file may begin with.</summary>
internal static class FrontMatter
{
    /// <summary>What the fields say, and the text behind them.</summary>
    public static (ArticleSource Source, string Body) Read(string text)
    {
        var none = (new ArticleSource(), text);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
            return none;
        var source = new ArticleSource();
        var at = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        for (var line = 0; line < 100 && at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var field = text[at..end].Trim();
            at = Math.Min(end + 1, text.Length);
            if (field is "---" or "...")
                return (source, text[at..]);
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                if (field.Length == 0 || field[0] is '-' or '#')
                    continue;
                return none;
            }
            source = With(source, field[..colon].Trim().ToLowerInvariant(), field[(colon + 1)..].Trim().Trim('"', '\''));
        }
        return none;
    }

    private static ArticleSource With(ArticleSource source, string name, string value)
    {
        if (value.Length == 0)
            return source;
        switch (name)
        {
            case "title" or "headline":
                return source with { Headline = value };
            case "author" or "authors" or "byline":
                var names = value.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                return source with { Authors = [.. names.Select(part => part.Trim('"', '\''))] };
            case "date" or "published":
                var (day, moment) = DateText.Stamp(value);
                return source with { Published = day, PublishedAt = moment };
            case "publisher" or "source" or "site":
                return source with { Publisher = value };
            case "url" or "uri" or "link":
                return source with { Uri = value };
            case "lang" or "language":
                return source with { Language = value };
            default:
                return source;
        }
    }
}
