using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// The form in which names are compared: lower case, without accents, full stops and apostrophes, hyphens as spaces. Letters
/// that do not decompose (ø, ł, ı, ß) are folded by a table, so that the result does not depend on the machine's ICU.
/// </summary>
public static class NameKey
{
    private const string Special = "øoØołlŁlđdĐdıiİißsæaÆaœoŒoðdÐdþtÞtŋnəaƏa";

    /// <summary>The key of a name.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        var builder = new StringBuilder(name.Length);
        Append(builder, name);
        return builder.ToString();
    }

    /// <summary>Appends a name's key to a builder; a blank stands between what is there and the key.</summary>
    public static void Append(StringBuilder builder, ReadOnlySpan<char> name)
    {
        var isBlank = builder.Length > 0;
        foreach (var character in name)
        {
            if (character is '.' or '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '\u00ad' or '\u200b')
                continue;
            if (character is ' ' or '-' or '–' or '\u00a0' or '\n' or '\t' or '‑' or '_' or '/')
            {
                isBlank = builder.Length > 0;
                continue;
            }
            if (isBlank)
                builder.Append(' ');
            isBlank = false;
            builder.Append(Fold(character));
        }
    }

    /// <summary>A letter without its accent, in lower case.</summary>
    public static char Fold(char character)
    {
        if (character < 0x80)
            return char.ToLowerInvariant(character);
        var special = Special.IndexOf(character, StringComparison.Ordinal);
        if (special >= 0 && special % 2 == 0)
            return Special[special + 1];
        if (char.IsSurrogate(character))
            return character;
        var decomposed = character.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(decomposed[0]);
    }
}
