using Demarche.Reading;

namespace Demarche.Tests.Reading;

/// <summary>A page of many entries, each under its time: read in the order of time, each with its own day.</summary>
public sealed class LiveBlogTests
{
    private const string Blog = """
        # Freedonia crisis: assembly votes as the blockade tightens

        Live coverage of the dispute over the straits.

        18:42 GMT

        Share

        The foreign minister of Freedonia said tonight that talks would resume tomorrow.

        Copy link to this post

        Posted at 16:05

        Troops fired on a convoy near the border this morning, the army said.

        "We will answer," the general told reporters.

        Show key events only

        23:30

        Opening summary: yesterday Sylvania expelled two diplomats, and recalled its ambassador.
        """;

    private static readonly ReadingOptions Options = new() { Published = new DateOnly(2019, 1, 24) };

    [Fact]
    public void Entries_stand_in_the_order_of_time_without_stamps_and_links()
    {
        var article = Pages.One("blog.md", Blog, Options);
        Assert.Equal("""
            Live coverage of the dispute over the straits.

            Opening summary: yesterday Sylvania expelled two diplomats, and recalled its ambassador.

            Troops fired on a convoy near the border this morning, the army said.

            "We will answer," the general told reporters.

            The foreign minister of Freedonia said tonight that talks would resume tomorrow.
            """.ReplaceLineEndings("\n"), article.Text);
        Assert.Equal(["18:42 GMT", "Posted at 16:05", "23:30"], article.Dropped.Where(item => item.Kind == "byline").Select(item => item.Text));
        Assert.Contains(article.Dropped, item => item is { Kind: "link", Text: "Copy link to this post" });
        Assert.Contains(article.Dropped, item => item.Text == "Share");
        Assert.Contains(article.Dropped, item => item is { Kind: "notice", Text: "Show key events only" });
    }

    [Fact]
    public void The_clock_that_goes_back_tells_the_day_before()
    {
        var article = Pages.One("blog.md", Blog, Options);
        Assert.Equal([new(2019, 1, 23), new(2019, 1, 24), new(2019, 1, 24)], article.Entries.Select(entry => entry.Day));
        Assert.Equal(["Opening", "Troops", "The"], article.Entries.Select(entry => article.Text[entry.Begin..].Split(' ')[0]));
        Assert.Equal(new DateOnly(2019, 1, 24), article.PublishedAt(0));
        Assert.Equal(new DateOnly(2019, 1, 23), article.PublishedAt(article.Text.IndexOf("yesterday", StringComparison.Ordinal)));
    }

    [Fact]
    public void Relative_times_are_told_from_their_entry()
    {
        var record = Coder.CreateDefault().Code(Pages.One("blog.md", Blog, Options));
        Assert.Equal([("yesterday", "2019-01-22"), ("this morning", "2019-01-24"), ("tonight", "2019-01-24"), ("tomorrow", "2019-01-25")],
            record.Times.Select(time => (record.Text[time.Begin..time.End], time.Value!)));
    }

    [Fact]
    public void A_page_tells_moments_where_its_reader_sees_how_long_ago()
    {
        static string Entry(string moment, string shown, string text) => $"<div class='post'><p><time datetime='{moment}'>{shown}</time></p><p>{text}</p><button>Share</button></div>";
        var article = Pages.One("blog.html", Pages.Html("<main><h1>Freedonia closes its border</h1>"
            + Entry("2019-01-25T00:10:00Z", "3 hours ago", "The foreign minister of Freedonia said that talks would resume on the island next week.")
            + Entry("2019-01-24T16:05:00Z", "16.05 GMT", "Troops fired on a convoy near the border in the morning, the army said in a statement.")
            + Entry("2019-01-23T23:30:00Z", "23.30 GMT", "Sylvania expelled two diplomats, and its government recalled the ambassador from the capital.") + "</main>"), Options);
        Assert.Equal(["Sylvania", "Troops", "The"], article.Text.Split("\n\n").Select(paragraph => paragraph.Split(' ')[0]));
        Assert.Equal([new(2019, 1, 23), new(2019, 1, 24), new(2019, 1, 25)], article.Entries.Select(entry => entry.Day));
    }

    [Fact]
    public void Stamps_may_lead_their_paragraph_and_days_may_stand_above()
    {
        var article = Pages.One("blog.txt", """
            Border crisis as it happened

            Thursday, 24 January

            08:15 GMT – Freedonia's parliament met in the morning to vote on the treaty with its neighbor.

            13:40 GMT – Lawmakers rejected the treaty, and the prime minister said that he would resign.

            Friday, 25 January

            06:05 GMT – The president asked the speaker to form a government of national unity.
            """, Options);
        Assert.Equal([new(2019, 1, 24), new(2019, 1, 24), new(2019, 1, 25)], article.Entries.Select(entry => entry.Day));
        Assert.StartsWith("Freedonia's parliament", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("GMT", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_tells_clock_times_is_no_blog()
    {
        var article = Pages.One("a.txt", Pages.Paragraphs + "\n\n14:05\n\nThe border was closed at that time, the ministry said in the capital.\n", Options);
        Assert.Empty(article.Entries);
        Assert.Equal(new DateOnly(2019, 1, 24), article.PublishedAt(10));
    }

    [Fact]
    public void As_it_is_given_nothing_moves()
    {
        var article = Pages.One("blog.md", Blog, new() { Published = new DateOnly(2019, 1, 24), AsIs = true });
        Assert.Empty(article.Entries);
        Assert.Equal(Blog, article.Text);
    }

    [Theory]
    [InlineData("CARACAS, Venezuela", "CARACAS, Venezuela")]
    [InlineData("GENEVA, Jan. 24 (Lantern Wire)", "GENEVA")]
    [InlineData("Minsk, Belarus", "Minsk, Belarus")]
    [InlineData("MOSCOW", "MOSCOW")]
    public void A_dateline_may_have_a_line_of_its_own(string line, string dateline)
    {
        foreach (var before in (string[])["", "Freedonia closes its border after talks fail\n\n"])
        {
            var article = Pages.One("a.txt", before + line + "\n\nThe foreign minister of Freedonia said on Monday that her government would close the border.\n\nSylvania has not replied to the demand.", Options);
            Assert.Equal(dateline, article.Source.Dateline);
            Assert.Null(article.Source.Publisher);
            Assert.Equal(before.Length > 0 ? before.Trim() : null, article.Source.Headline);
        }
    }

    [Theory]
    [InlineData("The Lantern")]
    [InlineData("WORLD NEWS")]
    [InlineData("Opinion, Analysis")]
    public void Other_short_lines_are_no_datelines(string line)
    {
        var article = Pages.One("a.txt", line + "\n\nFreedonia closes its border after talks fail\n\nThe foreign minister of Freedonia said on Monday that her government would close the border.\n\nSylvania has not replied to the demand.", Options);
        Assert.Null(article.Source.Dateline);
        Assert.Equal("Freedonia closes its border after talks fail", article.Source.Headline);
    }
}
