namespace Demarche.Ledgers.Camps;

/// <summary>The divisions into two camps with the least frustration.</summary>
/// <param name="Least">The frustration index: the least weight of links that any division leaves frustrated.</param>
/// <param name="Divisions">The divisions that reach it, vertex 0 always on the side <c>false</c>; at most as many as were asked for.</param>
/// <param name="IsExact">Whether it is proven that there is none better.</param>
/// <param name="IsComplete">Whether all divisions are there that reach it.</param>
internal sealed record FrustrationResult(double Least, IReadOnlyList<bool[]> Divisions, bool IsExact, bool IsComplete);

/// <summary>
/// The frustration index of a signed graph (Abelson and Rosenberg 1958; Harary 1959; Aref and Wilson 2019): exact by branch and bound
/// for up to <see cref="ExactLimit"/> vertices that hang on more than one link, by local search from many starts above.
/// </summary>
internal static class Frustration
{
    public const int ExactLimit = 25;
    private const double Tolerance = 1e-9;

    /// <summary>The least frustrated divisions of a connected graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="limit">How many divisions are kept at most.</param>
    /// <param name="starts">From how many starts the local search looks, where the graph is too large for the exact one.</param>
    public static FrustrationResult Of(SignedGraph graph, int limit = 64, int starts = 200)
    {
        if (graph.Count == 0)
            return new(0, [], true, true);
        var (core, order) = Core(graph);
        var part = graph.Part(core);
        if (part.Count <= ExactLimit)
        {
            var search = new Search(part, limit, LocalSearch.Best(part, 8).Frustration);
            search.Run();
            return new(search.Least, [.. search.Found.Select(sides => Extend(graph, core, order, sides))], true, search.IsComplete);
        }
        var (least, divisions) = LocalSearch.Best(part, starts);
        return new(least, [.. divisions.Take(limit).Select(sides => Extend(graph, core, order, sides))], false, false);
    }

    /// <summary>For each vertex, what the index would be if its strongest links were turned, friend into foe or foe into friend, with the camps found anew.</summary>
    public static double[] Turned(SignedGraph graph, int starts)
    {
        var (core, _) = Core(graph);
        var part = graph.Part(core);
        var numbers = new int[graph.Count];
        for (var at = 0; at < core.Length; at++)
            numbers[core[at]] = at + 1;
        // Which links are turned changes nothing about which vertices hang on a single one; links outside the core change nothing at all.
        double? unchanged = null;
        var turned = new double[graph.Count];
        for (var vertex = 0; vertex < turned.Length; vertex++)
        {
            var strongest = 0.0;
            foreach (var (_, weight) in graph.Neighbours(vertex))
                strongest = Math.Max(strongest, Math.Abs(weight));
            turned[vertex] = numbers[vertex] > 0 && part.Turned(numbers[vertex] - 1, strongest - Tolerance) is { } other ? Least(other, starts) : unchanged ??= Least(part, starts);
        }
        return turned;
    }

    // The index alone: divisions that only reach it need not be looked for.
    private static double Least(SignedGraph core, int starts)
    {
        if (core.Count > ExactLimit)
            return LocalSearch.Least(core, starts);
        var search = new Search(core, 1, LocalSearch.Least(core, 8), isLeastOnly: true);
        search.Run();
        return search.Least;
    }

    // A vertex on a single link is never frustrated: it is taken out, again and again, and put to its neighbour's side at the end.
    private static (int[] Core, List<(int Vertex, int Neighbour, bool IsFriend)> Order) Core(SignedGraph graph)
    {
        var degree = new int[graph.Count];
        var isOut = new bool[graph.Count];
        Queue<int> leaves = new();
        for (var vertex = 0; vertex < graph.Count; vertex++)
            if ((degree[vertex] = graph.Neighbours(vertex).Length) == 1)
                leaves.Enqueue(vertex);
        List<(int, int, bool)> order = [];
        while (leaves.TryDequeue(out var leaf))
        {
            if (degree[leaf] != 1)
                continue;
            foreach (var (other, weight) in graph.Neighbours(leaf))
            {
                if (isOut[other])
                    continue;
                isOut[leaf] = true;
                degree[leaf] = 0;
                order.Add((leaf, other, weight > 0));
                if (--degree[other] == 1)
                    leaves.Enqueue(other);
            }
        }
        return ([.. Enumerable.Range(0, graph.Count).Where(vertex => !isOut[vertex])], order);
    }

