namespace Demarche.Store;

/// <summary>How feeds are watched.</summary>
public sealed record FeedOptions
{
    /// <summary>Words that an article must hold, written as for search; "" for all.</summary>
    public string Match { get; init; } = "";

    /// <summary>How long a feed is left alone after it was read.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether addresses of the own machine and network may be fetched.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether pages are fetched where the feed gives only the beginning of an article.</summary>
    public bool FetchPages { get; init; } = true;

    /// <summary>How long to wait between two pages of one host.</summary>
    public TimeSpan Politeness { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>What a look at one feed gave.</summary>
/// <param name="Feed">The feed's address.</param>
/// <param name="Added">The ids of articles that were added or coded anew.</param>
/// <param name="PassedOver">How many new items did not hold the words.</param>
/// <param name="Failed">How many new items could not be read.</param>
/// <param name="Problem">Why the feed could not be read; null where it could.</param>
/// <param name="Next">When it is looked at next, UTC.</param>
public sealed record FeedReport(string Feed, IReadOnlyList<string> Added, int PassedOver, int Failed, string? Problem, string Next);
