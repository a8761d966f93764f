using Demarche.Language.Models;
using Demarche.Language.Words;

namespace Demarche.Language.Lemmas;

/// <summary>Takes inflectional endings off by English spelling. Each method leaves the stem at the beginning of the buffer, which holds the word already, and gives its length.</summary>
internal static class Endings
{
    public static int Singular(ReadOnlySpan<char> word, Span<char> buffer, WordLexicon words) => Es(word, buffer, words, WordLexicon.Noun);

    public static int Present(ReadOnlySpan<char> word, Span<char> buffer, WordLexicon words) => Es(word, buffer, words, WordLexicon.Verb);

    /// <summary>Takes off "ed", "ing", "er", "est": hoped, hopping, tried, visited.</summary>
    public static int Stem(ReadOnlySpan<char> word, int ending, Span<char> buffer, WordLexicon words, uint kind)
    {
        var stem = word.Length - ending;
        if (stem < 2)
            return word.Length;
        var last = buffer[stem - 1];
        // "freed", "decreed": the e is the verb's own.
        if (last == 'e' && ending == 2 && buffer[stem] == 'e')
            return stem + 1;
        if (last == 'i' && stem > 2 && ending != 3)
        {
            buffer[stem - 1] = 'y';
            return stem;
        }
        var doubled = stem > 2 && last == buffer[stem - 2] && !IsVowel(last);
        if (doubled)
        {
            if (Has(words, buffer[..stem], kind) || (last is 's' or 'l' or 'z' or 'f' && !Has(words, buffer[..(stem - 1)], kind)))
                return stem;
            return stem - 1;
        }
        var plain = Has(words, buffer[..stem], kind);
        var dropped = buffer[stem];
        buffer[stem] = 'e';
        var withE = Has(words, buffer[..(stem + 1)], kind);
        var prefersE = withE && (!plain || IsShort(buffer[..stem]));
        if (!plain && !withE)
            prefersE = GuessesE(buffer[..stem]);
        if (prefersE)
            return stem + 1;
        buffer[stem] = dropped;
        return stem;
    }

    private static int Es(ReadOnlySpan<char> word, Span<char> buffer, WordLexicon words, uint kind)
    {
        var length = word.Length;
        if (buffer[length - 1] != 's' || length < 4 || buffer[length - 2] is 's' or '\'')
            return length;
        if (buffer[length - 2] == 'e' && buffer[length - 3] == 'i' && length > 4)
        {
            if (Has(words, buffer[..(length - 1)], kind) && length < 6)
                return length - 1;
            buffer[length - 3] = 'y';
            return length - 2;
        }
        if (buffer[length - 2] != 'e' || Has(words, buffer[..(length - 1)], kind))
            return length - 1;
        var stem = buffer[..(length - 2)];
        if (Has(words, stem, kind) || stem[^1] is 'x' or 'z' or 's' || stem.EndsWith("ch") || stem.EndsWith("sh"))
            return length - 2;
        return length - 1;
    }

    private static bool Has(WordLexicon words, ReadOnlySpan<char> word, uint kind) => (words.Entry(FeatureHash.Text(word)) & kind) != 0;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>A vowel between two consonants at the end, as in "hop(e)".</summary>
    private static bool IsShort(ReadOnlySpan<char> stem) =>
        stem.Length > 1 && !IsVowel(stem[^1]) && IsVowel(stem[^2]) && (stem.Length == 2 || !IsVowel(stem[^3]) || stem[^1] is 's' or 'v' or 'z' or 'g' or 'c');

    private static bool GuessesE(ReadOnlySpan<char> stem) =>
        stem[^1] is 'v' or 'c' or 'u' || stem.EndsWith("at") || stem.EndsWith("iz") || stem.EndsWith("is") || stem.EndsWith("bl") || stem.EndsWith("tl") || stem.EndsWith("dl") || stem.EndsWith("rg") || stem.EndsWith("ng") && stem.Length < 5;
}
