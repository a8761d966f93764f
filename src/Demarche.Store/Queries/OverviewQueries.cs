using Demarche.Ledgers.Camps;
using Demarche.Ledgers.Tension;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    private const int MostWeeks = 260;
    private const int MapDays = 30;
    private readonly ViewCache _views = new();

    /// <summary>The state of a crisis as of a day, and what changed since another.</summary>
    public Overview Overview(OverviewFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var asOf = filter.AsOf ?? LastDay(look.Db, filter.Crisis) ?? DateOnly.FromDateTime(_store.Options.Clock.GetUtcNow().UtcDateTime);
            var since = filter.Since ?? asOf.AddDays(-7);
            return _views.Get(look, "overview", (asOf, since, filter.Crisis), () => Overview(look, filter, asOf, since));
        });
    }

    private Overview Overview(Lookup look, OverviewFilter filter, DateOnly asOf, DateOnly since)
    {
        var crisis = CrisisOf(look, filter.Crisis);
        var taken = look.Db.Rows(
            $"select {SpellColumns} from spells s{PositionsWhere(look, new() { From = since, Until = asOf, Crisis = filter.Crisis }, out var values)} order by s.inferred, s.day desc, s.reports desc limit 30", SpellRow.Of, values);
        return new Overview
        {
            AsOf = asOf,
            Since = since,
            Articles = CountArticles(look, crisis, null, asOf, false),
            DistinctArticles = CountArticles(look, crisis, null, asOf, true),
            NewArticles = CountArticles(look, crisis, since, asOf, false),
            ChangedPositions = [.. taken.Select(row => row.View(look))],
            NewDemands = Demands(look, new() { AsOf = asOf, MadeFrom = since, Crisis = filter.Crisis }, new(0, 10)).Items,
            Deadlines = Demands(look, new() { AsOf = asOf, States = ["open"], DueFrom = asOf, WithDeadline = true, ByDeadline = true, Crisis = filter.Crisis }, new(0, 20)).Items,
            RunOut = Demands(look, new() { AsOf = asOf, States = ["overdue"], DueFrom = since, DueUntil = asOf, WithDeadline = true, ByDeadline = true, Crisis = filter.Crisis }, new(0, 20)).Items,
            Events = Weighty(look, since, asOf, filter.Crisis),
            Tension = Tension(look, asOf, crisis ?? 0, 8),
            Camps = Camps(look, asOf, crisis),
            Map = Map(look, new() { From = asOf.AddDays(-MapDays), Until = asOf, Statuses = ["actual"], Crisis = filter.Crisis }, 200),
            Figures = Figures(look, new() { Until = asOf, Kinds = ["killed", "injured", "arrested", "displaced", "missing", "money"], Crisis = filter.Crisis }, new(0, 12)).Items,
        };
    }

    /// <summary>The pairs of actors with most events up to a day, week by week.</summary>
    public IReadOnlyList<DyadView> Tension(DateOnly asOf, string? crisis = null, int limit = 20) =>
        Read(look => _views.Get(look, "tension", (asOf, crisis, limit), () => Tension(look, asOf, CrisisOf(look, crisis) ?? 0, limit)));

    /// <summary>The dealings of two actors week by week; null where there are none.</summary>
    public DyadView? Tension(string one, string other, DateOnly asOf, string? crisis = null) => Read(look =>
    {
        var (first, second) = (EntityOf(look, one) ?? -1, EntityOf(look, other) ?? -1);
        return Dyad(look, Math.Min(first, second), Math.Max(first, second), asOf, CrisisOf(look, crisis) ?? 0);
    });

    /// <summary>The camps as of a day. Members are named by their keys over all articles; evidence is "article#key".</summary>
    public IReadOnlyList<CampDivision> Camps(DateOnly asOf, string? crisis = null) => Read(look => Camps(look, asOf, CrisisOf(look, crisis)));

    private static int CountArticles(Lookup look, long? crisis, DateOnly? from, DateOnly until, bool distinct) => (int)look.Db.Number(
        (crisis is null ? "select count(*) from articles a where" : "select count(*) from article_crises c join articles a on a.num = c.article where c.crisis = ?4 and")
            + " (?1 is null or a.day >= ?1) and a.day <= ?2 and (?3 = 0 or a.original = a.num)",
        crisis is null ? [from, until, distinct] : [from, until, distinct, crisis])!.Value;

    // What most tell and what weighs most: a report counts as two points of score.
    private static IReadOnlyList<EventView> Weighty(Lookup look, DateOnly since, DateOnly asOf, string? crisis)
    {
        var (from, where) = EventsWhere(look, new() { From = since, Until = asOf, Statuses = ["actual"], FactsOnly = true, Crisis = crisis });
        return [.. look.Db.Rows($"select {EventColumns} {from}{where} order by e.reports * 2 + abs(coalesce(e.score, 0)) desc, e.day desc, e.num limit 15", EventRow.Of, where.Values).Select(row => row.View(look))];
    }

    private static IReadOnlyList<DyadView> Tension(Lookup look, DateOnly asOf, long crisis, int limit)
    {
        var now = TensionFinder.Monday(asOf);
        return
        [
            .. look.Db.Rows("select one, other from tension where crisis = ?1 and week <= ?2 and week > ?3 group by one, other having sum(events) >= 3 order by sum(events) desc, one, other limit ?4",
                row => (One: row.Long(0), Other: row.Long(1)), crisis, now, now - (MostWeeks * 7), limit).Select(pair => Dyad(look, pair.One, pair.Other, asOf, crisis)!),
        ];
    }

    private static DyadView? Dyad(Lookup look, long one, long other, DateOnly asOf, long crisis)
    {
        var now = TensionFinder.Monday(asOf);
        var weeks = look.Db.Rows("select week, score, events from tension where crisis = ?1 and one = ?2 and other = ?3 and week <= ?4 and week > ?5", row => (Week: row.Int(0), Score: row.Number(1)!.Value, Events: row.Int(2)),
            crisis, one, other, now, now - (MostWeeks * 7)).ToDictionary(row => row.Week, row => (row.Score, row.Events));
        if (weeks.Count == 0)
            return null;
        var (first, second) = (look.Entity(one), look.Entity(other));
        var tension = TensionFinder.Tension(first.Key, second.Key, weeks, weeks.Values.Sum(week => week.Events), now);
        return new(first, second, tension.Current, tension.Baseline, tension.Events, tension.Weeks, tension.Changes);
    }

    // Finding camps takes longer than all else of an overview.
    private IReadOnlyList<CampDivision> Camps(Lookup look, DateOnly asOf, long? crisis) => _views.Get(look, "camps", (asOf, crisis ?? 0), () => CampLedger.At(look, asOf, crisis));
}
