using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Entities;

namespace Demarche.Cli.Rendering;

/// <summary>Questions and answers of <c>demarche who --jsonl</c>, a line each.</summary>
internal static class WhoLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers the questions of files, or of standard input.</summary>
    public static int Run(ActorReader reader, string[] files, DateOnly? date)
    {
        var status = ExitCode.Ok;
        using var output = Console.OpenStandardOutput();
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        foreach (var file in files.Length == 0 ? ["-"] : files)
        {
            var number = 0;
            foreach (var line in LinesOf(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                if (!Answer(reader, line, date, buffer, out var problem))
                {
                    Console.Error.WriteLine($"demarche: {file}, line {number}: {problem}");
                    status = ExitCode.Failures;
                }
                if (buffer.WrittenCount > 32 * 1024)
                    Flush();
            }
        }
        Flush();
        return status;

        void Flush()
        {
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }

    private static IEnumerable<string> LinesOf(string file)
    {
        if (file != "-" && !File.Exists(file))
            throw new UsageException($"there is no file '{file}' of questions.");
        using var reader = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static bool Answer(ActorReader reader, string line, DateOnly? date, ArrayBufferWriter<byte> buffer, out string problem)
    {
        problem = "";
        try
        {
            using var question = JsonDocument.Parse(line);
            var root = question.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            {
                problem = "it has no text; write {\"id\": 1, \"text\": \"the French foreign minister\", \"date\": \"2004-03-01\"}.";
                return false;
            }
            if (root.TryGetProperty("date", out var given) && given.ValueKind == JsonValueKind.String)
            {
                if (!DateOnly.TryParseExact(given.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    problem = $"'{given}' is no date: write it as 2019-01-24.";
                    return false;
                }
                date = day;
            }
            Write(reader.Read(text.GetString()!, date, StoryOf(reader, root, date)), root, buffer);
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            problem = "it is no JSON object.";
            return false;
        }
    }

    /// <summary>The country that the context is about: the first of its words that name one.</summary>
    private static string? StoryOf(ActorReader reader, JsonElement root, DateOnly? date)
    {
        if (!root.TryGetProperty("context", out var context))
            return null;
        var texts = context.ValueKind == JsonValueKind.Array ? [.. context.EnumerateArray()] : new[] { context };
        foreach (var text in texts)
            if (text.ValueKind == JsonValueKind.String && reader.CountryIn(text.GetString()!, date) is { } country)
                return country;
        return null;
    }

    private static void Write(ActorAnswer answer, JsonElement root, ArrayBufferWriter<byte> buffer)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            if (root.TryGetProperty("id", out var id))
            {
                json.WritePropertyName("id");
                id.WriteTo(json);
            }
            Text(json, "name", answer.Name);
            Text(json, "kind", answer.IsNone ? null : answer.Kind.ToString().ToLowerInvariant());
            Text(json, "country", answer.Country);
            json.WriteStartArray("sectors");
            foreach (var sector in answer.Sectors)
                json.WriteStringValue(sector);
            json.WriteEndArray();
            if (answer.Role is { } role)
            {
                json.WriteStartObject("role");
                json.WriteString("title", role.Title);
                Text(json, "office", role.Office);
                json.WriteString("status", role.Status.ToString().ToLowerInvariant());
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("role");
            }
            if (answer.Wikidata is not null)
                json.WriteString("wikidata", answer.Wikidata);
            Text(json, "why", answer.Why);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }
}
