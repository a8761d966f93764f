using System.Text.RegularExpressions;

namespace Demarche.Desk.Tests;

/// <summary>The article page.</summary>
public sealed class ArticleTests(DeskFixture desk)
{
    private const string Oath = "/article?id=caracas/2019-01-24-guaido-oath";

    [Fact]
    public async Task An_events_word_opens_its_record_its_rule_and_its_tree()
    {
        await using var visitor = await desk.VisitAsync(Oath);
        var page = visitor.Page;
        await page.Locator("#text a.event").First.ClickAsync();
        var panel = page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("Read from");
        await Assertions.Expect(panel.Locator(".rule.fired code").First).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator("svg path").First).ToBeAttachedAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("entry=e\\d+"));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#panel .rule.fired").First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(panel).ToContainTextAsync("What was read");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Layers_are_switched_and_stay_so()
    {
        await using var visitor = await desk.VisitAsync(Oath);
        var page = visitor.Page;
        var box = page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Statements") });
        await box.UncheckAsync();
        await Assertions.Expect(page.Locator("#text")).Not.ToHaveClassAsync(new Regex("show-statement"));
        await page.ReloadAsync();
        await Assertions.Expect(box).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_text_is_whole()
    {
        await using var visitor = await desk.VisitAsync(Oath);
        var shown = Regex.Replace(await visitor.Page.Locator("#text").EvaluateAsync<string>("text => [...text.querySelectorAll('p .s')].map(s => s.textContent).join(' ')"), @"\s+", "");
        var text = Regex.Replace(desk.Store.Queries.Article("caracas/2019-01-24-guaido-oath")!.Record.Text, @"\s+", "");
        Assert.Equal(text, shown);
    }

    [Fact]
    public async Task An_articles_html_stays_text()
    {
        await using var visitor = await desk.VisitAsync("/article?id=" + Uri.EscapeDataString(Hostile.Id));
        var page = visitor.Page;
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("<img src=x");
        await Assertions.Expect(page.Locator("#text")).ToContainTextAsync("<script>window.broken");
        foreach (var path in new[] { "/articles?q=Uruguay", "/statements?q=wait", "/?date=2018-12-21", "/positions?date=2018-12-21" })
            await page.GotoAsync(path);
        Assert.True(await page.EvaluateAsync<bool>("window.broken === undefined"));
        Assert.Equal(0, await page.Locator("main img, a[href^=javascript]").CountAsync());
        Assert.Empty(visitor.Complaints);
    }
}
