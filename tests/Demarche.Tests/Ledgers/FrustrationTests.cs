using Demarche.Ledgers.Camps;

namespace Demarche.Tests.Ledgers;

public sealed class FrustrationTests
{
    [Fact]
    public void The_index_and_all_ties_equal_brute_force_on_a_thousand_random_graphs()
    {
        var random = new Random(7);
        for (var number = 0; number < 1000; number++)
        {
            var graph = Connected(random, 2 + random.Next(13), random.NextDouble());
            var (least, ties) = BruteForce(graph);
            var found = Frustration.Of(graph, limit: 1 << 14);
            Assert.True(found.IsExact);
            Assert.Equal(least, found.Least, 9);
            Assert.All(found.Divisions, sides => Assert.Equal(least, graph.Frustration(sides), 9));
            Assert.True(found.IsComplete);
            Assert.Equal(ties, found.Divisions.Select(sides => string.Concat(sides.Select(side => side ? '1' : '0'))).Distinct().Count());
            Assert.Equal(ties, found.Divisions.Count);
        }
    }

    [Fact]
    public void A_balanced_graph_of_a_hundred_actors_has_no_frustration()
    {
        var random = new Random(3);
        List<SignedEdge> edges = [];
        for (var at = 0; at < 600; at++)
        {
            var (one, other) = (random.Next(100), random.Next(100));
            edges.Add(new(one, other, (one % 2 == other % 2 ? 1 : -1) * (0.1 + random.NextDouble())));
        }
        var found = Frustration.Of(new(100, edges));
        Assert.Equal(0, found.Least, 9);
        Assert.False(found.IsExact);
    }

    [Fact]
    public void Twenty_five_densely_linked_actors_are_done_exactly()
    {
        var random = new Random(11);
        List<SignedEdge> edges = [];
        for (var one = 0; one < 25; one++)
            for (var other = one + 1; other < 25; other++)
                edges.Add(new(one, other, random.Next(2) == 0 ? 1 : -1));
        var graph = new SignedGraph(25, edges);
        var found = Frustration.Of(graph);
        Assert.True(found.IsExact);
        Assert.Equal(found.Least, graph.Frustration(found.Divisions[0]), 9);
    }

    [Fact]
    public void Ties_over_the_limit_are_reported_as_incomplete()
    {
        // A ring of odd foes: any one link may be the frustrated one.
        var ring = new SignedGraph(7, Enumerable.Range(0, 7).Select(at => new SignedEdge(at, (at + 1) % 7, -1)));
        var found = Frustration.Of(ring, limit: 3);
        Assert.Equal(1, found.Least, 9);
        Assert.Equal(3, found.Divisions.Count);
        Assert.False(found.IsComplete);
        Assert.Equal(7, Frustration.Of(ring).Divisions.Count);
    }

    [Fact]
    public void What_turning_the_strongest_links_gives_equals_brute_force()
    {
        var random = new Random(5);
        for (var number = 0; number < 300; number++)
        {
            var graph = Connected(random, 2 + random.Next(10), random.NextDouble());
            var turned = Frustration.Turned(graph, 12);
            for (var vertex = 0; vertex < graph.Count; vertex++)
            {
                // Two links between the same vertices may cancel each other out.
                var strongest = graph.Neighbours(vertex).ToArray().Select(link => Math.Abs(link.Weight)).DefaultIfEmpty().Max();
                var edges = graph.Edges.Select(edge => (edge.One == vertex || edge.Other == vertex) && Math.Abs(edge.Weight) >= strongest - 1e-9 ? edge with { Weight = -edge.Weight } : edge);
                Assert.Equal(BruteForce(new(graph.Count, edges)).Least, turned[vertex], 9);
            }
        }
    }

    private static SignedGraph Connected(Random random, int count, double density)
    {
        List<SignedEdge> edges = [];
        var isWhole = random.Next(2) == 0;
        for (var vertex = 1; vertex < count; vertex++)
            edges.Add(new(vertex, random.Next(vertex), Weight()));
        for (var one = 0; one < count; one++)
            for (var other = one + 1; other < count; other++)
                if (random.NextDouble() < density)
                    edges.Add(new(one, other, Weight()));
        return new(count, edges);

        double Weight() => (random.Next(2) == 0 ? 1 : -1) * (isWhole ? 1 + random.Next(3) : 0.05 + random.NextDouble());
    }

    private static (double Least, int Ties) BruteForce(SignedGraph graph)
    {
        var least = double.MaxValue;
        var ties = 0;
        var sides = new bool[graph.Count];
        for (var bits = 0; bits < 1 << (graph.Count - 1); bits++)
        {
            for (var vertex = 1; vertex < graph.Count; vertex++)
                sides[vertex] = ((bits >> (vertex - 1)) & 1) == 1;
            var frustration = graph.Frustration(sides);
            if (frustration < least - 1e-9)
                (least, ties) = (frustration, 1);
            else if (frustration <= least + 1e-9)
                ties++;
        }
        return (least, ties);
    }
}
