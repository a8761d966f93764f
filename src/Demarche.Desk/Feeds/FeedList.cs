using System.Text.Json;
using Demarche.Store;

namespace Demarche.Desk.Feeds;

/// <summary>A feed that the desk reads, and what its last look gave.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Match">Words that its articles must hold; "" for all.</param>
/// <param name="Telling">What the last look gave, in words; null before the first.</param>
/// <param name="IsWell">Whether the last look went well.</param>
internal sealed record WatchedFeed(string Url, string Match, string? Telling = null, bool IsWell = true);

/// <summary>The feeds that the desk reads while it is open. The list lies beside the store.</summary>
internal sealed class FeedList
{
    private readonly string _path;
    private readonly Lock _gate = new();
    private IReadOnlyList<WatchedFeed> _feeds;

    public FeedList(CrisisStore store)
    {
        _path = store.Path + ".feeds.json";
        try
        {
            _feeds = File.Exists(_path) ? JsonSerializer.Deserialize<WatchedFeed[]>(File.ReadAllBytes(_path), JsonSerializerOptions.Web) ?? [] : [];
        }
        catch (JsonException)
        {
            // A broken list is kept under another name rather than written over.
            File.Move(_path, _path + ".broken", overwrite: true);
            _feeds = [];
        }
    }

    public IReadOnlyList<WatchedFeed> All => _feeds;

    public void Put(WatchedFeed feed) => Change(feeds => [.. feeds.Where(known => known.Url != feed.Url), feed]);

    public void Remove(string url) => Change(feeds => [.. feeds.Where(known => known.Url != url)]);

    /// <summary>Notes what a look gave, where the feed is still read.</summary>
    public void Tell(string url, string telling, bool isWell) => Change(feeds => [.. feeds.Select(known => known.Url == url ? known with { Telling = telling, IsWell = isWell } : known)]);

    private void Change(Func<IReadOnlyList<WatchedFeed>, IReadOnlyList<WatchedFeed>> change)
    {
        lock (_gate)
        {
            _feeds = change(_feeds);
            var part = _path + ".part";
            File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(_feeds, JsonSerializerOptions.Web));
            File.Move(part, _path, overwrite: true);
        }
    }
}
