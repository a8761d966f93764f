using System.Net;
using System.Net.Sockets;
using Demarche.Desk.Tests;
using Demarche.Reading;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(DeskFixture))]

namespace Demarche.Desk.Tests;

/// <summary>A desk on a store of the samples, and a browser; one for all tests.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    /// <summary>How long tests wait for what must come, in milliseconds.</summary>
    public const int Patience = 60_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demarche-desk-tests-");
    private WebApplication? _app;
    private IPlaywright? _playwright;

    /// <summary>Where the repository is.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The coder, loaded once.</summary>
    public static Lazy<Demarche.Coder> Coder { get; } = new(Demarche.Coder.CreateDefault);

    public CrisisStore Store { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = CrisisStore.Create(Path.Combine(_folder.FullName, "demo.db"));
        var coder = Coder.Value;
        var reader = new ArticleReader();
        foreach (var result in reader.Read(Path.Combine(Repository, "samples")))
            if (result.Article is { } article && article.Id != "README")
                await Store.AddAsync(coder.Code(article));
        await Store.AddAsync(coder.Code(Hostile.Article));
        await Store.RefreshAsync();
        var port = FreePort();
        _app = DeskApp.Build(Store, new() { Port = port }, new(reader, coder));
        await _app.StartAsync();
        Address = $"http://localhost:{port}";
        // A machine that is busy with other things is slow, and not wrong.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists),
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu", "--disable-extensions", "--mute-audio"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Store?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>A fresh visitor; what the page's console says against it is kept.</summary>
    public async Task<Visitor> VisitAsync(string path = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Patience);
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.GotoAsync(path);
        return visitor;
    }

    /// <summary>Waits until something holds that the desk brings about beside the page.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        var end = Environment.TickCount64 + Patience;
        while (!holds() && Environment.TickCount64 < end)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(holds());
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Demarche.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository."));
}

/// <summary>Somebody who looks at the desk.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Script errors, broken addresses and whatever the content policy turned away.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Clicks what sends a form, and waits until the server has done it.</summary>
    public Task SendAsync(ILocator button) => Page.RunAndWaitForResponseAsync(() => button.ClickAsync(), answer => answer.Request.Method == "POST");

    /// <summary>Opens a page and waits for its scripts.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await ScriptedAsync();
    }

    /// <summary>Waits until the page hears keys.</summary>
    public Task ScriptedAsync() => Page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until charts are drawn.</summary>
    public async Task SettledAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        foreach (var chart in await Page.Locator("[data-chart]").AllAsync())
            await Assertions.Expect(chart).ToHaveAttributeAsync("data-drawn", "true");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
