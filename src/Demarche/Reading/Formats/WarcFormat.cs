using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>WARC: an archive of a crawl. Each page that was fetched well is an article; all else in it is passed over.</summary>
internal static class WarcFormat
{
    /// <summary>The pages of an archive, one at a time.</summary>
    public static IEnumerable<PendingArticle> Open(SourceFile file, ArticleFinisher finisher)
    {
        using var records = Records(file, finisher.Options.MaxArticleBytes).GetEnumerator();
        var number = 0;
        var pages = 0;
        while (true)
        {
            Record? record = null;
            ReadProblem? problem = null;
            try
            {
                if (!records.MoveNext())
                    break;
                record = records.Current;
            }
            catch (Exception error) when (Bytes.Of(file, error, $"after record {number}") is { } found)
            {
                problem = found;
            }
            if (problem is not null)
            {
                yield return new(problem);
                yield break;
            }
            number++;
            var place = $"record {number}";
            if (record!.Broken)
            {
                yield return new(file.Problem("it is no WARC record", "check that the file is a WARC archive, and whole", place));
                yield break;
            }
            if (!record.IsPage)
                continue;
            pages++;
            var id = $"{file.Id}:{number.ToString(CultureInfo.InvariantCulture)}";
            if (record.Content is null)
                yield return new(file.Problem("the page is too large for an article", "leave it out", place));
            else
                yield return new(() => Page(file, place, id, record, finisher));
        }
        if (pages == 0)
            yield return new(file.Problem("there is no page in the archive", "check that the crawl kept responses of type text/html"));
    }

    private static ReadResult Page(SourceFile file, string place, string id, Record record, ArticleFinisher finisher)
    {
        var raw = new RawArticle
        {
            File = file.Name,
            Place = place,
            Id = id,
            Text = "",
            Source = new() { Uri = record.Field("warc-target-uri")?.Trim('<', '>'), Retrieved = DateText.Stamp(record.Field("warc-date")).Moment },
        };
        var content = record.Content!;
        string? charset = null;
        if (record.Field("warc-type") == "response")
        {
            var http = HttpResponse.Read(content, finisher.Options.MaxArticleBytes);
            if (http is null)
                return ReadResult.Of(file.Problem("the response is broken or cut off", "fetch the page again", place));
            (content, charset) = (http.Body, http.Charset);
        }
        return HtmlFormat.Read(HtmlFormat.Decode(content, charset), raw, finisher);
    }

    private static IEnumerable<Record> Records(SourceFile file, int limit)
    {
        using var stream = new BufferedStream(file.Open(), 128 * 1024);
        while (true)
        {
            var line = Line(stream);
            while (line is { Length: 0 })
                line = Line(stream);
            if (line is null)
                yield break;
            if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                yield return new([], null) { Broken = true };
                yield break;
            }
            Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
            while (Line(stream) is { Length: > 0 } field)
                if (field.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                    fields[field[..colon].Trim()] = field[(colon + 1)..].Trim();
            if (!long.TryParse(fields.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                yield return new([], null) { Broken = true };
                yield break;
            }
            var record = new Record(fields, null);
            if (record.MayBePage && length <= limit)
            {
                var content = new byte[length];
                stream.ReadExactly(content);
                record = record with { Content = content };
            }
            else
            {
                Skip(stream, length);
            }
            yield return record;
        }
    }

    private static void Skip(Stream stream, long length)
    {
        var buffer = new byte[64 * 1024];
        while (length > 0)
        {
            var count = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (count == 0)
                throw new EndOfStreamException();
            length -= count;
        }
    }

    private static string? Line(Stream stream)
    {
        var line = new StringBuilder();
        int b;
        while ((b = stream.ReadByte()) >= 0 && b != '\n' && line.Length < 32 * 1024)
            line.Append((char)b);
        return b < 0 && line.Length == 0 ? null : line.ToString().TrimEnd('\r');
    }

    private sealed record Record(Dictionary<string, string> Fields, byte[]? Content)
    {
        public bool Broken { get; init; }

        public string? Field(string name) => Fields.GetValueOrDefault(name);

        public bool MayBePage => Field("warc-type") is "response" && (Field("content-type") ?? "").StartsWith("application/http", StringComparison.OrdinalIgnoreCase)
            || Field("warc-type") is "resource" && (Field("content-type") ?? "").StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

        public bool IsPage => MayBePage && (Content is null || Field("warc-type") != "response" || HttpResponse.IsPage(Content));
    }
}
