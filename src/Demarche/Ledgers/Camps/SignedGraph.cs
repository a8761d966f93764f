namespace Demarche.Ledgers.Camps;

/// <summary>A link between two vertices: above zero they are with each other, below against.</summary>
internal readonly record struct SignedEdge(int One, int Other, double Weight);

/// <summary>Vertices 0 to Count − 1 and signed, weighted links, at most one between two vertices. Immutable.</summary>
internal sealed class SignedGraph
{
    private readonly (int Vertex, double Weight)[][] _neighbours;
    private readonly SignedEdge[] _edges;

    public SignedGraph(int count, IEnumerable<SignedEdge> edges)
    {
        Count = count;
        Dictionary<(int, int), double> weights = [];
        foreach (var edge in edges)
        {
            if (edge.One == edge.Other)
                continue;
            var key = edge.One < edge.Other ? (edge.One, edge.Other) : (edge.Other, edge.One);
            weights[key] = weights.GetValueOrDefault(key) + edge.Weight;
        }
        _edges = [.. weights.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key).Select(pair => new SignedEdge(pair.Key.Item1, pair.Key.Item2, pair.Value))];
        _neighbours = Lists(count, _edges);
    }

    // Of links that are in order already, each pair once, the smaller vertex first.
    private SignedGraph(int count, SignedEdge[] edges)
    {
        Count = count;
        _edges = edges;
        _neighbours = Lists(count, edges);
    }

    public int Count { get; }

    public IReadOnlyList<SignedEdge> Edges => _edges;

    /// <summary>The links without a detour.</summary>
    public ReadOnlySpan<SignedEdge> AllEdges => _edges;

    public ReadOnlySpan<(int Vertex, double Weight)> Neighbours(int vertex) => _neighbours[vertex];

    /// <summary>The weight of all links of a vertex, signs aside.</summary>
    public double Strength(int vertex)
    {
        var sum = 0.0;
        foreach (var (_, weight) in _neighbours[vertex])
            sum += Math.Abs(weight);
        return sum;
    }

    /// <summary>The weight of the links that a division leaves frustrated: friends apart, foes together.</summary>
    public double Frustration(ReadOnlySpan<bool> sides)
    {
        var sum = 0.0;
        foreach (ref readonly var edge in AllEdges)
            if (edge.Weight > 0 == (sides[edge.One] != sides[edge.Other]))
                sum += Math.Abs(edge.Weight);
        return sum;
    }

    /// <summary>How much the frustration changes when one vertex alone changes sides.</summary>
    public double CostOfSwitch(ReadOnlySpan<bool> sides, int vertex)
    {
        var change = 0.0;
        foreach (var (other, weight) in _neighbours[vertex])
            change += weight > 0 == (sides[vertex] != sides[other]) ? -Math.Abs(weight) : Math.Abs(weight);
        return change;
    }

    /// <summary>The connected parts, the one with most vertices first; vertices without links are left out.</summary>
    public IReadOnlyList<int[]> Components()
    {
        var seen = new bool[Count];
        List<int[]> parts = [];
        for (var start = 0; start < Count; start++)
        {
            if (seen[start] || _neighbours[start].Length == 0)
                continue;
            List<int> part = [start];
            seen[start] = true;
            for (var at = 0; at < part.Count; at++)
                foreach (var (other, _) in _neighbours[part[at]])
                    if (!seen[other])
                    {
                        seen[other] = true;
                        part.Add(other);
                    }
            part.Sort();
            parts.Add([.. part]);
        }
        return [.. parts.OrderByDescending(part => part.Length).ThenBy(part => part[0])];
    }

    /// <summary>The part of the graph on some vertices, named in ascending order and renumbered so.</summary>
    public SignedGraph Part(int[] vertices)
    {
        var numbers = new int[Count];
        for (var at = 0; at < vertices.Length; at++)
            numbers[vertices[at]] = at + 1;
        List<SignedEdge> edges = new(_edges.Length);
        foreach (ref readonly var edge in AllEdges)
            if (numbers[edge.One] is > 0 and var one && numbers[edge.Other] is > 0 and var other)
                edges.Add(new(one - 1, other - 1, edge.Weight));
        return new(vertices.Length, edges.ToArray());
    }

    /// <summary>The graph with the links of one vertex turned that weigh so much, friend into foe or foe into friend; null where it has none.</summary>
    public SignedGraph? Turned(int vertex, double weight)
    {
        SignedEdge[]? edges = null;
        for (var at = 0; at < _edges.Length; at++)
            if ((_edges[at].One == vertex || _edges[at].Other == vertex) && Math.Abs(_edges[at].Weight) >= weight)
            {
                edges ??= [.. _edges];
                edges[at] = edges[at] with { Weight = -edges[at].Weight };
            }
        return edges is null ? null : new(Count, edges);
    }

    private static (int, double)[][] Lists(int count, SignedEdge[] edges)
    {
        var degrees = new int[count];
        foreach (ref readonly var edge in edges.AsSpan())
        {
            degrees[edge.One]++;
            degrees[edge.Other]++;
        }
        var lists = new (int, double)[count][];
        for (var vertex = 0; vertex < count; vertex++)
            lists[vertex] = degrees[vertex] == 0 ? [] : new (int, double)[degrees[vertex]];
        Array.Clear(degrees);
        foreach (ref readonly var edge in edges.AsSpan())
        {
            lists[edge.One][degrees[edge.One]++] = (edge.Other, edge.Weight);
            lists[edge.Other][degrees[edge.Other]++] = (edge.One, edge.Weight);
        }
        return lists;
    }
}
