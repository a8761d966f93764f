using Demarche.Language.Models;

namespace Demarche.Language.Words;

/// <summary>Finds a word's dictionary entry, with its inflectional ending taken off where the word itself has none.</summary>
internal static class Inflection
{
    private const uint Plural = 1 << 14, Past = 2 << 14, Participle = 3 << 14;

    /// <summary>The entry's bits, and from bit 14 on the ending that was taken off.</summary>
    public static uint Find(WordLexicon lexicon, ReadOnlySpan<char> word, ulong hash)
    {
        var entry = lexicon.Entry(hash);
        if (word.Length < 4)
            return entry;
        var (ending, kind) = word switch
        {
            [.., 'i', 'e', 's'] => (3, Plural),
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => (0, 0u),
            [.., 's'] => (1, Plural),
            [.., 'e', 'd'] => (2, Past),
            [.., 'i', 'n', 'g'] => (3, Participle),
            _ => (0, 0u),
        };
        if (ending == 0 || word.Length - ending < 2)
            return entry;
        var stem = word[..^ending];
        var found = 0u;
        if (kind == Plural)
        {
            if (ending == 3)
                found = With(lexicon, stem, 'y');
            else
                found = Plain(lexicon, stem);
            if (found == 0 && word.Length > 4)
                found = Plain(lexicon, word[..^2]);
            found &= ~(WordLexicon.Adjective | WordLexicon.Adverb);
        }
        else
        {
            found = With(lexicon, stem, 'e');
            if ((found & WordLexicon.Verb) == 0)
                found = Plain(lexicon, stem);
            if ((found & WordLexicon.Verb) == 0 && stem.Length > 2 && stem[^1] == stem[^2])
                found = Plain(lexicon, stem[..^1]);
            if ((found & WordLexicon.Verb) == 0 && kind == Past && stem[^1] == 'i')
                found = With(lexicon, stem[..^1], 'y');
            found = (found & WordLexicon.Verb) == 0 ? 0 : found & ~(0x1Fu << 5) & ~(WordLexicon.Noun | WordLexicon.Adjective | WordLexicon.Adverb);
        }
        return found == 0 ? entry : entry | found | kind;
    }

    private static uint Plain(WordLexicon lexicon, ReadOnlySpan<char> stem) => lexicon.Entry(FeatureHash.Text(stem));

    private static uint With(WordLexicon lexicon, ReadOnlySpan<char> stem, char last)
    {
        Span<char> word = stackalloc char[stem.Length + 1];
        stem.CopyTo(word);
        word[^1] = last;
        return lexicon.Entry(FeatureHash.Text(word));
    }
}
