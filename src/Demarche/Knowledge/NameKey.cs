using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// The form in which names are compared: lower case, without accents, full stops and apostrophes, hyphens as spaces. Letters
/// that do not decompose (ø, ł, ı, ß) are folded by a table, so that the result does not depend on the machine's ICU.
/// </summary>
public static class NameKey
{
    private const string Special = "øoØołlŁlđdĐdıiİißsæaÆaœoŒoðdÐdþtÞtŋnəaƏa";

    // What a character below Table.Length becomes: '\0' nothing, ' ' a blank. Latin, Greek and Cyrillic letters, and the vowels of Vietnamese.
    private static readonly char[] Table = MakeTable();

    /// <summary>The key of a name.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = name.Length <= 128 ? stackalloc char[name.Length + 1] : new char[name.Length + 1];
        return key[..Append(key, 0, name)].ToString();
    }

    /// <summary>Appends a name's key to what stands before <paramref name="length"/>, a blank between them; gives the new length.</summary>
    internal static int Append(Span<char> keys, int length, ReadOnlySpan<char> name)
    {
        var (isBlank, table) = (length > 0, Table);
        foreach (var character in name)
        {
            var folded = character < table.Length ? table[character] : Decomposed(character);
            if (folded == '\0')
                continue;
            if (folded == ' ')
            {
                isBlank = length > 0;
                continue;
            }
            if (isBlank)
                keys[length++] = ' ';
            isBlank = false;
            keys[length++] = folded;
        }
        return length;
    }

    /// <summary>A letter without its accent, in lower case; a blank for what separates words, '\0' for what a key leaves out.</summary>
    public static char Fold(char character) => character < Table.Length ? Table[character] : Decomposed(character);

    private static char[] MakeTable()
    {
        var table = new char[0x2100];
        for (var i = 0; i < table.Length; i++)
            table[i] = i < 0x80 ? char.ToLowerInvariant((char)i) : (char)i;
        foreach (var pairs in (ReadOnlySpan<string>)[NameKeyLetters.Pairs, Special])
            for (var i = 0; i < pairs.Length; i += 2)
                table[pairs[i]] = pairs[i + 1];
        foreach (var silent in ".'’‘ʻʼ`\u00ad\u200b")
            table[silent] = '\0';
        foreach (var blank in " -–\u00a0\n\t‑_/")
            table[blank] = ' ';
        return table;
    }

    // Beyond the table: other scripts, and signs.
    private static char Decomposed(char character)
    {
        if (char.IsSurrogate(character))
            return character;
        var decomposed = character.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(decomposed[0]);
    }
}
