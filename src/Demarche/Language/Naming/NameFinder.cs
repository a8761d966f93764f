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
            codes[i] = Best(scores, before);
            before = codes[i];
            two = one;
            one = Mixed(before);
        }
        return NameCodes.Spans(codes[..words.Count]);
    }

    public static int Best(ReadOnlySpan<int> scores, int before)
    {
        var best = 0;
        for (var i = 1; i < NameCodes.Count; i++)
            if (scores[i] > scores[best] && NameCodes.MayFollow(before, i))
                best = i;
        return best;
    }
}
