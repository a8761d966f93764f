using Demarche.Records;

namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>An article in a list.</summary>
public sealed record ArticleView
{
    public required string Id { get; init; }
    public string? Uri { get; init; }
    public string? Publisher { get; init; }
    public string? Headline { get; init; }
    public string? Published { get; init; }
    public string? Dateline { get; init; }
    public string? Language { get; init; }

    /// <summary>When it was first added, UTC.</summary>
    public required string Added { get; init; }

    /// <summary>When its record was written last, UTC.</summary>
    public required string Coded { get; init; }
    public string? CopyOf { get; init; }

    /// <summary>"copy" or "version"; null where it is no copy.</summary>
    public string? Copy { get; init; }
    public int Sentences { get; init; }
    public int Words { get; init; }
    public int Events { get; init; }
    public int Statements { get; init; }

    /// <summary>The first words that the search found, or the article's first; found words are between U+0002 and U+0003.</summary>
    public string Snippet { get; init; } = "";
}

/// <summary>One article with its record.</summary>
/// <param name="Article">The article.</param>
/// <param name="Record">The record, with reviews applied.</param>
/// <param name="Coded">The record as the coder made it.</param>
/// <param name="Copies">The ids of its copies.</param>
/// <param name="Entities">The keys over all articles of the record's entities, by their ids.</param>
/// <param name="Rejected">The keys of the entries that reviews took away.</param>
public sealed record ArticleDetail(
    ArticleView Article, Record Record, Record Coded, IReadOnlyList<string> Copies, IReadOnlyDictionary<string, string> Entities, IReadOnlyList<string> Rejected);

/// <summary>Which articles are asked for.</summary>
public sealed record ArticleFilter
{
    /// <summary>Words to find in headline or text: all of them, "phrases in quotation marks", OR between, - before what must not be there, * after a beginning.</summary>
    public string? Search { get; init; }
    public string? Crisis { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Publisher { get; init; }

    /// <summary>The key of somebody who is named.</summary>
    public string? Entity { get; init; }

    /// <summary>Added at or after this moment, UTC, as 2019-02-04T08:00:00Z.</summary>
    public string? AddedSince { get; init; }

    /// <summary>Whether copies are left out.</summary>
    public bool Distinct { get; init; }

    /// <summary>Whether the best fitting stand first, instead of the newest.</summary>
    public bool ByRelevance { get; init; }
}
