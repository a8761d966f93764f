using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Demarche.Briefs;

/// <summary>A brief as JSON, snake_case names.</summary>
public static class BriefJson
{
    private static readonly BriefJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    /// <summary>Writes the brief.</summary>
    public static string Write(Brief brief) => JsonSerializer.Serialize(brief, Context.Brief);
}

[JsonSerializable(typeof(Brief))]
internal sealed partial class BriefJsonContext : JsonSerializerContext;
