using Demarche.Desk.Articles;
using Demarche.Desk.Wording;
using Demarche.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Demarche.Desk.Feeds;

/// <summary>Looks at the desk's feeds while it is open, each when its time has come, and sends what watches found to their webhooks.</summary>
internal sealed class FeedService(FeedList feeds, CodingRoom room, CrisisStore store, DeskOptions options, ILogger<FeedService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Looks at once: a feed was added.</summary>
    public void Wake() => _wake.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var group in feeds.All.GroupBy(feed => feed.Match))
                    await Look(group.Key, [.. group.Select(feed => feed.Url)], stoppingToken);
                await _wake.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is IOException or StoreException or InvalidOperationException)
            {
                FeedLog.Failed(log, error);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task Look(string match, IReadOnlyList<string> urls, CancellationToken cancel)
    {
        var (reader, coder) = await room.Ready;
        using var watcher = new FeedWatcher(store, reader, coder, new() { Match = match, AllowPrivate = options.AllowPrivateFeeds });
        await foreach (var report in watcher.LookAsync(urls, cancel))
            feeds.Tell(report.Feed, report.Problem ?? $"{Phrases.Count(report.Added.Count, "article", "articles")} added, {report.PassedOver} without the words, {report.Failed} unreadable; next look {report.Next[..Math.Min(16, report.Next.Length)].Replace('T', ' ')} UTC", report.Problem is null);
        await watcher.SendAsync(cancel);
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }
}

/// <summary>What the log is told.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A look at the feeds broke off")]
    public static partial void Failed(ILogger log, Exception error);
}
