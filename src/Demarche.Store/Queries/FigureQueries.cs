using System.Globalization;
using System.Text.Json;
using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    private const string FigureColumns = "f.article, f.id, f.key, f.matter, f.value, f.low, f.high, f.qualifier, f.period, f.according_to, f.day, f.sentence, f.begin, f.end";

    /// <summary>Figures, telling by telling, the newest first.</summary>
    public Page<FigureView> Figures(FigureFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look => Figures(look, filter, paging));
    }

    /// <summary>The matters that figures are told of: people harmed first, then what was told last.</summary>
    public Page<FigureMatter> Matters(FigureFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look => _views.Get(look, "matters", (JsonSerializer.Serialize(filter), paging), () =>
        {
            var where = FiguresWhere(look, filter);
            var total = (int)look.Db.Number($"select count(distinct m.num) from figures f join matters m on m.num = f.matter{where}", where.Values)!.Value;
            var values = where.Values;
            var (limit, offset) = (where.Bind(paging.Take), where.Bind(paging.Skip));
            var numbers = look.Db.Rows($"select m.num, count(*) from figures f join matters m on m.num = f.matter{where} group by m.num order by m.kind not in ('killed', 'injured', 'missing', 'arrested', 'displaced'), max(f.day) desc, 2 desc, 1 limit {limit} offset {offset}", row => row.Long(0), where.Values);
            return new Page<FigureMatter>([.. numbers.Select(number => MatterOf(look, number))], total, paging.Skip);
        }));
    }

    /// <summary>The figures of one matter over time, each source its own line; null where there is no such matter.</summary>
    /// <param name="matter">A matter's id.</param>
    /// <param name="until">The last day; all where it is left out.</param>
    public FigureSeries? Series(string matter, DateOnly? until = null) => Read(look =>
    {
        if (!long.TryParse(matter, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || look.Db.Number("select num from matters where num = ?1", number) is null)
            return null;
        var rows = look.Db.Rows($"select {FigureColumns} from figures f where f.matter = ?1 and (?2 is null or f.day <= ?2) order by f.day, f.num limit 5000", FigureRow.Of, number, until);
        var lines = rows.GroupBy(row => row.AccordingTo).OrderByDescending(group => group.Count())
            .Select(group => new FigureLine(look.Maybe(group.Key), [.. group.Select(row => row.View(look))]));
        return new FigureSeries(MatterOf(look, number), [.. lines]);
    });

    private static Page<FigureView> Figures(Lookup look, FigureFilter filter, Paging paging)
    {
        var page = PageOf(look, FigureColumns, "from figures f join matters m on m.num = f.matter", FiguresWhere(look, filter), "order by f.day desc, f.num", paging, FigureRow.Of);
        return new([.. page.Items.Select(row => row.View(look))], page.Total, page.Offset);
    }

    private static Where FiguresWhere(Lookup look, FigureFilter filter)
    {
        var where = new Where().If("f.matter = @", filter.Matter is null ? null : long.TryParse(filter.Matter, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .In("m.kind", filter.Kinds).If("m.unit = @", filter.Unit).If("m.country = @", filter.Country).If("f.according_to = @", EntityOf(look, filter.AccordingTo))
            .If("f.day >= @", filter.From).If("f.day <= @", filter.Until).If("f.article = (select num from articles where id = @)", filter.Article)
            .If("f.article in (select article from article_crises where crisis = @)", CrisisOf(look, filter.Crisis));
        if (filter.WithoutLengths && filter.Kinds.Count == 0)
            where.And("m.kind not in ('duration', 'distance')");
        return where;
    }

    private static FigureMatter MatterOf(Lookup look, long number) => look.Db.First(
        """
        select m.kind, m.unit, m.country, m.from_entity, m.to_entity, (select count(*) from figures f where f.matter = m.num), (select min(f.day) from figures f where f.matter = m.num),
            (select max(f.day) from figures f where f.matter = m.num)
        from matters m where m.num = ?1
        """,
        row => (Kind: row.Text(0), Unit: row.Text(1), Country: row.Text(2), From: row.Long(3), To: row.Long(4), Figures: row.Int(5), First: row.Day(6), Last: row.Day(7)), number) is var matter
        ? new()
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Kind = matter.Kind,
            Unit = Filled(matter.Unit),
            Country = Filled(matter.Country),
            From = matter.From == 0 ? null : look.Entity(matter.From),
            To = matter.To == 0 ? null : look.Entity(matter.To),
            Figures = matter.Figures,
            First = matter.First,
            Last = matter.Last,
        }
        : throw new InvalidOperationException();

    /// <summary>A row of figures, before names and words are looked up.</summary>
    private sealed record FigureRow(
        long Article, string Id, EntryKey Key, long Matter, double? Value, double? Low, double? High, string? Qualifier, string? Period, long? AccordingTo, DateOnly? Day, int Sentence, int Begin, int End)
    {
        public static FigureRow Of(Row row) => new(
            row.Long(0), row.Text(1), new(row.Key(2), "figure", row.Int(12), row.Int(13)), row.Long(3), row.Number(4), row.Number(5), row.Number(6), row.TextOrNull(7), row.TextOrNull(8), row.LongOrNull(9), row.Day(10), row.Int(11), row.Int(12), row.Int(13));

        public FigureView View(Lookup look) => new()
        {
            Matter = MatterOf(look, Matter),
            Value = Value,
            Low = Low,
            High = High,
            Qualifier = Qualifier,
            Period = Period,
            AccordingTo = look.Maybe(AccordingTo),
            Day = Day,
            Source = look.Source(Article, Id, Key, Sentence, Begin, End),
        };
    }
}
