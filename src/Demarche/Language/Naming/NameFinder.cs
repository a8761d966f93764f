using System.Collections.Immutable;
using Demarche.Language.Models;

namespace Demarche.Language.Naming;

/// <summary>Finds names from left to right.</summary>
internal sealed class NameFinder(Scorer scorer)
{
    public static ulong Mixed(int code) => FeatureHash.Mix(0x9000 + (ulong)(code + 1));

    public ImmutableArray<NameSpan> Find(TaggedWords words, ReadOnlySpan<int> heads, ReadOnlySpan<Deprel> relations, Span<int> codes)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Capacity];
        Span<int> scores = stackalloc int[LinearModel.WidthOf(NameCodes.Count)];
        ulong one = Mixed(-1), two = one;
        var before = 0;
        for (var i = 0; i < words.Count; i++)
        {
            scores.Clear();
            scorer.Score(features[..NameFeatures.Write(words, i, one, two, features)], scores);
            codes[i] = Best(scores, before, words, i);
            before = codes[i];
            two = one;
            one = Mixed(before);
        }
        CutTitles(heads, relations, codes[..words.Count]);
        Trim(words, codes[..words.Count]);
        return NameCodes.Spans(codes[..words.Count]);
    }

    /// <summary>The best code that may stand here.</summary>
    public static int Best(ReadOnlySpan<int> scores, int before, TaggedWords words, int at)
    {
        bool begins = NameLimits.MayBegin(words, at), goesOn = before != 0 && NameLimits.MayGoOn(words, at);
        var best = 0;
        for (var i = 1; i < NameCodes.Count; i++)
            if (scores[i] > scores[best] && (i % 2 == 1 ? begins : goesOn && NameCodes.MayFollow(before, i)))
                best = i;
        return best;
    }

    /// <summary>Whether the code may stand here at all.</summary>
    public static bool May(int code, int before, TaggedWords words, int at) =>
        code == 0 || (code % 2 == 1 ? NameLimits.MayBegin(words, at) : before != 0 && NameCodes.MayFollow(before, code) && NameLimits.MayGoOn(words, at));

    /// <summary>Ends a name before a title of the name after it ("U.S. Secretary of State Mike Pompeo").</summary>
    private static void CutTitles(ReadOnlySpan<int> heads, ReadOnlySpan<Deprel> relations, Span<int> codes)
    {
        for (var first = 0; first < codes.Length; first++)
        {
            if (codes[first] == 0 || codes[first] % 2 == 0)
                continue;
            var last = first;
            while (last + 1 < codes.Length && codes[last + 1] == codes[first] + 1)
                last++;
            for (var i = first + 1; i <= last; i++)
                if (relations[i] == Deprel.nmod_desc && heads[i] > last)
                {
                    codes[i..(last + 1)].Clear();
                    break;
                }
            first = last;
        }
    }

    /// <summary>Takes words off a name's end that cannot stand there ("University of").</summary>
    private static void Trim(TaggedWords words, Span<int> codes)
    {
        for (var i = codes.Length - 1; i >= 0; i--)
            if (codes[i] != 0 && (i + 1 == codes.Length || codes[i + 1] == 0 || codes[i + 1] % 2 == 1) && !NameLimits.MayEnd(words, i))
                codes[i] = 0;
    }
}
