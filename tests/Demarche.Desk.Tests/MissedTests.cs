using System.Text.RegularExpressions;

namespace Demarche.Desk.Tests;

/// <summary>Adding what the coder missed, as somebody with a mouse does, and somebody with neither mouse nor scripts.</summary>
public sealed class MissedTests(DeskFixture desk)
{
    private const string Text = "QUITO — Ecuador's foreign ministry kept silent on Monday. The envoy of Peru then left the hall without a word. Outside 14 people were hurt.";

    // Marks lie on the words, so that they are several pieces of text.
    private const string Mark = """
        (sentence, words) => {
          const nodes = [], walk = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(), at = 0; node; at += node.data.length, node = walk.nextNode()) nodes.push({ node, at });
          const point = at => { const one = nodes.findLast(item => item.at <= at); return [one.node, at - one.at]; };
          const begin = sentence.textContent.indexOf(words);
          getSelection().setBaseAndExtent(...point(begin), ...point(begin + words.length));
        }
        """;

    [Fact]
    public async Task Marked_words_become_an_event_that_stays_and_is_taken_out_again()
    {
        const string id = "missed/event";
        await AddAsync(id, "1");
        await using var visitor = await desk.VisitAsync("/article?id=" + id, 360);
        var page = visitor.Page;
        await visitor.ScriptedAsync();
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/review/missed"));
        await visitor.ScriptedAsync();
        await page.Locator("#text .s", new() { HasText = "left the hall" }).EvaluateAsync(Mark, "left the hall");
        await Assertions.Expect(page.GetByLabel(new Regex("^Words"))).ToHaveValueAsync("left the hall");
        await page.GetByLabel("Type", new() { Exact = true }).SelectOptionAsync("REJECT");
        await page.GetByLabel("Actors: somebody else, by name").FillAsync("Rosa Quispe");
        await page.GetByLabel("Recipients: somebody else, by name").FillAsync("Ecuador");
        await visitor.SendAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add this event" }));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("entry=e\\d+"));
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("Rosa Quispe");
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("added by desk");
        Assert.Equal("left the hall", string.Concat(await page.Locator("#text .chosen").AllTextContentsAsync()));
        // Another coding finds other entries; this one stays, and everybody's views and exports have it.
        await AddAsync(id, "2");
        var item = Assert.Single(desk.Store.Queries.Events(new() { Article = id, Types = ["REJECT"] }).Items);
        Assert.Equal(("Rosa Quispe", "left the hall"), (item.Actor[0].Name, item.Source.Words[..13]));
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        Assert.Contains("Rosa Quispe", await client.GetStringAsync("/review/gold.jsonl"), StringComparison.Ordinal);
        Assert.Contains("Rosa Quispe", await client.GetStringAsync("/events.csv"), StringComparison.Ordinal);
        Assert.Contains("Rosa Quispe", await client.GetStringAsync("/api/v1/events?article=" + Uri.EscapeDataString(id)), StringComparison.Ordinal);
        await page.GotoAsync("/events?type=REJECT&who=Rosa%20Quispe");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("added by a person");
        await page.Locator("[data-open]").First.ClickAsync();
        await visitor.SendAsync(page.GetByRole(AriaRole.Button, new() { Name = "Take out again" }));
        await DeskFixture.UntilAsync(() => desk.Store.Queries.Events(new() { Article = id, Types = ["REJECT"] }).Items.Count == 0);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task What_is_missing_is_told_in_the_form_and_nothing_typed_is_lost()
    {
        const string id = "missed/position";
        await AddAsync(id, "1");
        await using var visitor = await desk.VisitAsync($"/review/missed?id={id}&layer=position");
        var page = visitor.Page;
        await visitor.ScriptedAsync();
        await page.GetByLabel("Sentence", new() { Exact = true }).SelectOptionAsync("1");
        await page.GetByLabel(new Regex("^Words")).FillAsync("no such words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this position" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Sentence 1 does not say");
        await page.GetByLabel("Sentence", new() { Exact = true }).SelectOptionAsync("");
        await page.GetByLabel(new Regex("^Words")).FillAsync("the envoy of Peru");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this position" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("whose position");
        await page.GetByLabel("Holder: somebody else, by name").FillAsync("Peru");
        await page.GetByLabel("Stance", new() { Exact = true }).SelectOptionAsync("opposes");
        await page.GetByLabel("Toward: somebody else, by name").FillAsync("Ecuador");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this position" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("entry=o\\d+"));
        await Assertions.Expect(page.Locator("#panel h2").First).ToContainTextAsync("Peru opposes Ecuador");
    }

    [Theory]
    [InlineData("statement", "The envoy of Peru", "speaker")]
    [InlineData("demand", "left the hall", "by")]
    [InlineData("figure", "14 people", "according_to")]
    public async Task Without_scripts_a_form_does(string layer, string words, string field)
    {
        var id = "missed/plain-" + layer;
        await AddAsync(id, "1");
        await using var context = await desk.Browser.NewContextAsync(new() { BaseURL = desk.Address, JavaScriptEnabled = false });
        context.SetDefaultTimeout(DeskFixture.Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/review/missed?id={id}&layer={layer}");
        await page.Locator("[name=words]").FillAsync(words);
        await page.Locator($"[name='new.{field}']").FillAsync("Nora Paz");
        if (layer == "figure")
        {
            await page.GetByLabel("Value", new() { Exact = true }).FillAsync("14");
            await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("injured");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this " + layer }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("Nora Paz");
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("added by desk");
        var log = desk.Store.Reviews.Log(id).Items[0];
        Assert.Equal(("add", "desk", null), (log.Action, log.Who, log.Before));
    }

    // The same words are one article: each test has its own.
    private async Task AddAsync(string id, string version)
    {
        var record = DeskFixture.Coder.Value.Code(new Demarche.Reading.Article { Id = id, Text = $"{Text} The file of this is {id}.", Source = new() { Published = new(1968, 9, 3), Headline = id } });
        await desk.Store.AddAsync(record with { Coder = record.Coder with { Version = version } });
        await desk.Store.RefreshAsync();
    }
}
