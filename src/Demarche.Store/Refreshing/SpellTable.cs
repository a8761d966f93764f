using Demarche.Ledgers.Joining;
using Demarche.Store.Files;

namespace Demarche.Store.Refreshing;

/// <summary>Makes the spells of positions again, actor by actor, by the ledger's own rules.</summary>
internal sealed class SpellTable(Db db)
{
    private sealed record Told(long Number, long Holder, long? Toward, string Stance, string? Office, string? About, DateOnly? Day, DateOnly? Until, bool IsInferred, double Confidence, long Original);

    /// <summary>Makes the spells of one actor: a state with its head and ministers, or somebody who speaks for himself.</summary>
    public void Make(long principal)
    {
        var told = db.Rows(
            """
            select p.num, p.holder, p.toward, p.stance, p.office, p.about, p.day, p.until, p.inferred, p.confidence / 10000.0, a.original
            from positions p join articles a on a.num = p.article where p.holder in (select num from entities where num = ?1 and principal = ?1 union select num from entities where principal = ?1 and principal <> num) order by p.day, p.article, p.num
            """,
            row => new Told(row.Long(0), row.Long(1), row.LongOrNull(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5), row.Day(6), row.Day(7), row.Flag(8), row.Number(9)!.Value, row.Long(10)), principal);
        db.Run("update positions set spell = null where spell in (select num from spells where holder = ?1)", principal);
        db.Run("delete from spells where holder = ?1", principal);
        if (told.Count == 0)
            return;
        var entities = new EntityJoin();
        Dictionary<long, int> local = [];
        Local(principal, entities, local);
        foreach (var item in told)
        {
            entities.All[Local(item.Holder, entities, local)].Principal = 0;
            if (item.Toward is { } toward)
                Local(toward, entities, local);
        }
        foreach (var (number, at) in local.ToList())
            if (number != principal)
                Complete(number, at, entities, local, principal);
        var stored = local.ToDictionary(pair => pair.Value, pair => pair.Key);
        var spells = new PositionBook(entities).Spells([.. told.Select((item, at) => new PositionTelling
        {
            Holder = local[item.Holder],
            Toward = item.Toward is { } toward ? local[toward] : null,
            Stance = item.Stance,
            Office = item.Office,
            About = item.About,
            From = item.Day,
            Until = item.Until,
            IsInferred = item.IsInferred,
            Confidence = item.Confidence,
            Where = new(at, 0, 0),
        })]);
        Dictionary<string, long> numbers = new(StringComparer.Ordinal);
        foreach (var spell in spells)
        {
            var originals = spell.Tellings.Select(telling => told[telling.Article].Original).Distinct().Count();
            var number = db.Insert(
                "insert into spells(holder, speaker, toward, stance, office, about, day, until, inferred, confidence, marks, reports) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                principal, stored[spell.Speaker], spell.Toward is { } toward ? stored[toward] : null, spell.Stance, spell.Office, spell.About, spell.From, spell.Until, spell.IsInferred, spell.Confidence,
                string.Join('|', spell.Marks), originals);
            numbers.Add(spell.Id, number);
            foreach (var telling in spell.Tellings)
                db.Run("update positions set spell = ?2 where num = ?1", told[telling.Article].Number, number);
        }
        foreach (var spell in spells)
            if (spell.EndedBy is { } ended)
                db.Run("update spells set ended_by = ?2 where num = ?1", numbers[spell.Id], numbers[ended.Id]);
    }

    private static int Local(long number, EntityJoin entities, Dictionary<long, int> local)
    {
        if (!local.TryGetValue(number, out var at))
        {
            at = entities.All.Count;
            entities.All.Add(new(at, "", "", null));
            local.Add(number, at);
        }
        return at;
    }

    // The principal of those toward whom positions are held, and the offices that they claim.
    private void Complete(long number, int at, EntityJoin entities, Dictionary<long, int> local, long holder)
    {
        var state = db.Number("select principal from entities where num = ?1", number) ?? number;
        if (entities.All[at].Principal == at && state != number && state != holder)
            entities.All[at].Principal = Local(state, entities, local);
        var offices = db.Rows("select distinct office from positions where holder = ?1 and stance = 'claims_office' and office is not null", row => row.Text(0), number);
        if (db.Number("select contested from entities where num = ?1", number) == 1)
            offices.AddRange(db.Rows("select distinct k.office from article_roles r join role_kinds k on k.num = r.kind where r.entity = ?1 and k.office <> '' and k.status <> 'former'", row => row.Text(0), number));
        if (offices.Count == 0)
            return;
        Claim(entities.All[at], offices);
        // Of two offices the one that more claim is meant: so the rivals must be known too.
        foreach (var office in offices)
            foreach (var rival in db.Rows(
                """
                select holder from positions where stance = 'claims_office' and office = ?1
                union select r.entity from role_kinds k join article_roles r on r.kind = k.num join entities e on e.num = r.entity and e.contested = 1 where k.office = ?1 and k.status <> 'former'
                """, row => row.Long(0), office))
                if (rival != number)
                    Claim(entities.All[Local(rival, entities, local)], [office]);
    }

    private static void Claim(EntityEntry entity, List<string> offices)
    {
        entity.Contested = true;
        (entity.Offices ??= new(StringComparer.Ordinal)).UnionWith(offices);
    }
}
