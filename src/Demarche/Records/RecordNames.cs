using System.Text.Json;

namespace Demarche.Records;

/// <summary>Enum members as the record spells them.</summary>
internal static class RecordNames
{
    /// <summary>"DoesNotRecognize" → "does_not_recognize".</summary>
    public static string Snake<T>(T value) where T : struct, Enum => Cache<T>.Lower[value];

    /// <summary>"Coerce" → "COERCE".</summary>
    public static string Upper<T>(T value) where T : struct, Enum => Cache<T>.Upper[value];

    private static class Cache<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Lower =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<T, string> Upper = Lower.ToDictionary(pair => pair.Key, pair => pair.Value.ToUpperInvariant());
    }
}
