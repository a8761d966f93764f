using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Reading.Cleaning;

/// <summary>
/// Tells a caption by its style: one short sentence whose main clause has no finite verb but a participle early on
/// ("Workers cleaning the street on Thursday, a day after a protest").
/// </summary>
internal sealed class CaptionStyle
{
    private readonly FrozenSet<string> _finite;
    private readonly FrozenSet<string> _notParticiples;
    private readonly FrozenSet<string> _breaks;

    private CaptionStyle(ILookup<string, string> words)
    {
        _finite = words["finite"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _notParticiples = words["noun"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _breaks = words["break"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads the words that tell a clause from a fragment.</summary>
    public static CaptionStyle Load(Lexicon lexicon) =>
        new(lexicon.Rows("Reading/captions").ToLookup(row => row["kind"], row => row["word"], StringComparer.Ordinal));

    /// <summary>Whether the block is a fragment in the style of captions.</summary>
    /// <param name="block">The block.</param>
    /// <param name="strict">Asks for an early participle; else the lack of a finite verb is enough.</param>
    public bool IsFragment(string block, bool strict)
    {
        if (block.Length > (strict ? 240 : 350) || !char.IsUpper(block[0]) || block.AsSpan().IndexOfAny("\"“”?!:") >= 0)
            return false;
        if (SentenceEnds(block) > 1)
            return false;
        var words = block.Split(' ');
        if (words.Length < 5)
            return false;
        if (strict && words[0] is not ("A" or "An" or "The" or "Their" or "His" or "Its") && IsFunctionWord(words[0].ToLowerInvariant()))
            return false;
        var participle = -1;
        var aside = false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].Trim(',', '.', ';', '(', ')', '’', '\'');
            // A subordinate clause has its own verb; it lasts to the next comma.
            aside |= i > 0 && _breaks.Contains(word);
            if (!aside && (_finite.Contains(word) || IsPast(word, i, words)))
                return false;
            if (!aside && participle < 0 && i is > 0 and < 7 && word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && char.IsLower(word[0]) && !_notParticiples.Contains(word)
                && !words[i - 1].EndsWith(',') && !IsFunctionWord(words[i - 1]))
                participle = i;
            aside &= !words[i].EndsWith(',');
        }
        return participle >= 0 || !strict;
    }

    // A past tense is told from a participle by what stands before: "a burned truck", "was killed" against "officials declared".
    private static bool IsPast(string word, int at, string[] words)
    {
        if (at == 0 || word.Length < 5 || !word.EndsWith("ed", StringComparison.Ordinal) || !char.IsLower(word[0]))
            return false;
        var before = words[at - 1];
        if (before is "a" or "A" or "an" or "An" or "the" or "The" or "and" or "by" || before.EndsWith(','))
            return false;
        return true;
    }

    private static bool IsFunctionWord(string word) =>
        word is "a" or "an" or "the" or "but" or "not" or "never" or "yet" or "so" or "under" or "over" or "into" or "against" or "about" or "among" or "between" or "despite" or "if" or "when" or "or" or "of" or "by" or "for" or "in" or "on" or "at" or "from" or "with" or "to" or "and" or "its" or "his" or "their" or "after" or "before" or "without" or "while" or "as";

    private static int SentenceEnds(string block)
    {
        var ends = 0;
        for (var i = 2; i < block.Length; i++)
            if (block[i] is '.' or '!' or '?' && char.IsLower(block[i - 1]) && (i + 1 == block.Length || block[i + 1] == ' '))
                ends++;
        return ends;
    }
}
