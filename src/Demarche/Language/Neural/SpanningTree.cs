namespace Demarche.Language.Neural;

/// <summary>
/// The highest-scoring tree with one root (Chu and Liu 1965; Edmonds 1967). Most sentences need no search: every word's best head
/// already makes a tree.
/// </summary>
internal static class SpanningTree
{
    // Beyond as many nested cycles the words are no sentence, and the best tree is not worth its time.
    private const int MostContractions = 12;

    // More than any sum of scores differs by: one arc from the root is dearer than any tree without it.
    private const float RootPenalty = 1e5f;

    /// <summary>Finds the heads (−1 for the root's dependent) from scores [dependent, head], where head 0 is the root.</summary>
    public static void Find(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        var roots = 0;
        for (var d = 0; d < count; d++)
        {
            var own = scores.Slice(d * (count + 1), count + 1);
            var best = 0;
            for (var h = 1; h <= count; h++)
                if (own[h] > own[best])
                    best = h;
            heads[d] = best - 1;
            roots += best == 0 ? 1 : 0;
        }
        if (roots == 1 && IsTree(heads[..count]))
            return;
        var size = count + 1;
        var weights = new float[size, size];
        for (var h = 0; h < size; h++)
            for (var d = 1; d < size; d++)
                weights[h, d] = h == d ? float.NegativeInfinity : scores[(d - 1) * size + h] - (h == 0 ? RootPenalty : 0);
        var alive = new bool[size];
        Array.Fill(alive, true);
        var found = Solve(weights, alive, size);
        for (var d = 1; d < size; d++)
            heads[d - 1] = found[d] - 1;
    }

    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        for (var start = 0; start < heads.Length; start++)
        {
            var at = start;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = start + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == start + 1)
                return false;
        }
        return true;
    }

    /// <summary>The parent of every living node: contracts a cycle to its first node, solves what is left, and opens the cycle again.</summary>
    private static int[] Solve(float[,] weights, bool[] alive, int size, int depth = 0)
    {
        var parent = new int[size];
        for (var d = 1; d < size; d++)
        {
            if (!alive[d])
                continue;
            parent[d] = -1;
            for (var h = 0; h < size; h++)
                if (alive[h] && h != d && (parent[d] < 0 || weights[h, d] > weights[parent[d], d]))
                    parent[d] = h;
        }
        if (Cycle(parent, alive, size) is not { } cycle)
            return parent;
        if (depth == MostContractions)
            return Break(parent, weights, alive, size);
        var kept = cycle[0];
        var contracted = (float[,])weights.Clone();
        var remaining = (bool[])alive.Clone();
        foreach (var node in cycle)
            remaining[node] = node == kept;
        int[] entry = new int[size], exit = new int[size];
        for (var other = 0; other < size; other++)
        {
            if (!remaining[other] || other == kept)
                continue;
            entry[other] = exit[other] = kept;
            foreach (var node in cycle)
            {
                if (Gain(other, node) > Gain(other, entry[other]))
                    entry[other] = node;
                if (weights[node, other] > weights[exit[other], other])
                    exit[other] = node;
            }
            contracted[other, kept] = Gain(other, entry[other]);
            contracted[kept, other] = weights[exit[other], other];
        }
        var solved = Solve(contracted, remaining, size, depth + 1);
        for (var d = 1; d < size; d++)
            if (remaining[d] && d != kept)
                parent[d] = solved[d] == kept ? exit[d] : solved[d];
        parent[entry[solved[kept]]] = solved[kept];
        return parent;

        // What the tree gains when its cycle is entered at a node instead of staying closed.
        float Gain(int from, int node) => weights[from, node] - weights[parent[node], node];
    }

    /// <summary>Opens cycle after cycle where that costs least, without looking for the best tree: for word lists that are no sentences.</summary>
    private static int[] Break(int[] parent, float[,] weights, bool[] alive, int size)
    {
        var under = new bool[size];
        while (Cycle(parent, alive, size) is { } cycle)
        {
            int bestNode = cycle[0], bestHead = 0;
            var best = float.NegativeInfinity;
            foreach (var node in cycle.Take(8))
            {
                for (var i = 0; i < size; i++)
                {
                    var at = i;
                    for (var steps = 0; at > 0 && at != node && steps < size; steps++)
                        at = parent[at];
                    under[i] = at != 0;
                }
                for (var h = 0; h < size; h++)
                    if (alive[h] && !under[h] && weights[h, node] - weights[parent[node], node] > best)
                        (best, bestNode, bestHead) = (weights[h, node] - weights[parent[node], node], node, h);
            }
            parent[bestNode] = bestHead;
        }
        return parent;
    }

    private static List<int>? Cycle(int[] parent, bool[] alive, int size)
    {
        var seen = new int[size];
        for (var start = 1; start < size; start++)
        {
            if (!alive[start])
                continue;
            var at = start;
            while (at > 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = parent[at];
            }
            if (at <= 0 || seen[at] != start)
                continue;
            List<int> cycle = [at];
            for (var node = parent[at]; node != at; node = parent[node])
                cycle.Add(node);
            return cycle;
        }
        return null;
    }
}
