using CsCheck;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Reading.Cleaning;

namespace Demarche.Tests.Reading;

public sealed class CleaningTests
{
    private const string Page = """
        ## Freedonia closes its border

        By Ana Ruiz and Jon Weir
        The Lantern, Jan. 24, 2019

        The border post on Monday. Ana Ruiz for The Lantern

        MINSK — The foreign minister of [Freedonia](#) said on Monday that it would pay \$20 million to close the border.

        Guards walking along the fence on Monday, a day after the order.

        Guards walking along the fence on Monday, a day after the order.

        ### **Sign up for the letter**

        **All that happens on the border, every day.**

        “We have waited long enough,” she told reporters, “and nobody has answered.

        “Follow me on Twitter, if you like.”

        A version of this article appears in print on Jan. 25, 2019, on Page A1.
        """;

    [Fact]
    public void Furniture_goes_and_the_article_stays()
    {
        var article = Pages.One("a.md", Page);
        Assert.Equal("""
            MINSK — The foreign minister of Freedonia said on Monday that it would pay $20 million to close the border.

            “We have waited long enough,” she told reporters, “and nobody has answered.

            “Follow me on Twitter, if you like.”
            """.ReplaceLineEndings("\n"), article.Text);
        Assert.Equal(["headline", "byline", "byline", "caption", "caption", "caption", "promo", "promo", "notice"], article.Dropped.Select(dropped => dropped.Kind));
        Assert.All(article.Dropped, dropped => Assert.InRange(dropped.At, 0, article.Text.Length));
        Assert.Equal(["Ana Ruiz", "Jon Weir"], article.Source.Authors);
        Assert.Equal(("The Lantern", new DateOnly(2019, 1, 24), "MINSK"), (article.Source.Publisher, article.Source.Published!.Value, article.Source.Dateline));
    }

    [Fact]
    public void As_is_keeps_all_but_reads_what_the_page_says()
    {
        var article = Pages.One("a.md", Page, new() { AsIs = true });
        Assert.Equal(Page, article.Text);
        Assert.Empty(article.Dropped);
        Assert.Equal(new DateOnly(2019, 1, 24), article.Source.Published);
        Assert.Equal("MINSK", article.DatelineSpan!.Value.In(article.Text));
    }

    [Theory]
    [InlineData("MINSK, July 15, 2016 (Lantern) - The army", "2016-07-15")]
    [InlineData("MINSK, Friday, 15 July 2016 — The army", "2016-07-15")]
    [InlineData("MINSK, July 15 (Lantern) - The army said that it had left on Jan. 24, 2019.", null)]
    [InlineData("MINSK (Lantern) - Jan. 24, 2019 was the day on which the army left.", null)]
    public void A_dateline_with_a_full_date_dates_the_article(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), Pages.One("a.txt", text).Source.Published);

    [Fact]
    public void Options_go_before_the_page()
    {
        var article = Pages.One("a.md", Page, new() { Published = new(2001, 2, 3), Publisher = "Other" });
        Assert.Equal(("Other", new DateOnly(2001, 2, 3)), (article.Source.Publisher, article.Source.Published!.Value));
    }

    [Theory]
    [InlineData("CARACAS, Venezuela — The army", "CARACAS, Venezuela")]
    [InlineData("LONDON (Reuters) - The army", "LONDON")]
    [InlineData("UNITED NATIONS, Jan 24 (Xinhua) -- The army", "UNITED NATIONS")]
    [InlineData("PRAGUE, Wednesday, Aug. 21 (Continental Telegraph)—Troops", "PRAGUE")]
    [InlineData("Geneva, Switzerland (AP) — The army", "Geneva, Switzerland")]
    [InlineData("ST. JOSEPH, Mich. (AP) – The army", "ST. JOSEPH, Mich.")]
    [InlineData("The president — who had left — returned", null)]
    [InlineData("Mr. Maduro — The army", null)]
    [InlineData("The NATO summit (in Madrid) was over.", null)]
    public void Datelines_are_found(string paragraph, string? dateline) => Assert.Equal(dateline, Dateline.Find(paragraph)?.In(paragraph));

    [Theory]
    [InlineData("Jan. 24, 2019", 2019, 1, 24)]
    [InlineData("Thursday, 24 January 2019 at 9 p.m.", 2019, 1, 24)]
    [InlineData("2019-01-24T21:14:00Z", 2019, 1, 24)]
    [InlineData("24/01/2019", 2019, 1, 24)]
    [InlineData("Published 9:14 p.m. ET September 3, 1983", 1983, 9, 3)]
    public void Dates_are_read(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), DateText.Find(text)!.Value.Date);

    [Fact]
    public void Every_furniture_pattern_takes_out_its_example()
    {
        var patterns = FurniturePatterns.Load(Lexicon.Default);
        foreach (var row in Lexicon.Default.Rows("Reading/furniture"))
            Assert.True(patterns.KindOf(row["example"], Words.Count(row["example"]), atTail: true) is not null, $"{row.File.Path}:{row.Line} does not take out: {row["example"]}");
    }

    [Fact]
    public void Every_credit_tells_its_example()
    {
        var credits = CreditLine.Load(Lexicon.Default);
        foreach (var row in Lexicon.Default.Rows("Reading/credits"))
            Assert.True(credits.Ends(row["example"]), $"{row.File.Path}:{row.Line} does not tell: {row["example"]}");
    }

    [Fact]
    public void Cleaned_text_is_left_alone()
    {
        string[] parts = ["## Title of it", "By Ana Ruiz", "Jan. 24, 2019", "MINSK — The army left the town on Monday, the minister said.", "Getty Images", "*[A primer on [it.](#)]*", "\\$20 and \\\\$30",
            "People walking past a mural in the town on Monday.", "Advertisement", "“No,” he said.", "| a | b |", "- item", "Sign up for it", "[[a](b)](c)", "> quoted words that stand here", "**bold words here**", "a_b_c *d* `e`", "😀 é́ words"];
        var lines = Gen.Int[0, parts.Length - 1].Select(at => parts[at]).Array[1, 12].Select(items => string.Join("\n\n", items));
        Gen.OneOf(lines, Gen.String).Sample(text =>
        {
            if (Pages.Read("a.md", text) is not [{ Article: { } once }])
                return;
            Assert.All(once.Dropped, dropped => Assert.InRange(dropped.At, 0, once.Text.Length));
            var again = Assert.Single(Pages.Read("a.md", once.Text)).Article;
            // A text that begins like a headline is one only as long as the article has none.
            var twice = Pages.Reader.ReadText("a", once.Text, once.Source).Article;
            Assert.Equal(once.Text, twice?.Text);
            Assert.NotNull(again);
        }, iter: 2000, threads: 1);
    }

    [Fact]
    public void A_text_of_one_fragment_stays() =>
        Assert.Equal("Soldiers walking along the fence on Monday", Pages.One("a.txt", "Soldiers walking along the fence on Monday").Text);

    [Fact]
    public void Same_bytes_give_the_same_article() =>
        Assert.Equal(Pages.One("a.md", Page) with { Dropped = [] }, Pages.One("a.md", Page) with { Dropped = [] }, (one, two) => one!.Text == two!.Text && one.Source.Headline == two.Source.Headline && one.DatelineSpan == two.DatelineSpan);
}
