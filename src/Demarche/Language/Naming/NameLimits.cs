using Demarche.Language.Words;

namespace Demarche.Language.Naming;

/// <summary>Where a name may begin and go on: at proper nouns and capitals; small words only where names have them.</summary>
internal static class NameLimits
{
    public static bool MayBegin(TaggedWords words, int at)
    {
        var upos = words.Upos[at];
        if (upos == Upos.PROPN)
            return true;
        var isCapital = IsCapital(words, at);
        return isCapital && upos is Upos.NOUN or Upos.ADJ or Upos.X or Upos.VERB or Upos.NUM && at > 0 && upos != Upos.NUM;
    }

    public static bool MayGoOn(TaggedWords words, int at)
    {
        var upos = words.Upos[at];
        if (upos is Upos.PROPN or Upos.NUM || IsCapital(words, at))
            return true;
        var form = words.Words.Forms[at + SentenceWords.Pad];
        return upos is Upos.ADP or Upos.CCONJ or Upos.DET or Upos.X && form.Length <= 4 || form is "-" or "'s" or "’s" or "&" or "." or "'" or "–"
            || (upos is Upos.NOUN or Upos.ADJ && at + 1 < words.Count && words.Upos[at + 1] == Upos.PROPN);
    }

    /// <summary>Whether the word may be a name's last one.</summary>
    public static bool MayEnd(TaggedWords words, int at) => words.Upos[at] == Upos.PROPN || IsCapital(words, at) || words.Upos[at] == Upos.NUM;

    private static bool IsCapital(TaggedWords words, int at) =>
        WordShapes.Caps(words.Words.RawShape[at + SentenceWords.Pad]) is not (WordShapes.Lower or WordShapes.NoLetters);
}
