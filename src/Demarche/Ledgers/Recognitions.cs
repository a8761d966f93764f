using Demarche.Ledgers.Joining;

namespace Demarche.Ledgers;

/// <summary>Who claims an office, and who recognizes whom in it.</summary>
internal static class Recognitions
{
    public static IReadOnlyList<LedgerOffice> At(Ledger ledger, DateOnly day)
    {
        Dictionary<string, Dictionary<int, List<PositionSpell>>> offices = new(StringComparer.Ordinal);
        foreach (var spell in ledger.Spells)
            if (spell.Office is { } office && spell.Holds(day) && ClaimantOf(spell) is { } claimant)
                Spells(office, claimant).Add(spell);
        foreach (var entity in ledger.Joined.All)
            if (entity.Contested && entity.Offices is { } held)
                foreach (var office in held)
                    if (offices.ContainsKey(office))
                        Spells(office, entity.Number);
        Dictionary<int, List<List<PositionSpell>>> byClaimant = [];
        foreach (var claimants in offices.Values)
            foreach (var (claimant, spells) in claimants)
            {
                if (!byClaimant.TryGetValue(claimant, out var lists))
                    byClaimant.Add(claimant, lists = []);
                lists.Add(spells);
            }
        foreach (var spell in ledger.Spells)
            if (spell.Stance == "supports" && spell.Toward is { } toward && byClaimant.TryGetValue(toward, out var backed) && spell.Holds(day))
                foreach (var spells in backed)
                    spells.Add(spell);
        return
        [
            .. offices.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new LedgerOffice
            {
                Office = pair.Key,
                Claimants =
                [
                    .. pair.Value.Select(claimant => Claimant(ledger, claimant.Key, claimant.Value))
                        .OrderByDescending(claimant => claimant.RecognizedBy.Count).ThenBy(claimant => claimant.Entity, StringComparer.Ordinal),
                ],
            }),
        ];

        List<PositionSpell> Spells(string office, int claimant)
        {
            if (!offices.TryGetValue(office, out var claimants))
                offices.Add(office, claimants = []);
            if (!claimants.TryGetValue(claimant, out var spells))
                claimants.Add(claimant, spells = []);
            return spells;
        }
    }

    private static int? ClaimantOf(PositionSpell spell) => spell.Stance switch
    {
        "claims_office" => spell.Speaker,
        "recognizes" or "does_not_recognize" => spell.Toward,
        _ => null,
    };

    private static LedgerClaimant Claimant(Ledger ledger, int claimant, List<PositionSpell> spells) => new()
    {
        Entity = ledger.Joined.All[claimant].Id,
        Claims = spells.Any(spell => spell.Stance == "claims_office"),
        RecognizedBy = Actors(ledger, spells, "recognizes"),
        NotRecognizedBy = Actors(ledger, spells, "does_not_recognize"),
        SupportedBy = Actors(ledger, spells, "supports"),
    };

    private static IReadOnlyList<LedgerRecognition> Actors(Ledger ledger, List<PositionSpell> spells, string stance) =>
    [
        .. spells.Where(spell => spell.Stance == stance).DistinctBy(spell => spell.Holder)
            .Select(spell => new LedgerRecognition(ledger.Joined.All[spell.Holder].Id, spell.From is { } from ? EdtfDays.Text(from) : null, spell.Id)),
    ];
}
