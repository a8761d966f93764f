using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Demarche.Ledgers.Camps;
using Demarche.Ledgers.Tension;

namespace Demarche.Ledgers;

/// <summary>Ledgers as JSON, as docs/ledger.md describes them: snake_case names, UTF-8, characters unescaped, one entry a line.</summary>
public static class LedgerJson
{
    private const int Some = 512;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a ledger, entry by entry.</summary>
    public static void Write(Ledger ledger, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(stream);
        // The serializer flushes its writer after each item; a stream would be written to a million times.
        var pending = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(pending, Options);
        writer.WriteStartObject();
        writer.WriteString("schema", "demarche-ledger/1");
        writer.WriteString("as_of", ledger.AsOf is { } day ? EdtfDays.Text(day) : null);
        writer.WriteNumber("article_count", ledger.ArticleCount);
        writer.WriteNumber("distinct_article_count", ledger.DistinctArticleCount);
        Items("articles", ledger.Articles, LedgerJsonContext.Default.LedgerArticle);
        Items("entities", ledger.Entities, LedgerJsonContext.Default.LedgerEntity);
        Items("offices", ledger.AsOf is { } now ? ledger.OfficesAt(now) : [], LedgerJsonContext.Default.LedgerOffice);
        Items("positions", ledger.Positions, LedgerJsonContext.Default.LedgerPosition);
        Items("demands", ledger.Demands, LedgerJsonContext.Default.LedgerDemand);
        Items("camps", ledger.AsOf is { } camped ? CampFinder.At(ledger, camped) : [], LedgerJsonContext.Default.CampDivision);
        Items("tension", TensionFinder.Of(ledger), LedgerJsonContext.Default.DyadTension);
        Items("figures", ledger.Matters, LedgerJsonContext.Default.LedgerMatter);
        Items("events", ledger.Events, LedgerJsonContext.Default.LedgerEvent);
        Items("quotes", ledger.Quotes, LedgerJsonContext.Default.LedgerQuote);
        writer.WriteEndObject();
        writer.Flush();
        stream.Write(pending.WrittenSpan);

        void Items<T>(string name, IEnumerable<T> items, JsonTypeInfo<T> type)
        {
            writer.WriteStartArray(name);
            // One thread writes some of them while this one makes the next.
            var writing = Task.CompletedTask;
            foreach (var some in items.Chunk(Some))
            {
                writing.GetAwaiter().GetResult();
                writing = Task.Run(() =>
                {
                    foreach (var item in some)
                        JsonSerializer.Serialize(writer, item, type);
                    stream.Write(pending.WrittenSpan);
                    pending.ResetWrittenCount();
                });
            }
            writing.GetAwaiter().GetResult();
            writer.WriteEndArray();
        }
    }

    /// <summary>A division into camps as JSON.</summary>
    public static string Write(CampDivision division)
    {
        var text = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(text, Options);
        JsonSerializer.Serialize(writer, division, LedgerJsonContext.Default.CampDivision);
        return System.Text.Encoding.UTF8.GetString(text.WrittenSpan);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(LedgerArticle))]
[JsonSerializable(typeof(LedgerEntity))]
[JsonSerializable(typeof(LedgerEvent))]
[JsonSerializable(typeof(LedgerQuote))]
[JsonSerializable(typeof(LedgerMatter))]
[JsonSerializable(typeof(LedgerPosition))]
[JsonSerializable(typeof(LedgerOffice))]
[JsonSerializable(typeof(LedgerDemand))]
[JsonSerializable(typeof(CampDivision))]
[JsonSerializable(typeof(DyadTension))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
