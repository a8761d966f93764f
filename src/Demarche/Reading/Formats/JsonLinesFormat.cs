using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>JSON Lines: an object an article, <c>{id, text|html, headline?, published?, uri?, publisher?, authors?, language?}</c>.</summary>
internal static class JsonLinesFormat
{
    /// <summary>The articles of a file, a line at a time.</summary>
    public static IEnumerable<PendingArticle> Open(SourceFile file, ArticleFinisher finisher)
    {
        var (stream, problem) = Start(file);
        if (stream is null)
        {
            yield return new(problem!);
            yield break;
        }
        using var owned = stream;
        using var lines = ByteLines.Of(stream, finisher.Options.MaxArticleBytes).GetEnumerator();
        var any = false;
        var number = 0;
        while (true)
        {
            ReadProblem? broken = null;
            try
            {
                if (!lines.MoveNext())
                    break;
            }
            catch (Exception error) when (Bytes.Of(file, error, $"after line {number}") is { } found)
            {
                broken = found;
            }
            if (broken is not null)
            {
                yield return new(broken);
                yield break;
            }
            (number, var line) = lines.Current;
            if (line is not null && IsBlank(line))
                continue;
            any = true;
            var place = $"line {number}";
            var id = $"{file.Id}:{number.ToString(CultureInfo.InvariantCulture)}";
            yield return line is null
                ? new(file.Problem($"the line is longer than {finisher.Options.MaxArticleBytes / 1024 / 1024} MB", "an article is not; give one article a line", place))
                : new(() => Article(file, place, id, line, finisher));
        }
        if (!any)
            yield return new(file.Problem("there is no line in it", "give one JSON object a line"));
    }

    /// <summary>The articles of a file that is one JSON object or an array of them.</summary>
    public static IEnumerable<PendingArticle> OpenWhole(SourceFile file, ArticleFinisher finisher)
    {
        var (content, problem) = Bytes.Read(file, 16 * finisher.Options.MaxArticleBytes);
        if (content is null)
            return [new(problem!)];
        var json = Encoding.UTF8.GetBytes(TextDecoding.Decode(content));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // Files of JSON Lines are often named .json.
            return Open(file with { Open = () => new MemoryStream(json) }, finisher);
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return [new(() => Read(file, null, file.Id, document.RootElement, finisher))];
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return [new(file.Problem("it is no JSON object", "give an object with 'text' or 'html', or an array of them"))];
        return document.RootElement.EnumerateArray().Select((item, at) =>
            new PendingArticle(() => Read(file, $"entry {at + 1}", $"{file.Id}:{at + 1}", item, finisher)));
    }

    private static (Stream? Stream, ReadProblem? Problem) Start(SourceFile file)
    {
        try
        {
            var buffered = new BufferedStream(file.Open(), 64 * 1024);
            var head = new byte[2];
            var count = buffered.ReadAtLeast(head, 2, throwOnEndOfStream: false);
            Stream whole = new HeadedStream(head.AsMemory(0, count), buffered);
            return count == 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF)
                ? (Encoding.CreateTranscodingStream(whole, head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, Encoding.UTF8), null)
                : (whole, null);
        }
        catch (Exception error) when (Bytes.Of(file, error) is { } problem)
        {
            return (null, problem);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim("\uFEFF \t\r"u8).IsEmpty;

    private static ReadResult Article(SourceFile file, string place, string id, byte[] line, ArticleFinisher finisher)
    {
        if (line.AsSpan().StartsWith("\uFEFF"u8))
            line = line[3..];
        if (!System.Text.Unicode.Utf8.IsValid(line))
            line = Encoding.UTF8.GetBytes(TextDecoding.Decode(line));
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(file, place, id, document.RootElement, finisher);
        }
        catch (JsonException error)
        {
            var column = error.BytePositionInLine is { } at ? $", byte {at}" : "";
            return ReadResult.Of(file.Problem("the line is no JSON", "write one JSON object a line, without line ends inside it", place + column));
        }
    }

    private static ReadResult Read(SourceFile file, string? place, string id, JsonElement json, ArticleFinisher finisher)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return ReadResult.Of(file.Problem("it is no JSON object", "write {\"id\": …, \"text\": …}", place));
        try
        {
            id = json.TryGetProperty("id", out var given) && given.ValueKind != JsonValueKind.Null
                ? given.ValueKind == JsonValueKind.Number ? given.GetRawText() : Field(json, "id") ?? id
                : id;
            var (day, moment) = DateText.Stamp(Field(json, "published"));
            if (day is null && !string.IsNullOrWhiteSpace(Field(json, "published")))
                return ReadResult.Of(file.Problem($"the field 'published' holds \"{Field(json, "published")}\", which is no date", "write it as 2019-01-24 or 2019-01-24T21:14:00Z", place));
            var source = new ArticleSource
            {
                Uri = Field(json, "uri") ?? Field(json, "url"),
                Publisher = Field(json, "publisher"),
                Headline = Field(json, "headline") ?? Field(json, "title"),
                Authors = Authors(json),
                Published = day,
                PublishedAt = moment,
                Retrieved = Field(json, "retrieved"),
                Language = Field(json, "language"),
            };
            var raw = new RawArticle { File = file.Name, Place = place, Id = id, Text = "", Source = source };
            if (Field(json, "text") is { } text)
                return finisher.Finish(raw with { Text = text });
            if (Field(json, "html") is { } html)
                return HtmlFormat.Read(html, raw, finisher);
            return ReadResult.Of(file.Problem("the fields 'text' and 'html' are missing", "give the article's text as 'text', or its page as 'html'", place));
        }
        catch (FieldException wrong)
        {
            return ReadResult.Of(file.Problem(wrong.Message, "write it as a string", place));
        }
    }

    private static string? Field(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new FieldException($"the field '{name}' is no string");
        return Words(value, name);
    }

    private static ImmutableArray<string> Authors(JsonElement json)
    {
        if (!json.TryGetProperty("authors", out var authors) && !json.TryGetProperty("author", out authors))
            return [];
        return authors.ValueKind switch
        {
            JsonValueKind.Array => [.. authors.EnumerateArray().Where(author => author.ValueKind == JsonValueKind.String).Select(author => Words(author, "authors"))],
            JsonValueKind.String when Words(authors, "authors") is { Length: > 0 } author => [author],
            _ => [],
        };
    }

    private static string Words(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair has no place in UTF-8, which is how records are written.
            throw new FieldException($"the field '{name}' holds half of a character (a lone surrogate such as \\ud83d)");
        }
    }

    private sealed class FieldException(string message) : Exception(message);
}
