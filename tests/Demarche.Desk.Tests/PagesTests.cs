using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Demarche.Desk.Tests;

/// <summary>Each page: it answers, its scripts run under the content policy, nobody is shut out, nothing sticks out on a phone.</summary>
public sealed partial class PagesTests(DeskFixture desk)
{
    public static TheoryData<string> Paths { get; } = [.. Pages.All];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_is_sound_in_both_themes_and_on_a_phone(string path)
    {
        // One window for all pages: a new one costs more than the page.
        var visitor = await desk.ReturnAsync(path);
        await visitor.SettledAsync();
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // Themes differ in their colours alone.
            var rules = scheme == ColorScheme.Light ? null : new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
            var violations = (await visitor.Page.RunAxe(rules)).Violations;
            Assert.True(violations.Length == 0, $"{path}, {scheme}: " + string.Join("; ", violations.Select(item => $"{item.Id}: {item.Nodes[0].Html}")));
        }
        await visitor.Page.SetViewportSizeAsync(360, 900);
        // Whatever is wider than the page is named, so that it can be found.
        var wide = await visitor.Page.EvaluateAsync<string[]>("document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *, header *')].filter(one => one.getBoundingClientRect().right > innerWidth && !one.closest('[role=region], .chart')).map(one => one.outerHTML.slice(0, 200)).slice(-3)");
        Assert.True(wide.Length == 0, $"{path} at 360 pixels: {string.Join("\n", wide)}");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Every_link_of_the_main_pages_leads_somewhere()
    {
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        HashSet<string> links = [];
        foreach (var path in Pages.All)
        {
            using var page = await client.GetAsync(new Uri(path, UriKind.Relative));
            foreach (Match link in Href().Matches(await page.Content.ReadAsStringAsync()))
                links.Add(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
        }
        Assert.True(links.Count > 200);
        foreach (var link in links.Order(StringComparer.Ordinal).Where((_, at) => at % 5 == 0))
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            Assert.True(answer.IsSuccessStatusCode, $"{link}: {answer.StatusCode}");
        }
    }

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Href();
}
