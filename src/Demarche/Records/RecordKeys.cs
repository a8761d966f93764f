using System.Globalization;
using Demarche.Documents;

namespace Demarche.Records;

/// <summary>
/// Keys that stay the same when an article is coded again: the layer, the trigger's words, and which occurrence of them.
/// Reviews hang on them.
/// </summary>
internal sealed class RecordKeys(string text)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The next key for an item of a layer that was read from the words.</summary>
    public string Next(string layer, TextSpan words)
    {
        var stem = Stem(layer, words.In(text).ToString());
        var occurrence = _seen[stem] = _seen.GetValueOrDefault(stem) + 1;
        return stem + "#" + occurrence.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A key without its occurrence.</summary>
    public static string Stem(string layer, string words) => layer + ":" + string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(12));
}
