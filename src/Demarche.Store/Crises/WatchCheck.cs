using System.Globalization;
using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store.Crises;

/// <summary>Finds what watches wait for. Only what articles tell that were added after the watch was set can fire it, and each thing once.</summary>
/// <remarks>A watch that names an actor waits for that one; one of a crisis with a watch list for those on the list; any other for everybody.</remarks>
internal sealed class WatchCheck(Db db, Packing packing, string now)
{
    // Actors are bound as a JSON list of their numbers; null for everybody.
    private sealed record Watch(long Number, long Crisis, string Kind, string? Actors, string? Office, long? Matter, string Created);

    /// <summary>Checks all watches; gives how often they fired.</summary>
    public int Run(DateOnly today)
    {
        var fired = 0;
        foreach (var (watch, entity, keys) in db.Rows("select w.num, w.crisis, w.kind, w.entity, w.office, w.matter, w.created, coalesce(c.watchlist, '') from watches w left join crises c on c.num = w.crisis",
            row => (new Watch(row.Long(0), row.Long(1), row.Text(2), null, row.TextOrNull(4), row.LongOrNull(5), row.Text(6)), row.LongOrNull(3), row.Text(7))))
        {
            var one = watch with { Actors = Actors(entity, keys) };
            fired += watch.Kind switch { "position" => Positions(one), "deadline" => Deadlines(one, today), _ => Figures(one) };
        }
        return fired;
    }

    // A key that the store does not know yet stands for nobody, so that the list does not become empty.
    private string? Actors(long? entity, string keys) =>
        entity is { } own ? $"[{own.ToString(CultureInfo.InvariantCulture)}]"
        : keys.Length == 0 ? null
        : $"[{string.Join(',', keys.Split('\n').Select(key => (db.Number("select entity from entity_names where key = ?1", key) ?? -1).ToString(CultureInfo.InvariantCulture)))}]";

    // A position that no article told before, and any that was held before on the same matter is another.
    private int Positions(Watch watch) => db.Run(
        """
        insert or ignore into firings(watch, kind, at, day, subject, telling, article)
        select ?1, 'position', ?2, s.day, s.holder || ':' || coalesce(s.toward, 0) || ':' || s.stance || ':' || coalesce(s.day, 0),
            h.name || ' ' || replace(s.stance, '_', ' ') || coalesce(' ' || t.name, '') || coalesce(' (' || s.about || ')', ''),
            (select a.id from positions p join articles a on a.num = p.article where p.spell = s.num order by a.num limit 1)
        from spells s join entities h on h.num = s.holder left join entities t on t.num = s.toward
        where (?3 is null or exists(select 1 from json_each(?3) w where w.value in (s.holder, s.speaker, s.toward))) and (?4 is null or s.office = ?4)
          and (select min(a.added) from positions p join articles a on a.num = p.article where p.spell = s.num and (?5 = 0 or exists(select 1 from article_crises c where c.crisis = ?5 and c.article = a.num))) > ?6
        """, watch.Number, now, watch.Actors, watch.Office, watch.Crisis, watch.Created);

    private int Deadlines(Watch watch, DateOnly today)
    {
        var look = new Lookup(db, packing);
        var fired = 0;
        foreach (var (key, article, id, due, telling) in db.Rows(
            """
            select d.key, d.content_begin, d.content_end, a.num, a.id, d.due,
                'No answer by the deadline: ' || coalesce((select group_concat(e.name, ', ') from demand_parties p join entities e on e.num = p.entity where p.demand = d.num and p.role = 0), '?')
                    || ' to ' || coalesce((select group_concat(e.name, ', ') from demand_parties p join entities e on e.num = p.entity where p.demand = d.num and p.role = 1), '?')
            from demands d join articles a on a.num = d.article
            where d.num = d.head and d.due < ?1 and (a.added > ?2 or d.due >= ?5) and not d.answered
              and (?3 is null or exists(select 1 from demand_parties p join json_each(?3) w on w.value in (p.entity, p.principal) where p.demand = d.num))
              and (?4 = 0 or exists(select 1 from demands t join article_crises c on c.article = t.article and c.crisis = ?4 where t.head = d.num))
            """,
            row => (new EntryKey(row.Key(0), "demand", row.Int(1), row.Int(2)), row.Long(3), row.Text(4), row.Day(5), row.Text(6)),
            today, watch.Created, watch.Actors, watch.Crisis, DateOnly.ParseExact(watch.Created[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture)))
            fired += db.Run("insert or ignore into firings(watch, kind, at, day, subject, telling, article) values(?1, 'deadline', ?2, ?3, ?4, ?5, ?6)",
                watch.Number, now, due, $"demand:{id}#{look.Key(article, key)}", telling, id);
        return fired;
    }

    // A figure that is told of the matter for the first time: another value, or another source.
    private int Figures(Watch watch) => db.Run(
        """
        insert or ignore into firings(watch, kind, at, day, subject, telling, article)
        select ?1, 'figure', ?2, f.day, f.matter || ':' || coalesce(f.value, f.low, f.high) || ':' || coalesce(f.according_to, 0),
            replace(coalesce(f.qualifier || ' ', ''), '_', ' ') || printf('%,d', cast(coalesce(f.value, f.low, f.high) as integer)) || ' ' || m.kind || case when m.unit in ('', 'person') then '' else ' ' || m.unit end
                || coalesce(', according to ' || e.name, ''), a.id
        from figures f join articles a on a.num = f.article join matters m on m.num = f.matter left join entities e on e.num = f.according_to
        where a.added > ?3 and coalesce(f.value, f.low, f.high) is not null and m.kind not in ('duration', 'distance')
          and (?4 is null or f.matter = ?4) and (?5 is null or exists(select 1 from json_each(?5) w where w.value in (f.according_to, m.from_entity, m.to_entity)))
          and (?6 = 0 or exists(select 1 from article_crises c where c.crisis = ?6 and c.article = a.num))
          and not exists(select 1 from figures o join articles b on b.num = o.article where o.matter = f.matter and o.value is f.value and o.low is f.low and o.according_to is f.according_to and b.added <= ?3)
        """, watch.Number, now, watch.Created, watch.Matter, watch.Actors, watch.Crisis);
}
