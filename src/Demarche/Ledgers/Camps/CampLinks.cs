namespace Demarche.Ledgers.Camps;

/// <summary>What positions and events say about pairs of actors as of a day.</summary>
internal sealed class CampLinks
{
    /// <summary>After so many days an event counts half.</summary>
    public const double HalfLife = 30;
    private readonly Dictionary<(int, int), (double Positions, double Events, List<string> Evidence)> _links = [];

    private CampLinks()
    {
    }

    /// <summary>The links of a ledger: positions that are held on the day, rival claims, and what happened up to it.</summary>
    public static CampLinks At(Ledger ledger, DateOnly day)
    {
        var links = new CampLinks();
        Dictionary<string, List<(int Actor, string Id)>> claims = new(StringComparer.Ordinal);
        foreach (var spell in ledger.Spells)
        {
            if (!spell.Holds(day))
                continue;
            if (spell.Stance == "claims_office" && spell.Office is { } office)
            {
                if (!claims.TryGetValue(office, out var actors))
                    claims.Add(office, actors = []);
                actors.Add((spell.Speaker, spell.Id));
            }
            else if (spell.Toward is { } toward)
                links.Take(spell.Holder, ledger.Joined.All[toward].Principal, WeightOf(spell.Stance) * spell.Confidence * (spell.IsInferred ? 0.5 : 1), spell.Id);
        }
        foreach (var actors in claims.Values)
            for (var one = 0; one < actors.Count; one++)
                for (var other = one + 1; other < actors.Count; other++)
                    links.Take(actors[one].Actor, actors[other].Actor, -1, actors[one].Id, actors[other].Id);
        links.TakeEvents(ledger, day);
        return links;
    }

    /// <summary>The same links with a position in place of whatever one actor holds toward the other.</summary>
    public CampLinks With(int one, int other, string stance, string evidence)
    {
        var changed = new CampLinks();
        foreach (var (key, (positions, events, list)) in _links)
            changed._links.Add(key, (positions, events, [.. list]));
        changed._links.Remove(Key(one, other));
        changed.Take(one, other, WeightOf(stance), evidence);
        return changed;
    }

    /// <summary>The weights, −1 to 1, with what they rest on.</summary>
    public IEnumerable<(int One, int Other, double Weight, List<string> Evidence)> All() =>
        _links.Select(pair => (pair.Key.Item1, pair.Key.Item2, Math.Clamp(Math.Clamp(pair.Value.Positions, -1, 1) + (0.5 * Math.Tanh(pair.Value.Events / 10)), -1, 1), pair.Value.Evidence))
            .Where(link => Math.Abs(link.Item3) >= 0.02)
            .OrderBy(link => link.Item1).ThenBy(link => link.Item2);

    /// <summary>How much a stance weighs.</summary>
    public static double WeightOf(string stance) => stance switch
    {
        "recognizes" or "supports" => 1,
        "does_not_recognize" => -0.8,
        "opposes" => -0.6,
        _ => 0,
    };

    // What happened, on PLOVER's scale of −10 to 10, halved every thirty days. What is only asserted, planned or denied is left out.
    private void TakeEvents(Ledger ledger, DateOnly day)
    {
        var entities = ledger.Joined.All;
        for (var number = 0; number < ledger.AllEvents.Count; number++)
        {
            var item = ledger.AllEvents[number];
            if (item.Sort.Status != "actual" || !item.IsToldAsFact || item.Sort.Score is not { } score || item.Days is not { } days || days.First > day)
                continue;
            var age = day.DayNumber - days.First.DayNumber;
            if (age > HalfLife * 8)
                continue;
            var weight = score * Math.Pow(0.5, age / HalfLife);
            // A list of many actors on many recipients is one act: it weighs once.
            weight /= Math.Max(1, item.Actors.Length * item.Recipients.Length) switch { 1 => 1, var pairs => Math.Sqrt(pairs) };
            foreach (var actor in item.Actors)
                foreach (var recipient in item.Recipients)
                    Take(entities[actor].Principal, entities[recipient].Principal, 0, "v" + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), weight);
        }
    }

    private void Take(int one, int other, double position, string evidence, double score = 0) => Take(one, other, position, evidence, null, score);

    private void Take(int one, int other, double position, string evidence, string? second, double score = 0)
    {
        if (one == other || (position == 0 && score == 0))
            return;
        var key = Key(one, other);
        var (positions, events, list) = _links.TryGetValue(key, out var known) ? known : (0, 0, []);
        if (list.Count < 12)
            list.Add(evidence);
        if (second is not null)
            list.Add(second);
        _links[key] = (positions + position, events + score, list);
    }

    private static (int, int) Key(int one, int other) => one < other ? (one, other) : (other, one);
}
