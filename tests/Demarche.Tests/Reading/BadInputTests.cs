using System.Text;
using CsCheck;
using Demarche.Reading;

namespace Demarche.Tests.Reading;

public sealed class BadInputTests
{
    public static TheoryData<string> Extensions => new("txt", "md", "html", "jsonl", "json", "xml", "eml", "pdf", "warc", "txt.gz", "jsonl.gz", "jsonl.zst", "warc.gz", "html.gz");

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Random_bytes_never_throw(string extension) => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        foreach (var result in Pages.Read("a." + extension, bytes))
            Assert.True(result.Article is not null || result.Problem is not null);
    }, iter: 200, threads: 1);

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Random_text_never_throws(string extension)
    {
        string[] openings = ["", "<html><body>", "<?xml version='1.0'?><rss>", "{\"text\":\"", "WARC/1.0\r\n", "%PDF-1.4\n", "From: a\r\n\r\n", "# "];
        Gen.Select(Gen.Int[0, openings.Length - 1].Select(at => openings[at]), Gen.String[0, 300]).Sample((opening, text) =>
        {
            foreach (var result in Pages.Read("a." + extension, opening + text))
                Assert.True(result.Article is not null || result.Problem is not null);
        }, iter: 200, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void An_empty_file_is_named(string extension) => Pages.Fails("a." + extension, extension.EndsWith(".gz", StringComparison.Ordinal) ? Pages.Gzip([]) : []);

    /// <summary>Whatever the options: a valid file of each kind, mangled at a random place, never throws.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Mangled_files_never_throw_with_any_options(string extension, string content) =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Byte.Array[0, 12], Gen.Int[0, 40], Gen.Int[0, 7]).Sample((at, inserted, removed, choice) =>
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            at %= bytes.Length;
            byte[] mangled = [.. bytes[..at], .. inserted, .. bytes[Math.Min(bytes.Length, at + removed)..]];
            var options = new ReadingOptions
            {
                AsIs = (choice & 1) != 0,
                Published = (choice & 2) != 0 ? new DateOnly(2019, 1, 24) : null,
                MaxArticleBytes = (choice & 4) != 0 ? 300 : new ReadingOptions().MaxArticleBytes,
            };
            foreach (var (name, file) in (ReadOnlySpan<(string, byte[])>)[("a." + extension, mangled), ($"a.{extension}.gz", Pages.Gzip(mangled))])
                foreach (var result in Pages.Read(name, file, options))
                {
                    Assert.True(result.Article is not null || result.Problem is not null);
                    if (result.Article is not { } article)
                        continue;
                    Assert.All(article.Entries, entry => Assert.InRange(entry.Begin, 0, article.Text.Length));
                    Assert.All(article.Dropped, dropped => Assert.InRange(dropped.At, 0, article.Text.Length));
                    Assert.True(options.Published is null || article.Source.Published == options.Published);
                }
        }, iter: 120, threads: 1);

    public static TheoryData<string, string> Samples => new()
    {
        { "txt", "Freedonia closes its border\n\nCARACAS, Venezuela\n\n" + Pages.Paragraphs },
        { "md", "---\ntitle: Freedonia\ndate: 2019-01-24\n---\n\n18:42 GMT\n\nTroops fired on a convoy near the border, the army said.\n\n16:05\n\nThe minister said that talks would go on next week.\n\n23:30\n\nThe president of Freedonia said that he would stay.\n" },
        { "html", Pages.Html("<main><h1>Freedonia</h1><time datetime='2019-01-24T18:42:00Z'>18:42</time>" + Pages.HtmlParagraphs + "</main>") },
        { "jsonl", "{\"id\":\"1\",\"text\":\"The border was closed on Monday.\",\"published\":\"2019-01-24\"}\n{\"html\":\"<p>The border was closed on Monday.</p>\",\"uri\":\"https://example.org/2019/01/24/x\"}\n" },
        { "xml", "<rss version='2.0'><channel><title>L</title><item><title>One</title><guid>g1</guid><pubDate>Thu, 24 Jan 2019 21:14:00 GMT</pubDate><description>&lt;p&gt;The border was closed on Monday.&lt;/p&gt;</description></item></channel></rss>" },
        { "nitf", "<nitf><head><docdata><date.issue norm='20190124T101500Z'/></docdata></head><body><body.head><hedline><hl1>Freedonia</hl1></hedline></body.head><body.content><p>The border was closed on Monday.</p></body.content></body></nitf>" },
        { "eml", "From: a@example.org\r\nSubject: Freedonia\r\nDate: Thu, 24 Jan 2019 10:00:00 +0000\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The border was closed on Monday.</p>" },
        { "warc", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 92\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The border was closed on Monday by the army.</p>\r\n\r\n" },
    };

    [Fact]
    public void Bytes_that_are_no_text_are_named_whatever_the_extension_says()
    {
        var random = new Random(1);
        var noise = new byte[20_000];
        random.NextBytes(noise);
        foreach (var content in (byte[][])[noise, [.. "PK\x03\x04"u8, .. noise[..400]], [.. "%PDF-1.4\n"u8, .. "text text"u8], Pages.Gzip("The border was closed."u8.ToArray())])
            Assert.Contains("it is no text", Pages.Fails("a.txt", content).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_may_have_form_feeds_and_colors() =>
        Assert.StartsWith("MINSK", Pages.One("a.txt", Pages.Paragraphs.Replace("\n\n", "\n\f\n", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

    [Fact]
    public void A_page_without_a_date_has_that_of_its_address()
    {
        var line = System.Text.Json.JsonSerializer.Serialize(new { id = "1", html = Pages.Html(Pages.HtmlParagraphs), uri = "https://example.org/2019/01/24/border" });
        Assert.Equal(new DateOnly(2019, 1, 24), Pages.One("a.jsonl", line).Source.Published);
    }

    [Fact]
    public void A_truncated_gzip_is_named()
    {
        var random = new Random(1);
        var text = string.Join(' ', Enumerable.Range(0, 20000).Select(_ => random.Next()));
        var whole = Pages.Gzip(Encoding.UTF8.GetBytes(text));
        Assert.Contains("cut off", Pages.Fails("a.txt.gz", whole[..(whole.Length / 2)]).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_200_MB_is_passed_over_and_the_next_is_read()
    {
        using var stream = new LongLine(200L * 1024 * 1024, "\n{\"id\":\"b\",\"text\":\"The border was closed on Monday.\"}\n"u8.ToArray());
        var results = Pages.Reader.Read(stream, "a.jsonl").ToList();
        Assert.Contains("longer than", results[0].Problem!.Problem, StringComparison.Ordinal);
        Assert.Equal("b", results[1].Article!.Id);
    }

    [Fact]
    public void A_text_of_200_MB_is_named()
    {
        using var stream = new LongLine(200L * 1024 * 1024, []);
        Assert.Contains("larger than", Assert.Single(Pages.Reader.Read(stream, "a.txt")).Problem!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_nests_without_end_is_read_all_the_same()
    {
        var html = Pages.Html(string.Concat(Enumerable.Repeat("<div>", 100_000)) + Pages.HtmlParagraphs + string.Concat(Enumerable.Repeat("</div>", 100_000)));
        Assert.Contains("nobody has answered us", Pages.One("a.html", html).Text, StringComparison.Ordinal);
        Assert.NotEmpty(Pages.Read("b.html", string.Concat(Enumerable.Repeat("<b><span><table>", 50_000)) + "x"));
    }

    [Fact]
    public void A_page_without_text_is_named() =>
        Assert.Contains("no text", Pages.Fails("a.html", Encoding.UTF8.GetBytes(Pages.Html("<img src='a.jpg'><script>var a = 1;</script>"))).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_pdf_of_pictures_is_named() => Assert.Contains("no text layer", Pages.Fails("a.pdf", FormatTests.Pdf(_ => { })).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_named() => Assert.Contains("no such file", Assert.Single(Pages.Reader.Read("/no/such/file.txt")).Problem!.Problem, StringComparison.Ordinal);

    [Fact]
    public void A_text_in_another_language_is_refused_by_name()
    {
        var result = Assert.Single(Pages.Read("a.txt", "El presidente de la República dijo el lunes que no aceptará las condiciones que le puso el gobierno de los Estados Unidos, y que su país seguirá por el mismo camino."));
        Assert.Contains("Spanish", result.Problem!.Problem, StringComparison.Ordinal);
        Assert.Equal("es", result.Article!.Source.Language);
    }

    [Fact]
    public void A_folder_is_read_in_order_and_other_files_are_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("demarche").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "b"));
            File.WriteAllText(Path.Combine(folder, "c.txt"), "The border was closed on Monday.");
            File.WriteAllText(Path.Combine(folder, "a-2019-01-24.md"), "The border was opened on Monday.");
            File.WriteAllText(Path.Combine(folder, "b", "d.txt"), "");
            File.WriteAllText(Path.Combine(folder, "picture.jpg"), "x");
            var results = Pages.Reader.Read(folder).ToList();
            Assert.Equal(["a-2019-01-24", null, "c"], results.Select(result => result.Article?.Id));
            Assert.Equal(new DateOnly(2019, 1, 24), results[0].Article!.Source.Published);
            Assert.Contains("file's name", Assert.Single(results[0].Notes), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A very long line that needs no memory, then an ending.</summary>
    private sealed class LongLine(long length, byte[] ending) : Stream
    {
        private long _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length + ending.Length;
        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, Length - _at);
            if (_at < length)
            {
                count = (int)Math.Min(count, length - _at);
                buffer.AsSpan(offset, count).Fill((byte)'x');
            }
            else
            {
                ending.AsSpan((int)(_at - length), count).CopyTo(buffer.AsSpan(offset));
            }
            _at += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
