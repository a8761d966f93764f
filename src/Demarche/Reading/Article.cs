using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>An article that has been read and cleaned.</summary>
public sealed record Article
{
    /// <summary>The caller's id, else the file's path under the folder given, without extensions.</summary>
    public required string Id { get; init; }

    /// <summary>The article's own words and its dateline, paragraphs separated by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>What cleaning took out.</summary>
    public ImmutableArray<DroppedText> Dropped { get; init; } = [];

    /// <summary>Where the article comes from.</summary>
    public ArticleSource Source { get; init; } = new();

    /// <summary>The entries of a live blog, in the order of time; empty for any other article.</summary>
    public ImmutableArray<ArticleEntry> Entries { get; init; } = [];

    /// <summary>The day of publication of the words at an offset of <see cref="Text"/>: that of their entry in a live blog, else the article's.</summary>
    public DateOnly? PublishedAt(int offset)
    {
        var day = Source.Published;
        foreach (var entry in Entries)
        {
            if (entry.Begin > offset)
                break;
            day = entry.Day;
        }
        return day;
    }

    /// <summary>Where in <see cref="Text"/> the dateline stands (without the dash or the agency), if there is one.</summary>
    public TextSpan? DatelineSpan { get; init; }
}

/// <summary>An entry of a live blog.</summary>
/// <param name="Begin">Where in the article's text it begins (UTF-16 offset).</param>
/// <param name="Day">The day on which it was published.</param>
public readonly record struct ArticleEntry(int Begin, DateOnly Day);

/// <summary>What an article's page says about itself. All may be null: nothing is made up.</summary>
public sealed record ArticleSource
{
    /// <summary>The address.</summary>
    public string? Uri { get; init; }

    /// <summary>The newspaper or agency.</summary>
    public string? Publisher { get; init; }

    /// <summary>The headline, which is not part of the text.</summary>
    public string? Headline { get; init; }

    /// <summary>The authors, in the order given.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The moment of publication, ISO 8601 with zone, where the page tells it.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>The moment of retrieval, ISO 8601 with zone, where it is known.</summary>
    public string? Retrieved { get; init; }

    /// <summary>The dateline's words ("CARACAS, Venezuela").</summary>
    public string? Dateline { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string? Language { get; init; }
}

/// <summary>Words that are on the page but not of the article.</summary>
/// <param name="Kind">caption, promo, notice, byline, repeat, link, headline or other.</param>
/// <param name="Text">The words.</param>
/// <param name="At">Where in the cleaned text they stood (UTF-16 offset).</param>
public sealed record DroppedText(string Kind, string Text, int At);
