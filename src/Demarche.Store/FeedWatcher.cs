using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Demarche.Reading;
using Demarche.Store.Feeds;
using Demarche.Store.Files;

namespace Demarche.Store;

/// <summary>
/// Reads RSS and Atom feeds into a store: politely (ETag, Last-Modified, Retry-After, longer and longer waits after failures, one page of a host at
/// a time), each item once, also after a crash: what was seen is in the store.
/// </summary>
public sealed class FeedWatcher : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int ShortText = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private readonly CrisisStore _store;
    private readonly ArticleReader _reader;
    private readonly Coder _coder;
    private readonly FeedOptions _options;
    private readonly HttpClient _http;
    private readonly WordMatch _match;

    /// <summary>A watcher.</summary>
    public FeedWatcher(CrisisStore store, ArticleReader reader, Coder coder, FeedOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _reader, _coder, _options) = (store, reader, coder, options);
        _match = new(options.Match);
        _http = new(PublicAddresses.Handler(options.AllowPrivate)) { Timeout = TimeSpan.FromSeconds(60), MaxResponseContentBufferSize = MostBytes };
        _http.DefaultRequestHeaders.UserAgent.Add(new("Demarche", coder?.Version.Version ?? "0"));
    }

    /// <summary>Looks at those of the feeds whose time has come, one after another, and brings the store up to date.</summary>
    public async IAsyncEnumerable<FeedReport> LookAsync(IReadOnlyList<string> feeds, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var hasNews = false;
        foreach (var feed in feeds)
        {
            var state = _store.Queries.Read(look => look.Db.First("select etag, modified, next, failures from feeds where url = ?1", row => new FeedState(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2), row.Int(3)), feed)) ?? new(null, null, null, 0);
            if (string.CompareOrdinal(state.Next ?? "", _store.Now()) > 0)
                continue;
            var report = await OneAsync(feed, state, cancel).ConfigureAwait(false);
            hasNews |= report.Added.Count > 0;
            yield return report;
        }
        if (hasNews || _store.Watches.List().Count > 0)
            await _store.RefreshAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>When the next of the feeds is to be looked at, UTC.</summary>
    public DateTimeOffset NextLook(IReadOnlyList<string> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var next = feeds.Select(feed => _store.Queries.Read(look => (string?)look.Db.Value("select next from feeds where url = ?1", feed)) ?? "").DefaultIfEmpty("").Min(StringComparer.Ordinal);
        return DateTimeOffset.TryParse(next, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : _store.Options.Clock.GetUtcNow();
    }

    /// <summary>Sends what watches have found to their webhooks; gives how many messages were taken.</summary>
    public async Task<int> SendAsync(CancellationToken cancel = default)
    {
        var sent = 0;
        foreach (var firing in _store.Watches.Unsent())
        {
            var isSent = false;
            try
            {
                using var answer = await _http.PostAsJsonAsync(firing.Webhook, new { firing.Number, firing.Watch, firing.Crisis, firing.Kind, firing.At, firing.Day, firing.Telling, firing.Article }, new System.Text.Json.JsonSerializerOptions
                {
                    PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower,
                }, cancel).ConfigureAwait(false);
                isSent = answer.IsSuccessStatusCode;
            }
            catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !cancel.IsCancellationRequested))
            {
                // It is tried again with the next look.
            }
            await _store.Watches.SentAsync(firing.Number, isSent).ConfigureAwait(false);
            sent += isSent ? 1 : 0;
        }
        return sent;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _match.Dispose();
    }

    private async Task<FeedReport> OneAsync(string feed, FeedState state, CancellationToken cancel)
    {
        try
        {
            if (!Uri.TryCreate(feed, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                return await FailedAsync(feed, state, "it is no address that begins with https://", null).ConfigureAwait(false);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (state.Etag is { } etag)
                request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (state.Modified is { } modified)
                request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.NotModified)
                return await DoneAsync(feed, state.Etag, state.Modified, [], 0, 0).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                return await FailedAsync(feed, state, $"the server answered {(int)answer.StatusCode}", RetryAfter(answer.Headers.RetryAfter)).ConfigureAwait(false);
            var items = FeedItem.Read(await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), address);
            if (items is null)
                return await FailedAsync(feed, state, "what the server gives is no RSS or Atom", null).ConfigureAwait(false);
            var (added, passed, failed) = await TakeAsync(feed, items, cancel).ConfigureAwait(false);
            // Only now is the feed's state noted: broken off before, it is read again and its known items are passed over.
            return await DoneAsync(feed, answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture), added, passed, failed).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return await FailedAsync(feed, state, (error.InnerException as HttpRequestException ?? error).Message.TrimEnd('.'), null).ConfigureAwait(false);
        }
    }

    private async Task<(List<string> Added, int PassedOver, int Failed)> TakeAsync(string feed, IReadOnlyList<FeedItem> items, CancellationToken cancel)
    {
        List<string> added = [];
        var (passed, failed) = (0, 0);
        foreach (var item in items)
        {
            if (_store.Queries.Read(look => look.Db.Number("select 1 from feed_items where feed = ?1 and item = ?2", feed, item.Key)) is not null)
                continue;
            var (state, article) = ("passed over", (string?)null);
            var result = await ArticleOfAsync(item, cancel).ConfigureAwait(false);
            if (result is null)
                (state, failed) = ("failed", failed + 1);
            else if (!_match.Holds($"{result.Source.Headline}\n\n{result.Text}"))
                passed++;
            else
            {
                var outcome = await _store.AddAsync(_coder.Code(result), cancel).ConfigureAwait(false);
                (state, article) = ("added", outcome.Id);
                if (outcome.Outcome != AddOutcome.Unchanged)
                    added.Add(outcome.Id);
            }
            await _store.NoteAsync(db => db.Run("insert or replace into feed_items(feed, item, seen, state, article) values(?1, ?2, ?3, ?4, ?5)", feed, item.Key, _store.Now(), state, article), cancel).ConfigureAwait(false);
        }
        return (added, passed, failed);
    }

    private async Task<Article?> ArticleOfAsync(FeedItem item, CancellationToken cancel)
    {
        var id = item.Link is { } link ? link.Host + link.PathAndQuery : item.Key;
        if (_options.FetchPages && item.Link is { } page && item.Text.Length < ShortText)
        {
            try
            {
                await Task.Delay(_options.Politeness, _store.Options.Clock, cancel).ConfigureAwait(false);
                var bytes = await _http.GetByteArrayAsync(page, cancel).ConfigureAwait(false);
                if (_reader.Read(new MemoryStream(bytes), "page.html").FirstOrDefault() is { Problem: null, Article: { } whole } && whole.Text.Length > item.Text.Length)
                    return whole with { Id = id, Source = Filled(whole.Source, item.Source) };
            }
            catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !cancel.IsCancellationRequested))
            {
                // The feed's own words will have to do.
            }
        }
        return item.Text.Length == 0 ? null : _reader.ReadText(id, item.Text, item.Source) is { Problem: null, Article: { } article } ? article : null;
    }

    // What the feed says of an article goes before what its page says; the page fills what is left open.
    private static ArticleSource Filled(ArticleSource page, ArticleSource feed) => page with
    {
        Uri = feed.Uri ?? page.Uri,
        Headline = feed.Headline ?? page.Headline,
        Publisher = page.Publisher ?? feed.Publisher,
        Published = feed.Published ?? page.Published,
        PublishedAt = feed.PublishedAt ?? page.PublishedAt,
        Authors = page.Authors.IsDefaultOrEmpty ? feed.Authors : page.Authors,
    };

    private Task<FeedReport> DoneAsync(string feed, string? etag, string? modified, IReadOnlyList<string> added, int passed, int failed) => NoteAsync(feed, etag, modified, 0, null, _options.Every, added, passed, failed);

    private Task<FeedReport> FailedAsync(string feed, FeedState state, string problem, TimeSpan? retryAfter)
    {
        var wait = _options.Every * Math.Pow(2, Math.Min(state.Failures + 1, 10));
        if (retryAfter is { } asked && asked > wait)
            wait = asked;
        return NoteAsync(feed, state.Etag, state.Modified, state.Failures + 1, problem, wait < Longest ? wait : Longest, [], 0, 0);
    }

    private Task<FeedReport> NoteAsync(string feed, string? etag, string? modified, int failures, string? problem, TimeSpan wait, IReadOnlyList<string> added, int passed, int failed) => _store.NoteAsync(db =>
    {
        var next = (_store.Options.Clock.GetUtcNow() + wait).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        db.Run("insert or replace into feeds(url, etag, modified, checked, next, failures, problem) values(?1, ?2, ?3, ?4, ?5, ?6, ?7)", feed, etag, modified, _store.Now(), next, failures, problem);
        return new FeedReport(feed, added, passed, failed, problem, next);
    });

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date ? date - _store.Options.Clock.GetUtcNow() : null);

    private sealed record FeedState(string? Etag, string? Modified, string? Next, int Failures);
}
