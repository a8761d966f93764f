namespace Demarche.Ledgers.Camps;

/// <summary>Looks for divisions of little frustration: from many seeded starts, vertices change sides as long as that helps.</summary>
internal static class LocalSearch
{
    private const double Tolerance = 1e-9;

    /// <summary>The best divisions found, vertex 0 on the side <c>false</c>.</summary>
    public static (double Frustration, IReadOnlyList<bool[]> Divisions) Best(SignedGraph graph, int starts)
    {
        // A fixed seed: the same graph gives the same camps everywhere.
        var random = new Random(1959);
        var least = double.MaxValue;
        Dictionary<string, bool[]> best = new(StringComparer.Ordinal);
        for (var start = 0; start < starts; start++)
        {
            var sides = start == 0 ? Spread(graph) : Scattered(graph.Count, random);
            Descend(graph, sides);
            var frustration = graph.Frustration(sides);
            if (frustration < least - Tolerance)
            {
                least = frustration;
                best.Clear();
            }
            if (frustration > least + Tolerance)
                continue;
            if (sides.Length > 0 && sides[0])
                for (var vertex = 0; vertex < sides.Length; vertex++)
                    sides[vertex] = !sides[vertex];
            best[string.Concat(sides.Select(side => side ? '1' : '0'))] = sides;
        }
        return (least, [.. best.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);
    }

    // One vertex at a time, then two linked ones together: a pair may help where neither alone does.
    private static void Descend(SignedGraph graph, bool[] sides)
    {
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            for (var vertex = 0; vertex < sides.Length; vertex++)
                if (graph.CostOfSwitch(sides, vertex) < -Tolerance)
                {
                    sides[vertex] = !sides[vertex];
                    isBetter = true;
                }
            if (isBetter)
                continue;
            foreach (var edge in graph.Edges)
            {
                var cost = graph.CostOfSwitch(sides, edge.One);
                sides[edge.One] = !sides[edge.One];
                cost += graph.CostOfSwitch(sides, edge.Other);
                if (cost < -Tolerance)
                {
                    sides[edge.Other] = !sides[edge.Other];
                    isBetter = true;
                }
                else
                    sides[edge.One] = !sides[edge.One];
            }
        }
    }

    // From the strongest vertex outward, each to the side that its placed neighbours ask for.
    private static bool[] Spread(SignedGraph graph)
    {
        var sides = new bool[graph.Count];
        var pull = new double[graph.Count];
        var isPlaced = new bool[graph.Count];
        for (var step = 0; step < graph.Count; step++)
        {
            var next = -1;
            for (var vertex = 0; vertex < graph.Count; vertex++)
                if (!isPlaced[vertex] && (next < 0 || Rank(vertex).CompareTo(Rank(next)) > 0))
                    next = vertex;
            sides[next] = pull[next] < 0;
            isPlaced[next] = true;
            foreach (var (other, weight) in graph.Neighbours(next))
                pull[other] += sides[next] ? -weight : weight;
        }
        return sides;

        (double, double) Rank(int vertex) => (Math.Abs(pull[vertex]), graph.Strength(vertex));
    }

    private static bool[] Scattered(int count, Random random)
    {
        var sides = new bool[count];
        for (var vertex = 0; vertex < count; vertex++)
            sides[vertex] = random.Next(2) == 1;
        return sides;
    }
}
