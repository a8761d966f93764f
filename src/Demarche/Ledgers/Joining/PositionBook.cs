namespace Demarche.Ledgers.Joining;

/// <summary>
/// Turns tellings of positions into spells. On one matter an actor holds one position at a time: another stance of a later day ends
/// it, a withdrawal too. Two stances of the same day are both kept and marked. What is only inferred from an event does not end
/// what somebody said.
/// </summary>
internal sealed class PositionBook(EntityJoin entities)
{
    private enum Axis : byte
    {
        Recognition, Sympathy, Claim, Neutrality,
    }

    /// <summary>The spells, in order of their begin.</summary>
    public List<PositionSpell> Spells(List<PositionTelling> tellings)
    {
        FillOffices(tellings);
        List<PositionSpell> all = [];
        foreach (var group in tellings.GroupBy(KeyOf))
            all.AddRange(Line([.. group.OrderBy(telling => telling.From ?? DateOnly.MinValue).ThenBy(telling => telling.IsInferred)], group.Key.Holder));
        ChangeSides(all);
        all.Sort((one, other) =>
        {
            var byDay = (one.From ?? DateOnly.MinValue).CompareTo(other.From ?? DateOnly.MinValue);
            return byDay != 0 ? byDay : (one.Holder, one.Toward ?? -1, one.Stance[0]).CompareTo((other.Holder, other.Toward ?? -1, other.Stance[0]));
        });
        for (var number = 0; number < all.Count; number++)
            all[number].Id = "o" + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return all;
    }

    private (int Holder, int Toward, Axis Axis, string? Matter) KeyOf(PositionTelling telling)
    {
        var axis = telling.Stance switch
        {
            "recognizes" or "does_not_recognize" => Axis.Recognition,
            "claims_office" => Axis.Claim,
            "neutral" => Axis.Neutrality,
            _ => Axis.Sympathy,
        };
        var holder = entities.All[telling.Holder].Principal;
        var toward = axis == Axis.Claim ? holder : telling.Toward is { } number ? entities.All[number].Principal : -1;
        return (holder, toward, axis, axis == Axis.Claim || toward < 0 ? telling.Office ?? telling.About : null);
    }

    private static List<PositionSpell> Line(List<PositionTelling> tellings, int holder)
    {
        List<PositionSpell> spells = [];
        PositionSpell? current = null;
        foreach (var telling in tellings)
        {
            var same = spells.FindLast(spell => spell.Stance == telling.Stance && (spell.Until is null || telling.From is null || spell.Until > telling.From));
            if (same is not null && (same == current || same.From == telling.From || telling.IsInferred))
                same.Add(telling);
            else
            {
                var next = new PositionSpell(telling, holder);
                if (telling.From is null)
                    next.Marks.Add("undated");
                spells.Add(next);
                if (current is { Until: null } && current.Stance != next.Stance)
                {
                    if (telling.IsInferred && !current.IsInferred)
                        next.Marks.Add("at_odds_with_words");
                    else if (current.From == next.From || current.From is null || next.From is null)
                        current.Contradict(next);
                    else
                        (current.Until, current.EndedBy) = (next.From, next);
                }
                if (!(telling.IsInferred && current is { IsInferred: false, Until: null }))
                    current = next;
                same = next;
            }
            if (telling.Until is { } until && (same.Until is null || until < same.Until))
            {
                same.Until = until;
                if (until < same.From)
                    same.Marks.Add("ends_before_it_begins");
            }
        }
        return spells;
    }

    // Who recognizes a second claimant of an office no longer recognizes the first; on the same day that is a contradiction.
    private static void ChangeSides(List<PositionSpell> all)
    {
        foreach (var group in all.Where(spell => spell.Stance == "recognizes" && spell.Office is not null).GroupBy(spell => (spell.Holder, spell.Office)))
        {
            var spells = group.OrderBy(spell => spell.From ?? DateOnly.MinValue).ToList();
            for (var at = 1; at < spells.Count; at++)
            {
                var (before, after) = (spells[at - 1], spells[at]);
                if (before.Toward == after.Toward || (before.Until is { } until && until <= after.From))
                    continue;
                if (before.From == after.From || before.From is null || after.From is null)
                    before.Contradict(after);
                else
                    (before.Until, before.EndedBy) = (after.From, after);
            }
        }
    }

    // A recognition whose office the article does not name is of the one office that its target claims against a rival.
    private void FillOffices(List<PositionTelling> tellings)
    {
        Dictionary<string, HashSet<int>> claimants = new(StringComparer.Ordinal);
        foreach (var entity in entities.All)
            if (entity.Contested && entity.Offices is { } offices)
                foreach (var office in offices)
                    Claimant(office, entity.Number);
        foreach (var telling in tellings)
            if (telling.Stance == "claims_office" && telling.Office is { } office)
                Claimant(office, telling.Holder);
        Dictionary<int, List<(int Claimants, string Office)>> claimed = [];
        foreach (var (key, numbers) in claimants.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            foreach (var number in numbers)
            {
                if (!claimed.TryGetValue(number, out var known))
                    claimed.Add(number, known = []);
                known.Add((numbers.Count, key));
            }
        foreach (var known in claimed.Values)
            known.Sort((one, other) => other.Claimants.CompareTo(one.Claimants));
        foreach (var telling in tellings)
        {
            if (telling.Office is not null || telling.Toward is not { } toward || telling.Stance is not ("recognizes" or "does_not_recognize"))
                continue;
            if (claimed.TryGetValue(toward, out var contested) && (contested.Count == 1 || contested[0].Claimants > contested[1].Claimants))
                telling.Office = contested[0].Office;
        }

        void Claimant(string office, int number)
        {
            if (!claimants.TryGetValue(office, out var known))
                claimants.Add(office, known = []);
            known.Add(number);
        }
    }
}
