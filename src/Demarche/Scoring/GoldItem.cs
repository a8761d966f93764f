using System.Text.Json;
using Demarche.Records;

namespace Demarche.Scoring;

/// <summary>An item of a gold article, and where its anchor stands in the record.</summary>
internal sealed record GoldItem(JsonElement Json, List<RecordSpan> Spots, List<RecordSpan> Homes)
{
    /// <summary>Whether missing it costs.</summary>
    public bool Must => !Json.TryGetProperty("must", out var must) || must.ValueKind != JsonValueKind.False;

    /// <summary>Its anchor.</summary>
    public string? Anchor => Text("anchor");

    /// <summary>Whether it has a field.</summary>
    public bool Has(string name) => Json.TryGetProperty(name, out _);

    /// <summary>A field that is a string; null where it is not.</summary>
    public string? Text(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A field's strings, whether it is one, a list or not there.</summary>
    public List<string> List(string name) => Json.TryGetProperty(name, out var value) ? ListOf(value) : [];

    /// <summary>Whether a value is the field's, or one of them where it is a list.</summary>
    public bool Allows(string name, string? value)
    {
        if (!Json.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null)
            return value is null;
        return field.ValueKind == JsonValueKind.Array
            ? field.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null ? value is null : item.ValueKind == JsonValueKind.String && item.GetString() == value)
            : field.ValueKind == JsonValueKind.String && field.GetString() == value;
    }

    /// <summary>Whether a number is the field's, or one of them where it is a list; a field that is not there is the value of vague amounts.</summary>
    public bool AllowsNumber(string name, double? value)
    {
        if (!Json.TryGetProperty(name, out var field))
            return value is null;
        IEnumerable<JsonElement> all = field.ValueKind == JsonValueKind.Array ? field.EnumerateArray() : [field];
        return all.Any(item => item.ValueKind == JsonValueKind.Number ? value is { } number && Close(item.GetDouble(), number) : item.ValueKind == JsonValueKind.Null && value is null);
    }

    /// <summary>An element's strings, whether it is one or a list.</summary>
    public static List<string> ListOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        _ => [],
    };

    private static bool Close(double one, double other) => one == other || Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other));
}
