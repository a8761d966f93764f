using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Demarche.Tests.Reading;

public sealed class FormatTests
{
    private const string Told = "The foreign minister of Freedonia said on Monday that the border would be closed.";

    [Theory]
    [InlineData(Told, Told)]
    [InlineData("[1] " + Told, "[1] " + Told)]
    [InlineData("{\"id\":\"a\",\"text\":\"" + Told + "\"}", Told)]
    [InlineData("{\n  \"id\": \"a\",\n  \"text\": \"" + Told + "\"\n}", Told)]
    [InlineData("[{\"id\":\"a\",\"text\":\"" + Told + "\"}]", Told)]
    [InlineData("<!doctype html><html><body><article><p>" + Told + "</p></article></body></html>", Told)]
    public void What_is_piped_in_is_told_by_its_first_bytes(string input, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var article = Assert.Single(new Demarche.Reading.ArticleReader().OpenPiped(stream, "-")).Read().Article;
        Assert.Equal(text, article!.Text);
    }

    [Fact]
    public void A_web_page_gives_its_article_and_what_it_says_about_itself()
    {
        var html = Pages.Html(
            "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav><article><h1>Freedonia closes its border</h1>"
            + $"<figure><img src='x.jpg'><figcaption>The border on Monday. Ana Ruiz/Reuters</figcaption></figure>{Pages.HtmlParagraphs}"
            + "<div class='related-stories'><p>A story of something else that happened in a place far away, told at length.</p></div></article><footer><p>Copyright 2019 The Lantern. All rights reserved.</p></footer>",
            """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Freedonia closes its border","datePublished":"2019-01-24T21:14:00+0100","author":[{"@type":"Person","name":"Ana Ruiz"}],"publisher":{"name":"The Lantern"}}</script>""");
        var article = Pages.One("page.html", html);
        Assert.Equal(3, article.Text.Split("\n\n").Length);
        Assert.StartsWith("MINSK — The foreign minister", article.Text, StringComparison.Ordinal);
        Assert.Equal("Freedonia closes its border", article.Source.Headline);
        Assert.Equal(["Ana Ruiz"], article.Source.Authors);
        Assert.Equal("The Lantern", article.Source.Publisher);
        Assert.Equal(new DateOnly(2019, 1, 24), article.Source.Published);
        Assert.Equal("2019-01-24T21:14:00+01:00", article.Source.PublishedAt);
        Assert.Equal("MINSK", article.Source.Dateline);
        Assert.Equal("page", article.Id);
    }

    [Fact]
    public void Nitf_gives_byline_date_and_paragraphs()
    {
        var article = Pages.One("a.xml", """
            <?xml version="1.0"?><nitf><head><title>x</title><docdata><date.issue norm="20190124T101500Z"/></docdata></head>
            <body><body.head><hedline><hl1>Freedonia closes its border</hl1></hedline><byline>By <person>Ana Ruiz</person></byline><dateline><location>MINSK</location></dateline></body.head>
            <body.content><p>The foreign minister of Freedonia said on Monday that the border would be closed.</p><media><media-caption><p>The border.</p></media-caption></media><p>Sylvania has not replied to the demand that was made in a letter.</p></body.content></body></nitf>
            """);
        Assert.Equal("MINSK — The foreign minister of Freedonia said on Monday that the border would be closed.\n\nSylvania has not replied to the demand that was made in a letter.", article.Text);
        Assert.Equal(("Freedonia closes its border", new DateOnly(2019, 1, 24)), (article.Source.Headline, article.Source.Published!.Value));
        Assert.Equal(["Ana Ruiz"], article.Source.Authors);
        Assert.Equal("MINSK", article.Source.Dateline);
    }

    [Fact]
    public void NewsML_G2_gives_its_items()
    {
        var results = Pages.Read("a.xml", """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1"><itemMeta><versionCreated>2019-01-24T10:15:00+00:00</versionCreated><provider><name>Lantern Wire</name></provider></itemMeta>
            <contentMeta><headline>Freedonia closes its border</headline><by>By Ana Ruiz and Jon Weir</by><language tag="en"/></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The foreign minister of Freedonia said on Monday that the border would be closed.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>
            """);
        var article = Assert.Single(results).Article!;
        Assert.Equal("Lantern Wire", article.Source.Publisher);
        Assert.Equal(["Ana Ruiz", "Jon Weir"], article.Source.Authors);
        Assert.Equal("The foreign minister of Freedonia said on Monday that the border would be closed.", article.Text);
    }

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>The Lantern</title><item><title>One</title><guid>g1</guid><pubDate>Thu, 24 Jan 2019 21:14:00 GMT</pubDate><description>&lt;p&gt;The border was closed on Monday by the foreign minister of Freedonia.&lt;/p&gt;</description></item><item><title>Two</title><guid>g2</guid></item></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>The Lantern</title><entry><id>g1</id><title>One</title><published>2019-01-24T21:14:00Z</published><content type='html'>&lt;p&gt;The border was closed on Monday by the foreign minister of Freedonia.&lt;/p&gt;</content></entry><entry><id>g2</id><title>Two</title></entry></feed>")]
    public void A_feed_gives_an_article_an_item(string feed)
    {
        var results = Pages.Read("feed.xml", feed);
        Assert.Equal(2, results.Count);
        var article = results[0].Article!;
        Assert.Equal(("g1", "One", "The Lantern", "2019-01-24T21:14:00Z"), (article.Id, article.Source.Headline, article.Source.Publisher, article.Source.PublishedAt));
        Assert.Equal("The border was closed on Monday by the foreign minister of Freedonia.", article.Text);
        Assert.Equal("item 2", results[1].Problem!.Place);
    }

