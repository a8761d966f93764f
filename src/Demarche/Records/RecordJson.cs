using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>Reads of a record what a ledger needs. Properties that it does not need are empty: mentions, times and keys among them.</summary>
    /// <exception cref="JsonException">The text is not a record.</exception>
    public static Record ReadSlim(ReadOnlySpan<byte> utf8) => SlimRecordReader.Read(utf8);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The text is not a record.</exception>
    public static Record Read(string json) =>
        JsonSerializer.Deserialize(json, Context.Record) ?? throw new JsonException("The line holds null where a record should be.");
}

[JsonSerializable(typeof(Record))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
