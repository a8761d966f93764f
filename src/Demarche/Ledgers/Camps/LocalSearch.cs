namespace Demarche.Ledgers.Camps;

/// <summary>Looks for divisions of little frustration: from many seeded starts, vertices change sides as long as that helps.</summary>
internal static class LocalSearch
{
    private const double Tolerance = 1e-9;

    /// <summary>The best divisions found, vertex 0 on the side <c>false</c>.</summary>
    public static (double Frustration, IReadOnlyList<bool[]> Divisions) Best(SignedGraph graph, int starts)
    {
        Dictionary<string, bool[]> best = new(StringComparer.Ordinal);
        var least = Look(graph, starts, best);
        return (least, [.. best.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);
    }

    /// <summary>What the best divisions leave frustrated.</summary>
    public static double Least(SignedGraph graph, int starts) => Look(graph, starts, null);

    private static double Look(SignedGraph graph, int starts, Dictionary<string, bool[]>? best)
    {
        // A fixed seed: the same graph gives the same camps everywhere.
        var random = new Random(1959);
        var least = double.MaxValue;
        var costs = new double[graph.Count];
        for (var start = 0; start < starts; start++)
        {
            var sides = start == 0 ? Spread(graph) : Scattered(graph.Count, random);
            Descend(graph, sides, costs);
            var frustration = graph.Frustration(sides);
            if (frustration < least - Tolerance)
            {
                least = frustration;
                best?.Clear();
            }
            if (best is null || frustration > least + Tolerance)
                continue;
            if (sides.Length > 0 && sides[0])
                for (var vertex = 0; vertex < sides.Length; vertex++)
                    sides[vertex] = !sides[vertex];
            best[string.Create(sides.Length, sides, (name, division) =>
            {
                for (var vertex = 0; vertex < name.Length; vertex++)
                    name[vertex] = division[vertex] ? '1' : '0';
            })] = sides;
        }
        return least;
    }

    // One vertex at a time, then two linked ones together: a pair may help where neither alone does. What each vertex would cost is
    // kept and changed with every move, not summed again.
    private static void Descend(SignedGraph graph, bool[] sides, double[] costs)
    {
        for (var vertex = 0; vertex < costs.Length; vertex++)
            costs[vertex] = graph.CostOfSwitch(sides, vertex);
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            for (var vertex = 0; vertex < sides.Length; vertex++)
                if (costs[vertex] < -Tolerance)
                {
                    Switch(vertex);
                    isBetter = true;
                }
            if (isBetter)
                continue;
            foreach (ref readonly var edge in graph.AllEdges)
                // The link between the two stays as it is when both move.
                if (costs[edge.One] + costs[edge.Other] - (2 * Share(edge.Weight, edge.One, edge.Other)) < -Tolerance)
                {
                    Switch(edge.One);
                    Switch(edge.Other);
                    isBetter = true;
                }
        }

        // What a link adds to the cost of moving one of its ends.
        double Share(double weight, int one, int other) => weight > 0 == (sides[one] != sides[other]) ? -Math.Abs(weight) : Math.Abs(weight);

        void Switch(int vertex)
        {
            foreach (var (other, weight) in graph.Neighbours(vertex))
                costs[other] -= 2 * Share(weight, vertex, other);
            costs[vertex] = -costs[vertex];
            sides[vertex] = !sides[vertex];
        }
    }

    // From the strongest vertex outward, each to the side that its placed neighbours ask for.
    private static bool[] Spread(SignedGraph graph)
    {
        var sides = new bool[graph.Count];
        var pull = new double[graph.Count];
        var isPlaced = new bool[graph.Count];
        var strengths = new double[graph.Count];
        for (var vertex = 0; vertex < strengths.Length; vertex++)
            strengths[vertex] = graph.Strength(vertex);
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

        (double, double) Rank(int vertex) => (Math.Abs(pull[vertex]), strengths[vertex]);
    }

    private static bool[] Scattered(int count, Random random)
    {
        var sides = new bool[count];
        for (var vertex = 0; vertex < count; vertex++)
            sides[vertex] = random.Next(2) == 1;
        return sides;
    }
}
