using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    // A demand as of a day is what tellings up to it say: the last telling that answers it counts.
    private const string Answered = "case when d.answered then (select t.num from demands t where t.head = d.num and t.answer <> 'open' and (t.made is null or t.made <= ?1) order by t.made desc, t.num desc limit 1) end";

    private const string StateOfDemand =
        """
        coalesce(case when d.answered then (select t.answer from demands t where t.head = d.num and t.answer <> 'open' and (t.made is null or t.made <= ?1) order by t.made desc, t.num desc limit 1) end,
            case when d.due < ?1 then 'overdue' else 'open' end)
        """;

    private const string DemandColumns = $"d.num, d.first_made, d.due, {Answered}, {StateOfDemand}";

    /// <summary>Demands as of a day, each once over all tellings, the newest first.</summary>
    public Page<DemandView> Demands(DemandFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look => Demands(look, filter, paging));
    }

    private static Page<DemandView> Demands(Lookup look, DemandFilter filter, Paging paging)
    {
        var asOf = filter.AsOf ?? LastDay(look.Db, filter.Crisis) ?? DateOnly.MaxValue;
        var page = PageOf(look, DemandColumns, "from demands d", DemandsWhere(look, filter, asOf), filter.ByDeadline ? filter.WithDeadline || filter.DueFrom is not null ? "order by d.due, d.num" : "order by d.due is null, d.due, d.num" : "order by d.first_made desc, d.num", paging, DemandRow.Of);
        return new([.. page.Items.Select(row => row.View(look, asOf))], page.Total, page.Offset);
    }

    // The day is ?1 in every part of the query.
    private static Where DemandsWhere(Lookup look, DemandFilter filter, DateOnly asOf)
    {
        var where = new Where();
        where.Bind(asOf);
        where.And("d.num = d.head").And("(d.first_made is null or d.first_made <= ?1)").If("d.due >= @", filter.DueFrom).If("d.due <= @", filter.DueUntil).If("d.first_made >= @", filter.MadeFrom)
            .In(StateOfDemand, filter.States)
            .If("d.num in (select t.head from demand_parties p join demands t on t.num = p.demand where (p.entity = @ or p.principal = @) and p.role = 0)", EntityOf(look, filter.By))
            .If("d.num in (select t.head from demand_parties p join demands t on t.num = p.demand where (p.entity = @ or p.principal = @) and p.role = 1)", EntityOf(look, filter.Of))
            .If("exists(select 1 from demands t join article_crises c on c.article = t.article and c.crisis = @ where t.head = d.num)", CrisisOf(look, filter.Crisis));
        if (filter.WithDeadline)
            where.And("d.due is not null");
        return where;
    }

    private readonly record struct DemandTelling(long Number, long Article, string Id, EntryKey Key, string? Deadline, int Sentence, int Begin, int End, int ContentBegin, int ContentEnd, long Original);

    /// <summary>A row of demands, before names and words are looked up.</summary>
    private sealed record DemandRow(long Head, DateOnly? Made, DateOnly? Due, long? Answered, string State)
    {
        public static DemandRow Of(Row row) => new(row.Long(0), row.Day(1), row.Day(2), row.LongOrNull(3), row.Text(4));

        public DemandView View(Lookup look, DateOnly asOf)
        {
            var tellings = look.Db.Rows(
                """
                select d.num, d.article, d.id, d.key, d.deadline, d.sentence, d.begin, d.end, d.content_begin, d.content_end, a.original
                from demands d join articles a on a.num = d.article where d.head = ?1 and (d.made is null or d.made <= ?2) order by d.made, d.num
                """,
                row => new DemandTelling(row.Long(0), row.Long(1), row.Text(2), new(row.Key(3), "demand", row.Int(8), row.Int(9)), row.TextOrNull(4), row.Int(5), row.Int(6), row.Int(7), row.Int(8), row.Int(9), row.Long(10)), Head, asOf);
            var parties = look.Db.Rows("select role, entity from demand_parties where demand = ?1", row => (Role: row.Int(0), Entity: row.Long(1)), Head);
            var first = tellings[0];
            var answer = Answered is null ? default : look.Db.First("select article, made, answer_begin, answer_end from demands where num = ?1",
                row => (Article: row.Long(0), Made: row.Day(1), Begin: row.IntOrNull(2), End: row.IntOrNull(3)), Answered);
            return new()
            {
                By = [.. parties.Where(party => party.Role == 0).Select(party => look.Entity(party.Entity))],
                Of = [.. parties.Where(party => party.Role == 1).Select(party => look.Entity(party.Entity))],
                Content = look.Words(first.Article, first.ContentBegin, first.ContentEnd),
                Made = Made,
                Deadline = tellings.Select(telling => telling.Deadline).FirstOrDefault(deadline => deadline is not null),
                DeadlineDay = Due,
                State = State,
                Answered = answer.Made,
                AnswerWords = answer is { Begin: { } begin, End: { } end } ? look.Words(answer.Article, begin, end) : null,
                Reports = tellings.Select(telling => telling.Original).Distinct().Count(),
                Sources = [.. tellings.Take(MostSources).Select(telling => look.Source(telling.Article, telling.Id, telling.Key, telling.Sentence, telling.Begin, telling.End))],
            };
        }
    }
}