    private static bool[] Extend(SignedGraph graph, int[] core, List<(int Vertex, int Neighbour, bool IsFriend)> order, bool[] sides)
    {
        var all = new bool[graph.Count];
        for (var at = 0; at < core.Length; at++)
            all[core[at]] = sides[at];
        for (var at = order.Count - 1; at >= 0; at--)
            all[order[at].Vertex] = all[order[at].Neighbour] == order[at].IsFriend;
        if (all[0])
            for (var vertex = 0; vertex < all.Length; vertex++)
                all[vertex] = !all[vertex];
        return all;
    }

    // Depth first over the vertices, strongest first. Bound: what the placed vertices frustrate among themselves, and for each other
    // vertex the smaller of what its two sides would frustrate with the placed ones.
    private sealed class Search
    {
        private readonly SignedGraph _graph;
        private readonly int[] _order;
        private readonly int _limit;
        private readonly bool[] _sides;
        private readonly bool[] _isPlaced;
        private readonly double[] _here;
        private readonly double[] _there;
        private readonly double _slack;

        public Search(SignedGraph graph, int limit, double bound, bool isLeastOnly = false)
        {
            _slack = isLeastOnly ? -Tolerance : Tolerance;
            _graph = graph;
            _limit = limit;
            Least = bound;
            _sides = new bool[graph.Count];
            _isPlaced = new bool[graph.Count];
            _here = new double[graph.Count];
            _there = new double[graph.Count];
            _order = [.. Enumerable.Range(0, graph.Count).OrderByDescending(graph.Strength).ThenBy(vertex => vertex)];
        }

        public double Least { get; private set; }

        public List<bool[]> Found { get; } = [];

        public bool IsComplete { get; private set; } = true;

        public void Run()
        {
            if (_graph.Count > 0)
                Place(0, 0, 0);
        }

        private void Place(int depth, double frustrated, double bound)
        {
            if (frustrated + bound > Least + _slack)
                return;
            if (depth == _order.Length)
            {
                Keep(frustrated);
                return;
            }
            var vertex = _order[depth];
            var first = _here[vertex] > _there[vertex];
            for (var turn = 0; turn < (depth == 0 ? 1 : 2); turn++)
            {
                var side = depth > 0 && (turn == 0 ? first : !first);
                var own = side ? _there[vertex] : _here[vertex];
                var rest = bound - Math.Min(_here[vertex], _there[vertex]);
                _isPlaced[vertex] = true;
                _sides[vertex] = side;
                foreach (var (other, weight) in _graph.Neighbours(vertex))
                {
                    if (_isPlaced[other])
                        continue;
                    rest -= Math.Min(_here[other], _there[other]);
                    // A friend on the other side and a foe on the same are frustrated.
                    (weight > 0 == side ? _here : _there)[other] += Math.Abs(weight);
                    rest += Math.Min(_here[other], _there[other]);
                }
                Place(depth + 1, frustrated + own, rest);
                foreach (var (other, weight) in _graph.Neighbours(vertex))
                    if (!_isPlaced[other])
                        (weight > 0 == side ? _here : _there)[other] -= Math.Abs(weight);
                _isPlaced[vertex] = false;
            }
        }

        private void Keep(double frustrated)
        {
            if (frustrated < Least - Tolerance)
            {
                Least = frustrated;
                Found.Clear();
                IsComplete = true;
            }
            if (Found.Count < _limit)
                Found.Add([.. _sides]);
            else
                IsComplete = false;
        }
    }
}
