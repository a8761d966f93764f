using Demarche.Store.Files;

namespace Demarche.Store.Refreshing;

/// <summary>Sums PLOVER's scores by pair of actors and week, for all articles (crisis 0) and for each crisis.</summary>
internal static class TensionTable
{
    /// <summary>Sums a week again; the week is the number of its Monday.</summary>
    public static void Make(Db db, long week)
    {
        db.Run("delete from tension where week = ?1", week);
        Sum(db, 0, week);
        foreach (var crisis in db.Rows("select num from crises", row => row.Long(0)))
            Sum(db, crisis, week);
    }

    /// <summary>Sums all weeks of a crisis whose articles have changed.</summary>
    public static int MakeAll(Db db, long crisis)
    {
        db.Run("delete from tension where crisis = ?1", crisis);
        var weeks = db.Rows("select distinct day - (day % 7) from events where day is not null", row => row.Long(0));
        foreach (var week in weeks)
            Sum(db, crisis, week);
        return weeks.Count;
    }

    // As the ledger counts: what happened, each event once, of dates that are no longer than a week; a state for its head and ministers.
    private static void Sum(Db db, long crisis, long week) => db.Run(
        """
        insert into tension(crisis, one, other, week, score, events, told, evidence)
        select ?1, min(a.principal, r.principal), max(a.principal, r.principal), ?2, sum(e.score), count(*),
            sum(case when e.told = 1 then e.score / sqrt((select count(*) from event_parties x where x.event = e.num and x.role = 0) * (select count(*) from event_parties y where y.event = e.num and y.role = 1)) else 0 end),
            cast(substr(max(printf('%06.1f', abs(e.score)) || e.num), 7) as integer)
        from told_events e join event_parties a on a.event = e.num and a.role = 0 join event_parties r on r.event = e.num and r.role = 1
        where e.num = e.head and e.day between ?2 and ?2 + 6 and e.status = 'actual' and e.score is not null and e.last_day - e.day <= 6 and a.principal <> r.principal
          and (?1 = 0 or exists(select 1 from events t join article_crises c on c.article = t.article and c.crisis = ?1 where t.head = e.num))
        group by 2, 3
        """, crisis, week);
}
