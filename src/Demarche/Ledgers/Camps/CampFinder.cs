namespace Demarche.Ledgers.Camps;

/// <summary>
/// Divides the actors of a ledger into camps by structural balance (Heider 1946; Cartwright and Harary 1956): the two sides that
/// leave least weight of the record frustrated, friends apart or foes together. Arithmetic on the record, no forecast.
/// </summary>
public static class CampFinder
{
    private const int MostActors = 60;

    /// <summary>The camps as of a day, one division for each group of linked actors, the largest first.</summary>
    public static IReadOnlyList<CampDivision> At(Ledger ledger, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return Divide(ledger, CampLinks.At(ledger, day), day);
    }

    /// <summary>The camps as of a day if one actor took a position.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="day">The day.</param>
    /// <param name="supposed">The position.</param>
    public static IReadOnlyList<CampDivision> If(Ledger ledger, DateOnly day, SupposedPosition supposed)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(supposed);
        return Divide(ledger, CampLinks.At(ledger, day).With(Principal(supposed.Holder), Principal(supposed.Toward), supposed.Stance, "supposed"), day);

        int Principal(LedgerEntity entity) =>
            ledger.Joined.All[int.Parse(entity.Id.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) - 1].Principal;
    }

    private static IReadOnlyList<CampDivision> Divide(Ledger ledger, CampLinks links, DateOnly day)
    {
        var all = links.All().ToList();
        Dictionary<int, double> strengths = [];
        foreach (var (one, other, weight, _) in all)
        {
            strengths[one] = strengths.GetValueOrDefault(one) + Math.Abs(weight);
            strengths[other] = strengths.GetValueOrDefault(other) + Math.Abs(weight);
        }
        var actors = strengths.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostActors).Select(pair => pair.Key).ToArray();
        var vertices = new Dictionary<int, int>(actors.Length);
        for (var at = 0; at < actors.Length; at++)
            vertices[actors[at]] = at;
        var kept = all.Where(link => vertices.ContainsKey(link.One) && vertices.ContainsKey(link.Other)).ToList();
        var graph = new SignedGraph(actors.Length, kept.Select(link => new SignedEdge(vertices[link.One], vertices[link.Other], link.Weight)));
        var evidence = kept.ToDictionary(link => (Math.Min(vertices[link.One], vertices[link.Other]), Math.Max(vertices[link.One], vertices[link.Other])), link => link.Evidence);
        return [.. graph.Components().Select(component => Division(ledger, actors, component, graph.Part(component), evidence, day))];
    }

    private static CampDivision Division(
        Ledger ledger, int[] actors, int[] component, SignedGraph graph, Dictionary<(int, int), List<string>> evidence, DateOnly day)
    {
        var result = Frustration.Of(graph);
        var best = result.Divisions[0];
        // To turn all links of one actor would tell nothing: the index stays the same under such switching (Zaslavsky 1982).
        var turned = Frustration.Turned(graph, 12);
        // Those whose turning lowers the frustration most, or else moves the most weight.
        var lowest = turned.Min();
        var strongest = Enumerable.Range(0, graph.Count).Max(graph.Strength);
        return new()
        {
            AsOf = EdtfDays.Text(day),
            Frustration = Round(result.Least),
            Weight = Round(graph.Edges.Sum(edge => Math.Abs(edge.Weight))),
            Exact = result.IsExact,
            Ties = result.Divisions.Count,
            AllTies = result.IsComplete,
            Members =
            [
                .. Enumerable.Range(0, graph.Count).OrderBy(vertex => best[vertex]).ThenByDescending(graph.Strength).Select(vertex =>
                {
                    var strength = graph.Strength(vertex);
                    return new CampMember
                    {
                        Entity = Id(vertex),
                        Name = ledger.Joined.All[actors[component[vertex]]].Name,
                        Camp = best[vertex] ? "B" : "A",
                        Sure = Round((double)result.Divisions.Count(sides => sides[vertex] == best[vertex]) / result.Divisions.Count),
                        Margin = strength > 0 ? Round(Math.Max(0, graph.CostOfSwitch(best, vertex)) / strength) : 0,
                        Weight = Round(strength),
                        FrustrationIfTurned = Round(turned[vertex]),
                        Pivotal = lowest < result.Least - 1e-9 ? turned[vertex] <= lowest + 1e-9 : strength >= strongest - 1e-9,
                        Evidence = [.. Links(vertex).SelectMany(pair => evidence[pair]).Distinct(StringComparer.Ordinal).Take(12)],
                    };
                }),
            ],
            Links =
            [
                .. graph.Edges.Select(edge => new CampLink
                {
                    One = Id(edge.One),
                    Other = Id(edge.Other),
                    Weight = Round(edge.Weight),
                    Frustrated = edge.Weight > 0 == (best[edge.One] != best[edge.Other]),
                    Evidence = evidence[Pair(edge.One, edge.Other)],
                }),
            ],
            Others = [.. result.Divisions.Skip(1).Select(sides => (IReadOnlyList<string>)[.. Enumerable.Range(0, graph.Count).Where(vertex => sides[vertex] != best[vertex]).Select(Id)])],
        };

        string Id(int vertex) => ledger.Joined.All[actors[component[vertex]]].Id;

        (int, int) Pair(int one, int other) => (Math.Min(component[one], component[other]), Math.Max(component[one], component[other]));

        IEnumerable<(int, int)> Links(int vertex) => graph.Neighbours(vertex).ToArray().OrderByDescending(pair => Math.Abs(pair.Weight)).Select(pair => Pair(vertex, pair.Vertex));
    }

    private static double Round(double value) => Math.Round(value, 4);
}
