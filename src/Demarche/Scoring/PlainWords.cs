using System.Globalization;
using System.Text;

namespace Demarche.Scoring;

/// <summary>Forms of words in which small differences do not count.</summary>
internal static class PlainWords
{
    /// <summary>Curly quotes made straight.</summary>
    public static char Straight(char c) => c switch
    {
        '‘' or '’' or '‛' or 'ʼ' => '\'',
        '“' or '”' or '„' or '‟' => '"',
        _ => c,
    };

    /// <summary>Case, accents, quote style and spacing taken out.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var straight = string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsSurrogate(source[i]) ? source[i] : Straight(source[i]);
        });
        string folded;
        try
        {
            folded = straight.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            folded = straight.ToLowerInvariant();
        }
        var plain = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                plain.Append(c);
        return string.Join(' ', plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>F1 of two texts taken as bags of words.</summary>
    public static double WordF1(string one, string other)
    {
        var (first, second) = (Bag(one), Bag(other));
        var total = first.Values.Sum() + second.Values.Sum();
        return total == 0 ? 0 : 2.0 * first.Sum(word => Math.Min(word.Value, second.GetValueOrDefault(word.Key))) / total;
    }

    private static Dictionary<string, int> Bag(string text)
    {
        Dictionary<string, int> bag = new(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var rune in (Plain(text) + " ").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                var key = word.ToString();
                bag[key] = bag.GetValueOrDefault(key) + 1;
                word.Clear();
            }
        }
        return bag;
    }
}
