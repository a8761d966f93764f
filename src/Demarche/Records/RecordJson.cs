using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Demarche.Records;

/// <summary>Records as JSON: snake_case names, UTF-8, characters unescaped, one line a record.</summary>
public static class RecordJson
{
    private static readonly RecordJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = PlainJson.Encoder,
    });

    /// <summary>A record as one line of JSON, without a line end.</summary>
    public static string Write(Record record) => JsonSerializer.Serialize(record, Context.Record);

    /// <summary>A record as one line of UTF-8 JSON, without a line end.</summary>
    public static byte[] WriteUtf8(Record record) => JsonSerializer.SerializeToUtf8Bytes(record, Context.Record);

    private static readonly JsonTypeInfo<Record> Slim = MakeSlim();

    /// <summary>Reads of a record what a ledger needs: all but mentions, times and what was dropped, which are most of it.</summary>
    /// <exception cref="JsonException">The text is not a record.</exception>
    public static Record ReadSlim(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Slim) ?? throw new JsonException("The line holds null where a record should be.");

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The text is not a record.</exception>
    public static Record Read(string json) =>
        JsonSerializer.Deserialize(json, Context.Record) ?? throw new JsonException("The line holds null where a record should be.");

    private static JsonTypeInfo<Record> MakeSlim()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            TypeInfoResolver = RecordJsonContext.Default.WithAddedModifier(type =>
            {
                foreach (var property in type.Properties)
                    property.CustomConverter = (property.Name, property.PropertyType) switch
                    {
                        ("dropped", _) => new Skipper<IReadOnlyList<RecordDropped>>([]),
                        ("times", _) => new Skipper<IReadOnlyList<RecordTime>>([]),
                        ("mentions", _) => new Skipper<IReadOnlyList<RecordMention>>([]),
                        _ => property.CustomConverter,
                    };
            }),
        };
        return (JsonTypeInfo<Record>)options.GetTypeInfo(typeof(Record));
    }
}

/// <summary>Passes over a value.</summary>
internal sealed class Skipper<T>(T instead) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return instead;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException("Slim records are only read.");
}

[JsonSerializable(typeof(Record))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
