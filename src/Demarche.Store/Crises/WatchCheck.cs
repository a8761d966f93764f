using Demarche.Store.Files;

namespace Demarche.Store.Crises;

/// <summary>Finds what watches wait for. Only what articles tell that were added after the watch was set can fire it, and each thing once.</summary>
internal static class WatchCheck
{
    private sealed record Watch(long Number, long Crisis, string Kind, long? Entity, string? Office, long? Matter, string Created);

    public static void Run(Db db, string now, DateOnly today)
    {
        foreach (var watch in db.Rows("select num, crisis, kind, entity, office, matter, created from watches",
            row => new Watch(row.Long(0), row.Long(1), row.Text(2), row.LongOrNull(3), row.TextOrNull(4), row.LongOrNull(5), row.Text(6))))
            switch (watch.Kind)
            {
                case "position":
                    Positions(db, watch, now);
                    break;
                case "deadline":
                    Deadlines(db, watch, now, today);
                    break;
                default:
                    Figures(db, watch, now);
                    break;
            }
    }

    // A position that no article told before, and any that was held before on the same matter is another.
    private static void Positions(Db db, Watch watch, string now) => db.Run(
        """
        insert or ignore into firings(watch, kind, at, day, subject, telling, article)
        select ?1, 'position', ?2, s.day, s.holder || ':' || coalesce(s.toward, 0) || ':' || s.stance || ':' || coalesce(s.day, 0),
            h.name || ' ' || replace(s.stance, '_', ' ') || coalesce(' ' || t.name, '') || coalesce(' (' || s.about || ')', ''),
            (select a.id from positions p join articles a on a.num = p.article where p.spell = s.num order by a.num limit 1)
        from spells s join entities h on h.num = s.holder left join entities t on t.num = s.toward
        where (?3 is null or s.holder = ?3 or s.speaker = ?3 or s.toward = ?3) and (?4 is null or s.office = ?4)
          and (select min(a.added) from positions p join articles a on a.num = p.article where p.spell = s.num and (?5 = 0 or exists(select 1 from article_crises c where c.crisis = ?5 and c.article = a.num))) > ?6
        """, watch.Number, now, watch.Entity, watch.Office, watch.Crisis, watch.Created);

    private static void Deadlines(Db db, Watch watch, string now, DateOnly today) => db.Run(
        """
        insert or ignore into firings(watch, kind, at, day, subject, telling, article)
        select ?1, 'deadline', ?2, d.due, 'demand:' || a.id || '#' || d.key,
            'No answer by the deadline: ' || coalesce((select group_concat(e.name, ', ') from demand_parties p join entities e on e.num = p.entity where p.demand = d.num and p.role = 0), '?')
                || ' to ' || coalesce((select group_concat(e.name, ', ') from demand_parties p join entities e on e.num = p.entity where p.demand = d.num and p.role = 1), '?'), a.id
        from demands d join articles a on a.num = d.article
        where d.num = d.head and d.due < ?3 and (a.added > ?4 or d.due >= ?7)
          and not exists(select 1 from demands t where t.head = d.num and t.answer <> 'open')
          and (?5 is null or exists(select 1 from demand_parties p where p.demand = d.num and (p.entity = ?5 or p.principal = ?5)))
          and (?6 = 0 or exists(select 1 from demands t join article_crises c on c.article = t.article and c.crisis = ?6 where t.head = d.num))
        """, watch.Number, now, today, watch.Created, watch.Entity, watch.Crisis, DateOnly.ParseExact(watch.Created[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    // A figure that is told of the matter for the first time: another value, or another source.
    private static void Figures(Db db, Watch watch, string now) => db.Run(
        """
        insert or ignore into firings(watch, kind, at, day, subject, telling, article)
        select ?1, 'figure', ?2, f.day, f.matter || ':' || coalesce(f.value, f.low, f.high) || ':' || coalesce(f.according_to, 0),
            replace(coalesce(f.qualifier || ' ', ''), '_', ' ') || printf('%,d', cast(coalesce(f.value, f.low, f.high) as integer)) || ' ' || m.kind || case when m.unit in ('', 'person') then '' else ' ' || m.unit end
                || coalesce(', according to ' || e.name, ''), a.id
        from figures f join articles a on a.num = f.article join matters m on m.num = f.matter left join entities e on e.num = f.according_to
        where a.added > ?3 and coalesce(f.value, f.low, f.high) is not null and m.kind not in ('duration', 'distance')
          and (?4 is null or f.matter = ?4) and (?5 is null or f.according_to = ?5 or m.from_entity = ?5 or m.to_entity = ?5)
          and (?6 = 0 or exists(select 1 from article_crises c where c.crisis = ?6 and c.article = a.num))
          and not exists(select 1 from figures o join articles b on b.num = o.article where o.matter = f.matter and o.value is f.value and o.low is f.low and o.according_to is f.according_to and b.added <= ?3)
        """, watch.Number, now, watch.Created, watch.Matter, watch.Entity, watch.Crisis);
}
