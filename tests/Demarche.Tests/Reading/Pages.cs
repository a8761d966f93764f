using System.IO.Compression;
using System.Text;
using Demarche.Reading;

namespace Demarche.Tests.Reading;

/// <summary>Reads content under a file name, as tests need it.</summary>
internal static class Pages
{
    public static readonly ArticleReader Reader = new();

    public const string Paragraphs = """
        MINSK — The foreign minister of Freedonia said on Monday that her government would close the border within three days.

        "We have waited long enough," she told reporters, "and nobody has answered us."

        Sylvania has not replied to the demand, which was made in a letter of two pages that both capitals have published.
        """;

    public static List<ReadResult> Read(string name, byte[] content, ReadingOptions? options = null) =>
        [.. (options is null ? Reader : new ArticleReader(options)).Read(new MemoryStream(content), name)];

    public static List<ReadResult> Read(string name, string content, ReadingOptions? options = null) => Read(name, Encoding.UTF8.GetBytes(content), options);

    public static Article One(string name, string content, ReadingOptions? options = null)
    {
        var result = Assert.Single(Read(name, content, options));
        Assert.True(result.Problem is null, result.Problem?.ToString());
        return result.Article!;
    }

    public static ReadProblem Fails(string name, byte[] content)
    {
        var result = Assert.Single(Read(name, content));
        Assert.Null(result.Article);
        Assert.NotEmpty(result.Problem!.Problem);
        Assert.NotEmpty(result.Problem.Advice);
        return result.Problem;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static string Html(string body, string head = "") => $"<!DOCTYPE html><html lang=\"en\"><head><title>Freedonia closes its border - The Lantern</title>{head}</head><body>{body}</body></html>";

    public static string HtmlParagraphs => string.Concat(Paragraphs.Split("\n\n").Select(paragraph => $"<p>{paragraph.Trim()}</p>"));
}
