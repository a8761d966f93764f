using Demarche.Ledgers;
using Demarche.Ledgers.Camps;
using Demarche.Ledgers.Joining;

namespace Demarche.Store.Queries;

/// <summary>
/// The camps of a day out of what the store keeps: positions held on it and, week by week, what actors did to each other. Built as a
/// small ledger, so that the division itself is the library's.
/// </summary>
internal sealed class CampLedger
{
    private readonly Lookup _look;
    private readonly EntityJoin _entities;
    private readonly Dictionary<long, int> _local = [];
    private readonly List<long> _numbers = [];
    private readonly List<long> _acts = [];

    private CampLedger(Lookup look) => (_look, _entities) = (look, new());

    /// <summary>The camps. Entities are named by their keys, evidence by article and key ("path#key").</summary>
    public static IReadOnlyList<CampDivision> At(Lookup look, DateOnly day, long? crisis)
    {
        var camps = new CampLedger(look);
        var spells = camps.Spells(day, crisis);
        var ledger = new Ledger([], camps._entities, camps.Acts(day, crisis ?? 0), [], [], spells, [], day);
        return [.. CampFinder.At(ledger, day).Take(8).Select(camps.Named)];
    }

    private List<PositionSpell> Spells(DateOnly day, long? crisis)
    {
        List<PositionSpell> held = [];
        foreach (var spell in crisis is null ? _look.Spells() : StoredSpell.All(_look.Db, crisis))
            if ((spell.Day ?? int.MinValue) <= day.DayNumber && (spell.Until ?? int.MaxValue) > day.DayNumber)
            {
                var holder = Local(spell.Holder);
                held.Add(new(new()
                {
                    Holder = Local(spell.Speaker),
                    Toward = spell.Toward is { } toward ? Local(toward) : null,
                    Stance = spell.Stance,
                    Office = spell.Office,
                    Confidence = spell.Confidence,
                    IsInferred = spell.IsInferred,
                    Where = default,
                }, holder)
                { Id = spell.Id });
            }
        return held;
    }

    private List<EventEntry> Acts(DateOnly day, long crisis)
    {
        var oldest = day.DayNumber - (int)(CampLinks.HalfLife * 8);
        var rows = _look.Db.Rows("select one, other, week, told, evidence from tension where crisis = ?1 and week between ?2 and ?3 and told <> 0 order by week, one, other",
            row => (One: row.Long(0), Other: row.Long(1), Week: row.Int(2), Told: row.Number(3)!.Value, Evidence: row.Long(4)), crisis, oldest, day);
        // Of many thousand pairs only those with most weight can enter the graph.
        var strongest = rows.GroupBy(row => (row.One, row.Other)).OrderByDescending(pair => pair.Sum(row => Math.Abs(row.Told))).Take(400).SelectMany(pair => pair).OrderBy(row => row.Week).ToList();
        List<EventEntry> entries = new(strongest.Count);
        foreach (var row in strongest)
        {
            // What happened in a week counts as of its middle.
            var when = DateOnly.FromDayNumber(Math.Min(day.DayNumber, row.Week + 3));
            entries.Add(new() { Sort = new("", "actual", [], [], null, null, row.Told, null), Actors = [Local(row.One)], Recipients = [Local(row.Other)], Days = new(when, when), IsExact = true, IsToldAsFact = true });
            entries[^1].Tellings.Add(new(0, 0, entries.Count));
            _acts.Add(row.Evidence);
        }
        return entries;
    }

    private int Local(long number)
    {
        if (_local.TryGetValue(number, out var at))
            return at;
        at = _entities.All.Count;
        _local.Add(number, at);
        _numbers.Add(number);
        var entity = _look.Entity(number);
        _entities.All.Add(new(at, entity.Name, entity.Kind, entity.Country));
        if (_look.Principal(number) is var principal && principal != number)
            _entities.All[at].Principal = Local(principal);
        return at;
    }

    private CampDivision Named(CampDivision division) => division with
    {
        Members = [.. division.Members.Select(member => member with { Entity = Key(member.Entity), Evidence = Evidence(member.Evidence) })],
        Links = [.. division.Links.Select(link => link with { One = Key(link.One), Other = Key(link.Other), Evidence = Evidence(link.Evidence) })],
        Others = [.. division.Others.Select(other => (IReadOnlyList<string>)[.. other.Select(Key)])],
    };

    private string Key(string id) => _look.Entity(_numbers[Number(id) - 1]).Key;

    private List<string> Evidence(IReadOnlyList<string> ids) =>
        [.. ids.Select(id => id[0] == 'v' ? Act(_acts[Number(id) - 1]) : Position(Number(id))).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? Act(long number) => Told(true, number, "select a.id, a.num, e.key, 'event', e.trigger_begin, e.trigger_end from events e join articles a on a.num = e.article where e.num = ?1");

    private string? Position(long spell) => Told(false, spell,
        "select a.id, a.num, p.key, 'position:' || p.stance, p.begin, p.end from positions p join articles a on a.num = p.article where p.spell = ?1 order by p.day, p.num limit 1");

    private string? Told(bool isAct, long number, string sql) => _look.Evidence(isAct, number, () =>
        _look.Db.First(sql, row => (Id: row.Text(0), Article: row.Long(1), Key: new EntryKey(row.Key(2), row.Text(3), row.Int(4), row.Int(5))), number) is { Id: not null } told
            ? $"{told.Id}#{_look.Key(told.Article, told.Key)}" : null);

    private static int Number(string id) => int.TryParse(id.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
