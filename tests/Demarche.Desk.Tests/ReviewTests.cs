using System.Text.RegularExpressions;

namespace Demarche.Desk.Tests;

/// <summary>Reviews, crises and watches, as somebody at the keyboard does them.</summary>
public sealed class ReviewTests(DeskFixture desk)
{
    private const string Article = "pasted/review";

    [Fact]
    public async Task An_entry_is_rejected_by_key_and_taken_back()
    {
        await AddAsync(Article + "-reject", "LIMA — Peru condemned Chile on Monday.");
        await using var visitor = await desk.VisitAsync("/review?article=" + Article + "-reject");
        var page = visitor.Page;
        await visitor.ScriptedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Rejected.");
        Assert.Empty(desk.Store.Queries.Article(Article + "-reject")!.Record.Events);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nothing is waiting.");
        await visitor.SendAsync(page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).First);
        Assert.Single(desk.Store.Queries.Article(Article + "-reject")!.Record.Events);
    }

    [Fact]
    public async Task A_correction_is_kept_with_who_before_and_after()
    {
        await AddAsync(Article + "-correct", "LIMA — Peru condemned Chile on Monday. Bolivia was silent.");
        await using var visitor = await desk.VisitAsync("/review");
        var page = visitor.Page;
        await page.GetByLabel("Your name in the log").FillAsync("Ana Ríos");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.GotoAsync("/review?article=" + Article + "-correct");
        await visitor.ScriptedAsync();
        await page.Keyboard.PressAsync("c");
        await page.GetByLabel("Type").SelectOptionAsync("REJECT");
        await page.GetByLabel("Recipients").SelectOptionAsync(new SelectOptionValue { Label = "Bolivia" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save correction" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Corrected.");
        var record = desk.Store.Queries.Article(Article + "-correct")!.Record;
        var corrected = Assert.Single(record.Events);
        Assert.Equal("REJECT", corrected.Type);
        Assert.Equal("Bolivia", record.Entities.Single(entity => entity.Id == corrected.Recipient[0]).Name);
        var review = desk.Store.Reviews.Log(Article + "-correct").Items[0];
        Assert.Equal("Ana Ríos", review.Who);
        Assert.Contains("ACCUSE", review.Before!, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ACCUSE → REJECT");
    }

    [Fact]
    public async Task Two_actors_are_merged_and_taken_apart_again()
    {
        await AddAsync(Article + "-merge", "LIMA — The Condor Accord condemned Chile on Monday. The Condor Alliance condemned Chile on Tuesday.");
        var from = desk.Store.Queries.Entities(new() { Search = "Condor Accord" }).Items[0];
        await using var visitor = await desk.VisitAsync("/actor?key=" + Uri.EscapeDataString(from.Key));
        var page = visitor.Page;
        await page.GetByLabel("Name of the other, which stays").FillAsync("Condor Alliance");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Condor Alliance");
        await DeskFixture.UntilAsync(() => desk.Store.Queries.Entities(new() { Search = "Condor Accord" }).Items.Count == 0);
        await page.GotoAsync("/review");
        await visitor.SendAsync(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "merge" }).GetByRole(AriaRole.Button, new() { Name = "Take back" }).First);
        await DeskFixture.UntilAsync(() => desk.Store.Queries.Entities(new() { Search = "Condor Accord" }).Items.Count > 0);
    }

    [Fact]
    public async Task A_crisis_turns_every_page_to_its_articles_and_a_watch_tells_what_comes()
    {
        await using var visitor = await desk.VisitAsync("/crises");
        var page = visitor.Page;
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Prague 1968");
        await page.GetByLabel(new Regex("Words that its articles hold")).FillAsync("Czechoslovakia");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.GetByLabel("On", new() { Exact = true }).SelectOptionAsync("figure");
        await page.GetByLabel("In", new() { Exact = true }).SelectOptionAsync("Prague 1968");
        await page.GetByRole(AriaRole.Button, new() { Name = "Watch", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("A new figure, in Prague 1968");
        await AddAsync(Article + "-watch", "PRAGUE — Eleven people were killed in Czechoslovakia on Friday, the radio said.");
        await page.GotoAsync("/?crisis=Prague%201968");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Watches found");
        await page.GotoAsync("/articles?crisis=Prague%201968");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Guaid");
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        Assert.Contains("<feed", await client.GetStringAsync("/watches.atom"), StringComparison.Ordinal);
        await page.GotoAsync("/crises");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget Prague 1968" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("None yet: every page shows all articles.");
    }

    [Fact]
    public async Task A_feed_is_listed_and_one_of_the_own_machine_is_refused_plainly()
    {
        await using var visitor = await desk.VisitAsync("/add");
        var page = visitor.Page;
        await page.GetByLabel("Address of the feed").FillAsync("http://127.0.0.1:9/feed.xml");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#feeds")).ToContainTextAsync("http://127.0.0.1:9/feed.xml");
        for (var tries = 0; tries < 60 && await page.Locator("#feeds .bad").CountAsync() == 0; tries++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await page.ReloadAsync();
        }
        await Assertions.Expect(page.Locator("#feeds .bad")).ToContainTextAsync("own");
        await page.GetByRole(AriaRole.Button, new() { Name = new("Stop reading http://127.0.0.1:9/feed.xml") }).ClickAsync();
        await Assertions.Expect(page.Locator("#feeds")).Not.ToContainTextAsync("127.0.0.1");
    }

    private async Task AddAsync(string id, string text)
    {
        await desk.Store.AddAsync(DeskFixture.Coder.Value.Code(new Demarche.Reading.Article { Id = id, Text = text, Source = new() { Published = new(1968, 9, 2), Headline = id } }));
        await desk.Store.RefreshAsync();
    }
}
