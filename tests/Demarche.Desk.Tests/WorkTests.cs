using System.Text.RegularExpressions;

namespace Demarche.Desk.Tests;

/// <summary>Keys, themes, the report and adding.</summary>
public sealed class WorkTests(DeskFixture desk)
{
    [Fact]
    public async Task Keys_lead_everywhere()
    {
        await using var visitor = await desk.VisitAsync();
        var page = visitor.Page;
        await visitor.ScriptedAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/events"));
        await visitor.ScriptedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-rows] > li").Nth(1)).ToHaveClassAsync(new Regex("here"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/article\\?id="));
        await visitor.ScriptedAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("Mexico");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=Mexico"));
        await Assertions.Expect(page.Locator("main mark").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_page()
    {
        await using var visitor = await desk.VisitAsync("/figures");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.Locator(".skip")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_theme_is_remembered()
    {
        await using var visitor = await desk.VisitAsync();
        await visitor.Page.Locator("[data-theme-switch]").ClickAsync();
        await visitor.Page.GotoAsync("/events");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task Entries_are_picked_ordered_written_between_and_exported()
    {
        await using var visitor = await desk.VisitAsync("/events");
        var page = visitor.Page;
        await visitor.ScriptedAsync();
        await page.Locator("[data-pick]").Nth(0).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("In the report");
        await page.GotoAsync("/figures?kind=killed");
        await visitor.ScriptedAsync();
        await page.Locator("[data-pick]").Nth(0).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("2 entries");
        await page.GotoAsync("/report");
        await page.GetByLabel("Write between").FillAsync("What it means <b>for us</b>.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add text" }).ClickAsync();
        await page.Locator("li.card").Last.GetByRole(AriaRole.Button, new() { Name = "Move up" }).ClickAsync();
        await Assertions.Expect(page.Locator("li.card").Nth(1).Locator("textarea")).ToHaveValueAsync("What it means <b>for us</b>.");
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        Assert.Contains("&lt;b&gt;for us", await client.GetStringAsync("/report.html"), StringComparison.Ordinal);
        Assert.Contains("killed", await client.GetStringAsync("/report.md"), StringComparison.Ordinal);
        using var word = new System.IO.Compression.ZipArchive(await client.GetStreamAsync("/report.docx"));
        using var reader = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        Assert.Contains("for us", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take everything out" }).ClickAsync();
        await Assertions.Expect(page.Locator(".empty")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pasted_text_is_coded_and_found()
    {
        await using var visitor = await desk.VisitAsync("/add");
        var page = visitor.Page;
        await page.GetByLabel("Headline").FillAsync("Peru asks Bolivia to free the trawler");
        await page.GetByLabel("Published").FillAsync("2018-11-02");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("LIMA — Peru demanded on Thursday that Bolivia release the trawler Zorzal.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add text" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Peru asks Bolivia to free the trawler" }).ClickAsync();
        await Assertions.Expect(page.Locator("#text")).ToContainTextAsync("Zorzal");
    }

    [Fact]
    public async Task Files_are_added_and_what_is_wrong_is_told()
    {
        await using var visitor = await desk.VisitAsync("/add");
        var page = visitor.Page;
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(new byte[40_000_000]);
        await page.Locator("#files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "2018-11-03-quito.md", MimeType = "text/markdown", Buffer = "# Ecuador warns Peru\n\nAndean Post, Nov. 3, 2018\n\nQUITO — Ecuador warned Peru on Friday not to close the bridge at Macara.\n"u8.ToArray() },
            new() { Name = "bomb.txt.gz", MimeType = "application/gzip", Buffer = packed.ToArray() },
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add files" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("done");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ecuador warns Peru");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("bomb.txt.gz: it unpacks to more than");
    }
}
