using System.Globalization;
using System.Net;
using System.Text;
using Demarche.Reading;
using Demarche.Store;
using Demarche.Store.Feeds;

namespace Demarche.Tests.Store;

/// <summary>Feeds from a server on this machine: what is new is added once, what fails is left alone for longer and longer.</summary>
public sealed class FeedWatcherTests : IDisposable
{
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2019, 2, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static readonly Coder Coder = new CoderBuilder().AddAll().Build();
    private readonly StoreFolder _folder = new();
    private readonly HttpListener _server = new();
    private readonly string _address;
    private readonly List<string> _asked = [];
    private readonly Clock _clock = new();
    private int _status = 200;
    private string _items = Item("one", "Maduro orders troops to the border", "President Nicolás Maduro ordered troops to the border on Thursday, a spokesman said.") + Item("two", "Rain in Lisbon", "It rained in Lisbon all day on Thursday.");

    public FeedWatcherTests()
    {
        for (var port = 20000 + (Environment.ProcessId % 20000); ; port++)
        {
            _address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
            try
            {
                _server.Prefixes.Clear();
                _server.Prefixes.Add(_address);
                _server.Start();
                break;
            }
            catch (HttpListenerException) when (port < 60000)
            {
            }
        }
        _ = Task.Run(Serve);
    }

    public void Dispose()
    {
        _server.Close();
        _folder.Dispose();
    }

    [Fact]
    public async Task New_items_are_added_once_and_failures_make_it_wait_longer()
    {
        var feed = _address + "feed";
        using (var store = CrisisStore.Create(_folder.Path("a.db"), new() { Clock = _clock }))
        {
            var first = Assert.Single(await Look(store, feed));
            Assert.Single(first.Added);
            Assert.Equal((1, 0, null), (first.PassedOver, first.Failed, first.Problem));
            var article = Assert.Single(store.Queries.Articles(new()).Items);
            Assert.Equal("Maduro orders troops to the border", article.Headline);
            Assert.Equal("2019-01-24", article.Published);
            // Its time has not come.
            Assert.Empty(await Look(store, feed));
            _clock.Now += TimeSpan.FromMinutes(16);
            Assert.Empty(Assert.Single(await Look(store, feed)).Added);
            Assert.Equal("feed 304", _asked[^1]);
        }
        // Another run goes on where this one has ended.
        _items += Item("three", "Guaidó answers Maduro", "Juan Guaidó rejected the order of Nicolás Maduro on Friday.");
        using var again = CrisisStore.Open(_folder.Path("a.db"), new() { Clock = _clock });
        _clock.Now += TimeSpan.FromMinutes(16);
        Assert.Single(Assert.Single(await Look(again, feed)).Added);
        _status = 503;
        _clock.Now += TimeSpan.FromMinutes(16);
        var failed = Assert.Single(await Look(again, feed));
        Assert.Contains("503", failed.Problem, StringComparison.Ordinal);
        Assert.Equal("2019-02-01T13:18:00.000Z", failed.Next);
        _clock.Now += TimeSpan.FromMinutes(60);
        Assert.Equal("2019-02-01T14:48:00.000Z", Assert.Single(await Look(again, feed)).Next);
        Assert.Equal(2, again.Queries.Counts().Articles);
    }

    [Fact]
    public async Task A_short_item_is_read_from_its_page()
    {
        _items = Item("page", "The whole page", "Read on.");
        using var store = CrisisStore.Create(_folder.Path("a.db"), new() { Clock = _clock });
        using var watcher = new FeedWatcher(store, new ArticleReader(), Coder, new() { AllowPrivate = true, Politeness = TimeSpan.Zero });
        await foreach (var report in watcher.LookAsync([_address + "feed"], TestContext.Current.CancellationToken))
            Assert.Single(report.Added);
        Assert.Contains("a dozen families", Assert.Single(store.Queries.Records()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_addresses_are_refused_unless_they_are_allowed()
    {
        using var store = CrisisStore.Create(_folder.Path("a.db"), new() { Clock = _clock });
        using var watcher = new FeedWatcher(store, new ArticleReader(), Coder, new());
        await foreach (var report in watcher.LookAsync([_address + "feed", "file:///etc/passwd"], TestContext.Current.CancellationToken))
            Assert.NotNull(report.Problem);
        Assert.Empty(_asked);
        foreach (var address in new[] { "127.0.0.1", "10.1.2.3", "172.20.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::" })
            Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)), address);
        foreach (var address in new[] { "8.8.8.8", "172.32.0.1", "2606:4700::1111" })
            Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)), address);
    }

    [Fact]
    public async Task Firings_are_sent_to_webhooks()
    {
        using var store = CrisisStore.Create(_folder.Path("a.db"), new() { Clock = _clock });
        await store.Watches.AddAsync(new(0, null, "figure", null, null, null, _address + "hook"));
        _clock.Now += TimeSpan.FromMinutes(1);
        await store.AddAsync(Ledgers.RecordMaker.Killed(Ledgers.RecordMaker.Make("a", "2019-02-01"), 35, "usa"), TestContext.Current.CancellationToken);
        await store.RefreshAsync(TestContext.Current.CancellationToken);
        using var watcher = new FeedWatcher(store, new ArticleReader(), Coder, new() { AllowPrivate = true });
        Assert.Equal(1, await watcher.SendAsync(TestContext.Current.CancellationToken));
        Assert.Contains(_asked, asked => asked.Contains("35 killed", StringComparison.Ordinal));
        Assert.Equal(0, await watcher.SendAsync(TestContext.Current.CancellationToken));
    }

    private async Task<List<FeedReport>> Look(CrisisStore store, string feed)
    {
        using var watcher = new FeedWatcher(store, new ArticleReader(), Coder, new() { Match = "Venezuela OR Maduro", AllowPrivate = true, FetchPages = false });
        List<FeedReport> reports = [];
        await foreach (var report in watcher.LookAsync([feed], TestContext.Current.CancellationToken))
            reports.Add(report);
        return reports;
    }

    private static string Item(string id, string title, string text) =>
        $"<item><guid>{id}</guid><link>/news/{id}</link><title>{title}</title><pubDate>Thu, 24 Jan 2019 10:00:00 GMT</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>";

    private async Task Serve()
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var path = context.Request.Url!.AbsolutePath.Trim('/');
            var tag = $"\"{_items.Length}\"";
            var answer = context.Response;
            answer.StatusCode = path == "hook" || path.StartsWith("news", StringComparison.Ordinal) ? 200 : _status != 200 ? _status : context.Request.Headers["If-None-Match"] == tag ? 304 : 200;
            answer.Headers["ETag"] = tag;
            _asked.Add(path == "hook" ? await new StreamReader(context.Request.InputStream).ReadToEndAsync() : $"{path} {answer.StatusCode}");
            if (answer.StatusCode == 200)
            {
                var page = "<html><head><title>The whole page</title></head><body><article><h1>The whole page</h1><p>On Thursday the ministry told a dozen families in the valley to leave their homes before the week was over.</p><p>The families refused, and the mayor said that nobody would be driven out by force while the court had not spoken.</p></article></body></html>";
                await answer.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(path == "feed" ? $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lantern News</title>{_items}</channel></rss>" : page));
            }
            answer.Close();
        }
    }
}
