using Demarche.Desk.Hosting;
using Demarche.Store;

namespace Demarche.Desk.Feeds;

/// <summary>A feed that the desk reads, and what its last look gave.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Match">Words that its articles must hold; "" for all.</param>
/// <param name="Telling">What the last look gave, in words; null before the first.</param>
/// <param name="IsWell">Whether the last look went well.</param>
internal sealed record WatchedFeed(string Url, string Match, string? Telling = null, bool IsWell = true);

/// <summary>The feeds that the desk reads while it is open. The list lies beside the store.</summary>
internal sealed class FeedList(CrisisStore store)
{
    private readonly BesideStore<IReadOnlyList<WatchedFeed>> _feeds = new(store, ".feeds.json", []);

    public IReadOnlyList<WatchedFeed> All => _feeds.Value;

    public void Put(WatchedFeed feed) => _feeds.Change(feeds => [.. feeds.Where(known => known.Url != feed.Url), feed]);

    public void Remove(string url) => _feeds.Change(feeds => [.. feeds.Where(known => known.Url != url)]);

    /// <summary>Notes what a look gave, where the feed is still read.</summary>
    public void Tell(string url, string telling, bool isWell) => _feeds.Change(feeds => [.. feeds.Select(known => known.Url == url ? known with { Telling = telling, IsWell = isWell } : known)]);
}
