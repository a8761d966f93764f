using Demarche.Language.Models;
using Demarche.Language.Words;

namespace Demarche.Language.Naming;

/// <summary>The name finder's features of one word, given the codes of the words before it.</summary>
internal static class NameFeatures
{
    public const int Capacity = 64;

    public static int Write(TaggedWords tagged, int at, ulong one, ulong two, Span<ulong> to)
    {
        var words = tagged.Words;
        var i = at + SentenceWords.Pad;
        ulong[] w = words.Word, s = words.Shape, e = words.Entry, f = words.Suffix3;
        ulong p = tagged.Tag[at], pb = Tag(tagged, at - 1), pa = Tag(tagged, at + 1), paa = Tag(tagged, at + 2);
        var n = 0;
        to[n++] = FeatureHash.Of(1, w[i]);
        to[n++] = FeatureHash.Of(2, w[i], s[i]);
        to[n++] = FeatureHash.Of(3, w[i - 1], p);
        to[n++] = FeatureHash.Of(4, w[i + 1], p);
        to[n++] = FeatureHash.Of(5, w[i - 2], p);
        to[n++] = FeatureHash.Of(6, w[i + 2], p);
        to[n++] = FeatureHash.Of(7, w[i - 1], w[i]);
        to[n++] = FeatureHash.Of(8, w[i], w[i + 1]);
        to[n++] = FeatureHash.Of(9, one, p);
        to[n++] = FeatureHash.Of(10, one, two, p);
        to[n++] = FeatureHash.Of(11, one, w[i]);
        to[n++] = FeatureHash.Of(12, one, w[i - 1], p);
        to[n++] = FeatureHash.Of(13, one, p, pa);
        to[n++] = FeatureHash.Of(14, one, p, s[i]);
        to[n++] = FeatureHash.Of(15, p, s[i]);
        to[n++] = FeatureHash.Of(16, pb, p, pa);
        to[n++] = FeatureHash.Of(17, one, p, e[i]);
        to[n++] = FeatureHash.Of(18, e[i], p);
        to[n++] = FeatureHash.Of(19, e[i - 1], p);
        to[n++] = FeatureHash.Of(20, e[i + 1], p);
        to[n++] = FeatureHash.Of(21, e[i + 1], pa, p);
        to[n++] = FeatureHash.Of(22, one, e[i], e[i + 1]);
        to[n++] = FeatureHash.Of(23, f[i], p);
        to[n++] = FeatureHash.Of(24, f[i + 1], p);
        to[n++] = FeatureHash.Of(25, words.Suffix2[i], p);
        to[n++] = FeatureHash.Of(26, one, f[i], p);
        to[n++] = FeatureHash.Of(27, s[i], s[i + 1], one);
        to[n++] = FeatureHash.Of(28, p, pa, paa);
        to[n++] = FeatureHash.Of(29, one, p, w[i + 1]);
        to[n++] = FeatureHash.Of(30, tagged.Class[at], one);
        to[n++] = FeatureHash.Of(31, LastProper(tagged, at), p);
        to[n++] = FeatureHash.Of(32, LastProper(tagged, at), p, one);
        ulong known = tagged.Known[at + 1], knownAfter = tagged.Known[at + 2], knownBefore = tagged.Known[at];
        to[n++] = FeatureHash.Of(40, known);
        to[n++] = FeatureHash.Of(41, known, p);
        to[n++] = FeatureHash.Of(42, known, one);
        to[n++] = FeatureHash.Of(43, known, knownAfter);
        to[n++] = FeatureHash.Of(44, known, knownBefore);
        to[n++] = FeatureHash.Of(45, known, knownAfter, p);
        to[n++] = FeatureHash.Of(46, knownAfter, one, p);
        to[n++] = FeatureHash.Of(47, knownBefore, one, p);
        to[n++] = FeatureHash.Of(48, FeatureHash.Mix(tagged.Marks[at] & 0xFF), p);
        to[n++] = FeatureHash.Of(49, tagged.Relation[at], p, one);
        to[n++] = FeatureHash.Of(50, tagged.Governor[at], tagged.Relation[at], p);
        to[n++] = FeatureHash.Of(51, tagged.Preposition[at], p);
        to[n++] = FeatureHash.Of(52, tagged.Preposition[at], tagged.Relation[at], p);
        to[n++] = FeatureHash.Of(53, tagged.Preposition[at], known, one);
        to[n++] = FeatureHash.Of(54, tagged.Relation[at], known);
        return n;
    }

    private static ulong Tag(TaggedWords tagged, int at) => at < 0 ? 0x77 : tagged.Tag[Math.Min(at, tagged.Count)];

    /// <summary>The last word of the run of proper nouns that the word stands in: "University", "Ministry", "Party" say what it names.</summary>
    private static ulong LastProper(TaggedWords tagged, int at)
    {
        var last = at;
        while (last + 1 < tagged.Count && tagged.Upos[last + 1] == Upos.PROPN)
            last++;
        return tagged.Words.Word[last + SentenceWords.Pad];
    }
}