    [Fact]
    public void A_mail_gives_subject_sender_and_date()
    {
        var article = Pages.One("a.eml", $"From: Lantern Wire <desk@example.org>\r\nSubject: Fwd: Freedonia closes its border\r\nDate: Thu, 24 Jan 2019 21:14:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{Pages.Paragraphs}");
        Assert.Equal(("Freedonia closes its border", "Lantern Wire", "2019-01-24T21:14:00Z"), (article.Source.Headline, article.Source.Publisher, article.Source.PublishedAt));
        Assert.Contains("nobody has answered us", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_in_columns_is_read_down_each_of_them_and_broken_words_are_joined()
    {
        var article = Assert.Single(Pages.Read("a.pdf", Pdf(page =>
        {
            page("Freedonia closes its border", 20, 50, 780);
            var y = 740.0;
            foreach (var line in new[] { "The foreign minister said on Mon-", "day that her government would", "close the border in three days.", "Nobody in the capital had expec-", "ted a step of this kind so soon." })
                page(line, 10, 50, y -= 14);
            y = 740.0;
            foreach (var line in new[] { "In Sylvania, the news was met", "with silence by officials, who", "had other cares than the bor-", "der of their neighbour state." })
                page(line, 10, 320, y -= 14);
            page("Page 1 of 1", 9, 280, 30);
        }))).Article!;
        Assert.Equal("Freedonia closes its border", article.Source.Headline);
        Assert.Contains("said on Monday that her government would close the border in three days.", article.Text, StringComparison.Ordinal);
        Assert.Contains("other cares than the border of their neighbour state.", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 1", article.Text, StringComparison.Ordinal);
        Assert.True(article.Text.IndexOf("so soon", StringComparison.Ordinal) < article.Text.IndexOf("In Sylvania", StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_gives_its_good_pages()
    {
        static string Record(string type, string uri, string http) =>
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2019-01-25T08:00:00Z\r\nContent-Type: application/http; msgtype={type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n{http}\r\n\r\n";
        var html = Pages.Html($"<article>{Pages.HtmlParagraphs}</article>");
        var warc = Record("request", "http://example.org/a", "GET / HTTP/1.1\r\n\r\n")
            + Record("response", "http://example.org/a", $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(html):x}\r\n{html}\r\n0\r\n\r\n")
            + Record("response", "http://example.org/b", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>");
        var article = Assert.Single(Pages.Read("crawl.warc.gz", Pages.Gzip(Encoding.UTF8.GetBytes(warc)))).Article!;
        Assert.Equal(("http://example.org/a", "2019-01-25T08:00:00Z"), (article.Source.Uri, article.Source.Retrieved));
        Assert.Contains("nobody has answered us", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void Text_is_read_in_the_encoding_that_it_is_in(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        const string text = "The minister of Peru, José Núñez, said “no” to the proposal on Monday — and that was all.";
        var article = Assert.Single(Pages.Read("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).Article!;
        Assert.Equal(text, article.Text);
    }

    [Fact]
    public void A_page_is_read_in_the_encoding_that_it_declares()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        var html = Pages.Html($"{Pages.HtmlParagraphs}<p>Her counterpart, Сергей Лавров, has not said a word about all of it since that Monday.</p>", "<meta charset='windows-1251'>").Replace("—", "-", StringComparison.Ordinal);
        Assert.Contains("Сергей Лавров", Assert.Single(Pages.Read("a.html", encoding.GetBytes(html))).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lines_give_an_article_a_line()
    {
        var results = Pages.Read("a.jsonl", """
            {"id":"one","text":"The border was closed on Monday.","published":"2019-01-24","publisher":"The Lantern"}

            {"id":2,"html":"<p>The border was opened again on Tuesday by the minister.</p>"}
            {"headline":"no text"}
            not json
            {"id":"x","text":"half \ud83d"}
            """);
        Assert.Equal(["one", "2"], results.Take(2).Select(result => result.Article!.Id));
        Assert.Equal(new DateOnly(2019, 1, 24), results[0].Article!.Source.Published);
        Assert.Equal(["line 4", "line 5, byte 1", "line 6"], results.Skip(2).Select(result => result.Problem!.Place));
    }

    internal static byte[] Pdf(Action<Action<string, double, double, double>> draw)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        draw((text, size, x, y) => page.AddText(text, size, new PdfPoint(x, y), font));
        return builder.Build();
    }
}
