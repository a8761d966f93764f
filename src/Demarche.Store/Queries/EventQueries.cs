using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    private const string EventColumns =
        "e.num, e.article, e.id, e.key, e.type, e.modes, e.contexts, e.cameo, e.quad, e.score, e.goldstein, e.date, e.day, e.place, e.status, e.told, e.reported_by, e.rule, e.confidence, e.sentence, e.begin, e.end, e.reports, e.trigger_begin, e.trigger_end";

    /// <summary>Events, each once over all tellings, the newest first.</summary>
    public Page<EventView> Events(EventFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var (from, where) = EventsWhere(look, filter);
            var page = PageOf(look, EventColumns, from, where, filter.OldestFirst ? "order by e.day is null, e.day, e.num" : "order by e.day desc, e.num", paging, EventRow.Of);
            return new Page<EventView>([.. page.Items.Select(row => row.View(look))], page.Total, page.Offset);
        });
    }

    /// <summary>All tellings of the event that has a telling with this key in this article, the first published first.</summary>
    public IReadOnlyList<EventView> Tellings(string article, string key) => Read<IReadOnlyList<EventView>>(look =>
    {
        var head = look.Db.Rows("select t.head, t.article, t.key, t.trigger_begin, t.trigger_end from events t join articles b on b.num = t.article where b.id = ?1",
            row => (Head: row.Long(0), Article: row.Long(1), Key: new EntryKey(row.Key(2), "event", row.Int(3), row.Int(4))), article).Find(row => look.Key(row.Article, row.Key) == key).Head;
        return [.. look.Db.Rows($"select {EventColumns} from told_events e join articles a on a.num = e.article where e.head = ?1 order by a.day is null, a.day, a.published_at, a.num", EventRow.Of, head).Select(row => row.View(look))];
    });

    /// <summary>How many events of each type there were in each week, and the sum of their scores: for a chart.</summary>
    public IReadOnlyList<EventCount> EventCounts(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read<IReadOnlyList<EventCount>>(look =>
        {
            var (from, where) = EventsWhere(look, filter);
            where.And("e.day is not null");
            return look.Db.Rows($"select e.day - (e.day % 7), e.type, count(*), coalesce(sum(e.score), 0) {from}{where} group by 1, 2 order by 1, 2",
                row => new EventCount(row.Day(0)!.Value, row.Text(1), row.Int(2), row.Number(3)!.Value), where.Values);
        });
    }

    /// <summary>Where events took place, the places with most events first.</summary>
    public IReadOnlyList<MapPoint> Map(EventFilter filter, int limit = 500)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look => Map(look, filter, limit));
    }

    private static IReadOnlyList<MapPoint> Map(Lookup look, EventFilter filter, int limit)
    {
        var (from, where) = EventsWhere(look, filter);
        where.And("e.place is not null");
        Dictionary<long, (int Events, double Score, DateOnly? Last, Dictionary<string, int> Types)> points = [];
        foreach (var (place, type, events, score, last) in look.Db.Rows($"select e.place, e.type, count(*), coalesce(sum(e.score), 0), max(e.day) {from}{where} group by 1, 2",
            row => (row.Long(0), row.Text(1), row.Int(2), row.Number(3)!.Value, row.Day(4)), where.Values))
        {
            var (sum, total, latest, types) = points.TryGetValue(place, out var known) ? known : (0, 0, null, new(StringComparer.Ordinal));
            types[type] = events;
            points[place] = (sum + events, total + score, last > latest || latest is null ? last : latest, types);
        }
        return
        [
            .. points.OrderByDescending(point => point.Value.Events).ThenBy(point => point.Key).Take(limit)
                .Select(point => new MapPoint(PlaceOf(look, point.Key)!, point.Value.Events, point.Value.Score, point.Value.Last, point.Value.Types))
                .Where(point => point.Place.Lat is not null),
        ];
    }

    private static PlaceRef? PlaceOf(Lookup look, long? number) => number is null ? null : look.Db.First(
        "select name, country, admin1, precision, lat, lon, geonameid from places where num = ?1",
        row => new PlaceRef(row.Text(0), Filled(row.Text(1)), Filled(row.Text(2)), row.Text(3), row.Number(4), row.Number(5), row.LongOrNull(6)), number);

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static (string From, Where Where) EventsWhere(Lookup look, EventFilter filter)
    {
        var where = new Where().And(filter.Article is null ? "e.num = e.head" : "1");
        where.In("e.type", filter.Types).In("e.status", filter.Statuses).In("e.quad", filter.Quads).Holds("e.modes", filter.Modes).Holds("e.contexts", filter.Contexts)
            .If("e.day >= @", filter.From).If("e.day <= @", filter.Until).If("e.country = @", filter.Country).If("e.place in (select num from places where name = @)", filter.Place)
            .If("e.confidence >= @", filter.MinConfidence * 10_000).If("e.reports >= @", filter.MinReports).If("e.article = (select num from articles where id = @)", filter.Article)
            .If("exists(select 1 from events t join article_crises c on c.article = t.article and c.crisis = @ where t.head = e.num)", CrisisOf(look, filter.Crisis))
            .If("e.num in (select event from event_parties where entity = @ and role = 0 union select event from event_parties where principal = @ and principal <> entity and role = 0)", EntityOf(look, filter.Actor))
            .If("e.num in (select event from event_parties where entity = @ and role = 1 union select event from event_parties where principal = @ and principal <> entity and role = 1)", EntityOf(look, filter.Recipient));
        if (filter.FactsOnly)
            where.And("e.told = 1");
        if (EntityOf(look, filter.Entity) is { } one)
        {
            if (EntityOf(look, filter.Counterpart) is { } other)
            {
                var (first, second) = (where.Bind(one), where.Bind(other));
                where.And($"""
                    e.num in (select p.event from event_parties p where (p.entity = {first} or (p.principal = {first} and p.principal <> p.entity))
                        and exists(select 1 from event_parties q where q.event = p.event and q.role <> p.role and (q.entity = {second} or q.principal = {second})))
                    """);
            }
            else
                where.And("e.num in (select event from event_parties where entity = @ union select event from event_parties where principal = @ and principal <> entity)", one);
        }
        return ("from told_events e", where);
    }

    /// <summary>A row of events, before names are looked up.</summary>
    private sealed record EventRow(long Number, long Article, EventView Bare, string Id, EntryKey Key, long? Place, long? ReportedBy, int Sentence, int Begin, int End)
    {
        public static EventRow Of(Row row) => new(row.Long(0), row.Long(1), new()
        {
            Type = row.Text(4),
            Modes = row.List(5),
            Contexts = row.List(6),
            Cameo = row.TextOrNull(7),
            Quad = row.IntOrNull(8),
            Score = row.Number(9),
            Goldstein = row.Number(10),
            Date = row.TextOrNull(11) ?? row.IsoDay(12),
            Day = row.Day(12),
            Status = row.Text(14),
            Asserted = !row.Flag(15),
            Rule = row.Text(17),
            Confidence = row.Number(18)!.Value / 10_000,
            Reports = row.Int(22),
            Source = null!,
        }, row.Text(2), new(row.Key(3), "event", row.Int(23), row.Int(24)), row.LongOrNull(13), row.LongOrNull(16), row.Int(19), row.Int(20), row.Int(21));

        public EventView View(Lookup look)
        {
            var parties = look.Db.Rows("select role, entity from event_parties where event = ?1", row => (Role: row.Int(0), Entity: row.Long(1)), Number);
            return Bare with
            {
                Actor = [.. parties.Where(party => party.Role == 0).Select(party => look.Entity(party.Entity))],
                Recipient = [.. parties.Where(party => party.Role == 1).Select(party => look.Entity(party.Entity))],
                Place = PlaceOf(look, Place),
                ReportedBy = look.Maybe(ReportedBy),
                Source = look.Source(Article, Id, Key, Sentence, Begin, End),
            };
        }
    }
}
