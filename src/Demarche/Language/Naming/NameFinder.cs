using System.Collections.Immutable;
using Demarche.Language.Models;

namespace Demarche.Language.Naming;

/// <summary>Finds names from left to right.</summary>
internal sealed class NameFinder(Scorer scorer)
{
    public static ulong Mixed(int code) => FeatureHash.Mix(0x9000 + (ulong)(code + 1));

    public ImmutableArray<NameSpan> Find(TaggedWords words, Span<int> codes)
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

    /// <summary>Takes words off a name's end that cannot stand there ("University of").</summary>
    private static void Trim(TaggedWords words, Span<int> codes)
    {
        for (var i = codes.Length - 1; i >= 0; i--)
            if (codes[i] != 0 && (i + 1 == codes.Length || codes[i + 1] == 0 || codes[i + 1] % 2 == 1) && !NameLimits.MayEnd(words, i))
                codes[i] = 0;
    }
}
