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
    private static readonly LedgerJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a ledger, entry by entry.</summary>
    public static void Write(Ledger ledger, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("schema", "demarche-ledger/1");
        writer.WriteString("as_of", ledger.AsOf is { } day ? EdtfDays.Text(day) : null);
        writer.WriteNumber("article_count", ledger.ArticleCount);
        writer.WriteNumber("distinct_article_count", ledger.DistinctArticleCount);
        Items("articles", ledger.Articles, Context.LedgerArticle);
        Items("entities", ledger.Entities, Context.LedgerEntity);
        Items("offices", ledger.AsOf is { } now ? ledger.OfficesAt(now) : [], Context.LedgerOffice);
        Items("positions", ledger.Positions, Context.LedgerPosition);
        Items("demands", ledger.Demands, Context.LedgerDemand);
        Items("camps", ledger.AsOf is { } camped ? CampFinder.At(ledger, camped) : [], Context.CampDivision);
        Items("tension", TensionFinder.Of(ledger), Context.DyadTension);
        Items("figures", ledger.Matters, Context.LedgerMatter);
        Items("events", ledger.Events, Context.LedgerEvent);
        Items("quotes", ledger.Quotes, Context.LedgerQuote);
        writer.WriteEndObject();
        writer.Flush();

        void Items<T>(string name, IEnumerable<T> items, JsonTypeInfo<T> type)
        {
            writer.WriteStartArray(name);
            foreach (var item in items)
            {
                JsonSerializer.Serialize(writer, item, type);
                if (writer.BytesPending > 64 * 1024)
                    writer.Flush();
            }
            writer.WriteEndArray();
        }
    }

    /// <summary>A division into camps as JSON.</summary>
    public static string Write(CampDivision division) => JsonSerializer.Serialize(division, Context.CampDivision);
}

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
