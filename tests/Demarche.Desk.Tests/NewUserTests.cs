using System.Text.RegularExpressions;

namespace Demarche.Desk.Tests;

/// <summary>What somebody who never saw the desk wants to know, each within three clicks of the first page.</summary>
public sealed class NewUserTests(DeskFixture desk)
{
    [Fact]
    public async Task When_is_Mexicos_position_told_and_from_which_sentence()
    {
        await using var visitor = await desk.VisitAsync("/?date=2019-02-05");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Positions", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Mexico", Exact = true }) }).Locator("td a").First.ClickAsync();
        var cell = page.Locator("#cell");
        await Assertions.Expect(cell).ToContainTextAsync("Mexico");
        await Assertions.Expect(cell).ToContainTextAsync(new Regex("2[34] Jan 2019"));
        await Assertions.Expect(cell).ToContainTextAsync(new Regex("sentence \\d+"));
        await cell.Locator("[data-open]").Last.ClickAsync();
        await Assertions.Expect(page.Locator("#text .chosen").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("Mexico");
    }

    [Fact]
    public async Task Which_figure_of_deaths_came_from_whom()
    {
        await using var visitor = await desk.VisitAsync("/?date=2019-02-05");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Figures", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "35 killed" }).First;
        await Assertions.Expect(row).ToContainTextAsync("according to");
        await Assertions.Expect(row).ToContainTextAsync("Provea");
        await Assertions.Expect(row).ToContainTextAsync("35 deaths");
    }

    [Fact]
    public async Task What_changed_in_the_week_to_4_February_2019()
    {
        await using var visitor = await desk.VisitAsync();
        var page = visitor.Page;
        await page.GetByLabel("As of").FillAsync("2019-02-04");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("date=2019-02-04"));
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync("28 Jan 2019 to 4 Feb 2019");
        var changed = page.Locator("#changed");
        foreach (var state in new[] { "Spain", "France", "Germany", "United Kingdom" })
            await Assertions.Expect(changed).ToContainTextAsync(state);
        await Assertions.Expect(changed).ToContainTextAsync("recognizes");
    }
}
