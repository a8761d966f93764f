using Demarche.Knowledge;
using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    private const string EntityColumns = "e.num, e.key, e.name, e.kind, e.country, e.sectors, e.wikidata, e.contested, e.local, e.principal, e.articles, e.first_day, e.last_day";

    /// <summary>Actors and everything else that is named, those in most articles first.</summary>
    public Page<EntityView> Entities(EntityFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var where = new Where().And("e.articles > 0").If("e.kind = @", filter.Kind).If("e.country = @", filter.Country).Holds("e.sectors", filter.Sector is null ? [] : [filter.Sector])
                .If("e.num in (select x.entity from article_entities x join article_crises c on c.article = x.article where c.crisis = @)", CrisisOf(look, filter.Crisis));
            if (!filter.Local)
                where.And("e.local = 0");
            foreach (var word in NameKey.Of(filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                where.And("instr(' ' || e.folded, ' ' || @) > 0", word);
            var page = PageOf(look, EntityColumns, "from entities e", where, "order by e.articles desc, e.num", paging, EntityRow.Of);
            return new Page<EntityView>([.. page.Items.Select(row => row.View(look))], page.Total, page.Offset);
        });
    }

    /// <summary>Who has a key; null where the store knows nobody of it.</summary>
    public EntityRef? Entity(string key) => Read(look => look.Maybe(look.Number(key)));

    /// <summary>One actor; null where the store knows none of that key.</summary>
    /// <param name="key">A key of the actor.</param>
    /// <param name="until">The last day that is told of; all where it is left out.</param>
    public ActorView? Actor(string key, DateOnly? until = null) => Read(look =>
    {
        if (look.Number(key) is not { } number)
            return null;
        var last = until?.DayNumber ?? int.MaxValue;
        return new ActorView
        {
            Entity = look.Db.First($"select {EntityColumns} from entities e where e.num = ?1", EntityRow.Of, number)!.View(look),
            Keys = look.Db.Rows("select key from entity_names where entity = ?1 order by key", row => row.Text(0), number),
            Roles = look.Db.Rows(
                """
                select k.title, k.office, k.status, min(a.day), max(a.day), count(*) from article_roles r join role_kinds k on k.num = r.kind join articles a on a.num = r.article
                where r.entity = ?1 and coalesce(a.day, 0) <= ?2 group by k.num order by 4, 6 desc limit 100
                """, row => new RoleView(row.Text(0), Filled(row.Text(1)), row.Text(2), row.Day(3), row.Day(4), row.Int(5)), number, last),
            Counterparts = Counterparts(look, number, last),
            MentionedWith =
            [
                .. look.Db.Rows(
                    """
                    select c.entity, c.number from
                        (select o.entity, count(*) number from (select article from article_entities where entity = ?1 order by article desc limit 2000) m
                            cross join articles a on a.num = m.article and coalesce(a.day, 0) <= ?2
                            cross join article_entities o indexed by article_entities_article on o.article = m.article where o.entity <> ?1 group by 1) c
                        cross join entities e on e.num = c.entity and e.local = 0
                    order by 2 desc, 1 limit 30
                    """, row => (row.Long(0), row.Int(1)), number, last).Select(row => new MentionedWith(look.Entity(row.Item1), row.Item2)),
            ],
            Events = (int)look.Db.Number("select count(*) from event_parties p join events e on e.num = p.event and e.num = e.head where p.entity = ?1 and coalesce(e.day, 0) <= ?2", number, last)!,
            Statements = (int)look.Db.Number("select count(*) from statements where speaker = ?1 and coalesce(day, 0) <= ?2", number, last)!,
            SpokenOf = (int)look.Db.Number("select count(*) from statement_parties p join statements s on s.num = p.statement where p.entity = ?1 and p.role = 1 and coalesce(s.day, 0) <= ?2", number, last)!,
            Positions = (int)look.Db.Number("select count(*) from spells where (holder = ?1 or speaker = ?1) and coalesce(day, 0) <= ?2", number, last)!,
            Demands = (int)look.Db.Number("select count(distinct d.head) from demand_parties p join demands d on d.num = p.demand where p.entity = ?1 and coalesce(d.made, 0) <= ?2", number, last)!,
        };
    });

    private static IReadOnlyList<CounterpartView> Counterparts(Lookup look, long number, int last)
    {
        Dictionary<long, (int Acts, double ActsScore, int Receives, double ReceivesScore, DateOnly? Last)> sums = [];
        foreach (var (other, role, events, score, day) in look.Db.Rows(
            """
            select o.entity, p.role, count(*), coalesce(sum(e.score), 0), max(e.day) from event_parties p join told_events e on e.num = p.event and e.num = e.head join event_parties o on o.event = p.event and o.entity <> p.entity and o.role <> p.role
            where p.entity = ?1 and coalesce(e.day, 0) <= ?2 and e.status = 'actual' group by 1, 2
            """, row => (row.Long(0), row.Int(1), row.Int(2), row.Number(3)!.Value, row.Day(4)), number, last))
        {
            var sum = sums.GetValueOrDefault(other);
            var latest = sum.Last is null || day > sum.Last ? day : sum.Last;
            sums[other] = role == 0 ? (sum.Acts + events, sum.ActsScore + score, sum.Receives, sum.ReceivesScore, latest) : (sum.Acts, sum.ActsScore, sum.Receives + events, sum.ReceivesScore + score, latest);
        }
        return
        [
            .. sums.OrderByDescending(pair => pair.Value.Acts + pair.Value.Receives).ThenBy(pair => pair.Key).Take(50)
                .Select(pair => new CounterpartView(look.Entity(pair.Key), pair.Value.Acts, Math.Round(pair.Value.ActsScore, 3), pair.Value.Receives, Math.Round(pair.Value.ReceivesScore, 3), pair.Value.Last)),
        ];
    }

    /// <summary>A row of entities, before its state is looked up.</summary>
    private sealed record EntityRow(long Number, long Principal, EntityView Bare)
    {
        public static EntityRow Of(Row row) => new(row.Long(0), row.Long(9), new()
        {
            Key = row.Text(1),
            Name = row.Text(2),
            Kind = row.Text(3),
            Country = row.TextOrNull(4),
            Sectors = row.List(5),
            Wikidata = row.TextOrNull(6),
            Contested = row.Flag(7),
            Local = row.Flag(8),
            Articles = row.Int(10),
            First = row.Day(11),
            Last = row.Day(12),
        });

        public EntityView View(Lookup look) => Principal == Number ? Bare : Bare with { SpeaksFor = look.Entity(Principal) };
    }
}
