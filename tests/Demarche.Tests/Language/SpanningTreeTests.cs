using CsCheck;
using Demarche.Language.Neural;

namespace Demarche.Tests.Language;

public sealed class SpanningTreeTests
{
    [Fact]
    public void It_finds_the_best_tree_with_one_root() =>
        Gen.Int[1, 5].SelectMany(count => Gen.Int[-50, 50].Array[count * (count + 1)].Select(values => (count, values))).Sample(input =>
        {
            var (count, values) = input;
            var scores = values.Select(value => value / 7f).ToArray();
            for (var d = 0; d < count; d++)
                scores[d * (count + 1) + d + 1] = float.NegativeInfinity;
            var heads = new int[count];
            SpanningTree.Find(scores, count, heads);
            Assert.True(IsTree(heads));
            Assert.Equal(BestByTrying(scores, count), Sum(scores, heads), 3);
        });

    private static float Sum(float[] scores, int[] heads) => heads.Select((head, d) => scores[d * (heads.Length + 1) + head + 1]).Sum();

    private static float BestByTrying(float[] scores, int count)
    {
        var best = float.NegativeInfinity;
        var heads = new int[count];
        Try(0);
        return best;

        void Try(int d)
        {
            if (d == count)
            {
                if (IsTree(heads))
                    best = Math.Max(best, Sum(scores, heads));
                return;
            }
            for (var h = -1; h < count; h++)
            {
                if (h == d)
                    continue;
                heads[d] = h;
                Try(d + 1);
            }
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head < 0) != 1)
            return false;
        for (var start = 0; start < heads.Length; start++)
        {
            var at = start;
            for (var steps = 0; at >= 0; steps++)
            {
                if (steps > heads.Length)
                    return false;
                at = heads[at];
            }
        }
        return true;
    }
}
