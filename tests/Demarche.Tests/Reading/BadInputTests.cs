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
