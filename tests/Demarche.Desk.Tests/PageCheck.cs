using Deque.AxeCore.Commons;

namespace Demarche.Desk.Tests;

/// <summary>
/// One window that looks at page after page: a new one costs more than the page. Each page answers, its scripts run under the content policy, nobody
/// is shut out in either theme, and nothing sticks out on a phone.
/// </summary>
public sealed class PageCheck(DeskFixture desk) : IAsyncLifetime
{
    // Axe is put into a page once for both themes. What passes is not told: on a long list that takes longer than the check.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private const string Run = "async rules => (await axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) })).violations.map(one => `${one.id}: ${one.nodes[0].html}`)";
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync() => _visitor = await desk.VisitAsync("/not-found");

    public async ValueTask DisposeAsync() => await _visitor.DisposeAsync();

    public async Task SoundAsync(string path)
    {
        var page = _visitor.Page;
        _visitor.Complaints.Clear();
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync(path);
        await _visitor.SettledAsync();
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.EvaluateAsync(Axe);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // Themes differ in their colours alone.
            var violations = await page.EvaluateAsync<string[]>(Run, scheme == ColorScheme.Light ? null : new[] { "color-contrast" });
            Assert.True(violations.Length == 0, $"{path}, {scheme}: {string.Join("; ", violations)}");
        }
        await page.SetViewportSizeAsync(360, 900);
        // Whatever is wider than the page is named, so that it can be found.
        var wide = await page.EvaluateAsync<string[]>("document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *, header *')].filter(one => one.getBoundingClientRect().right > innerWidth && !one.closest('[role=region], .chart')).map(one => one.outerHTML.slice(0, 200)).slice(-3)");
        Assert.True(wide.Length == 0, $"{path} at 360 pixels: {string.Join("\n", wide)}");
        Assert.Empty(_visitor.Complaints);
    }
}
