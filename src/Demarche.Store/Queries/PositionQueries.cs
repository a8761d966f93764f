using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    private const int MostSources = 5;
    private const string SpellColumns =
        "s.num, s.holder, s.speaker, s.toward, s.stance, s.about, s.office, s.day, s.until, s.inferred, s.confidence, s.marks, s.reports, (select n.stance from spells n where n.num = s.ended_by)";

    /// <summary>Positions over time, each once over all tellings, those taken last first.</summary>
    public Page<PositionView> Positions(PositionFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var page = PageOf(look, SpellColumns, "from spells s", PositionsWhere(look, filter), "order by s.day desc, s.num", paging, SpellRow.Of);
            return new Page<PositionView>([.. page.Items.Select(row => row.View(look))], page.Total, page.Offset);
        });
    }

    /// <summary>Who stands how to what as of a day: actors with most positions first, matters likewise.</summary>
    public PositionMatrix Matrix(DateOnly asOf, string? crisis = null, int holders = 40, int matters = 20) =>
        Read(look => _views.Get(look, "matrix", (asOf, crisis, holders, matters), () => Matrix(look, asOf, crisis, holders, matters)));

    private static PositionMatrix Matrix(Lookup look, DateOnly asOf, string? crisis, int holders, int matters)
    {
        // Claims are no stance to a matter of others; they stand in the recognition table. Rows are in order of weight: what was said
        // before what is inferred, the newest first.
        var where = PositionsWhere(look, new() { AsOf = asOf, Crisis = crisis }).And("s.stance <> 'claims_office'");
        var rows = look.Db.Rows(
            $"""
            select s.num, s.holder, h.name, s.toward, t.name, t.principal, case when s.stance in ('recognizes', 'does_not_recognize') then s.office end, s.about
            from spells s join entities h on h.num = s.holder join entities t on t.num = s.toward{where} order by s.inferred, s.day desc
            """,
            row => new MatrixRow(row.Long(0), row.Long(1), row.Text(2), row.Long(3), row.Text(4), row.Long(5), row.TextOrNull(6), row.TextOrNull(7)), where.Values);
        var matterRows = rows.GroupBy(row => (row.Principal, row.Office)).OrderByDescending(group => group.Select(row => row.Holder).Distinct().Count())
            .ThenBy(group => group.First().TowardName, StringComparer.Ordinal).ThenBy(group => group.Key.Office, StringComparer.Ordinal).Take(matters).ToList();
        var shown = matterRows.SelectMany(group => group).GroupBy(row => row.Holder).OrderByDescending(group => group.Count()).ThenBy(group => group.First().HolderName, StringComparer.Ordinal)
            .Take(holders).Select(group => group.Key).ToList();
        List<MatrixCell> cells = [];
        List<MatterRef> titles = [];
        foreach (var group in matterRows)
        {
            var toward = look.Entity(group.First().Toward);
            var office = group.Key.Office;
            titles.Add(new($"{toward.Key}{(office is null ? "" : "#" + office)}", toward, office, group.Select(row => row.About).FirstOrDefault(about => about is not null && office is not null) is { } about ? $"{toward.Name}: {about}" : toward.Name));
            foreach (var own in group.GroupBy(row => row.Holder))
                if (shown.IndexOf(own.Key) is >= 0 and var at)
                    cells.Add(new(at, titles.Count - 1, Spell(look, own.First().Number)));
        }
        return new(asOf, [.. shown.Select(look.Entity)], titles, cells);
    }

    private sealed record MatrixRow(long Number, long Holder, string HolderName, long Toward, string TowardName, long Principal, string? Office, string? About);

    private static PositionView Spell(Lookup look, long number) => look.Db.First($"select {SpellColumns} from spells s where s.num = ?1", SpellRow.Of, number)!.View(look);

    /// <summary>The offices that positions are taken on, those with most positions first.</summary>
    public IReadOnlyList<OfficeView> Offices() => Read<IReadOnlyList<OfficeView>>(look => _views.Get(look, "offices", 0, () => look.Db.Rows(
        "select office, count(distinct case stance when 'claims_office' then speaker else toward end), count(*) from spells where office is not null group by office order by 3 desc, 1",
        row => new OfficeView(row.Text(0), row.Int(1), row.Int(2)))));

    /// <summary>Who claims an office, and who recognizes whom in it as of a day, each with date and sources.</summary>
    public RecognitionTable Recognition(string office, DateOnly asOf) => Read(look => _views.Get(look, "recognition", (office, asOf), () => Recognition(look, office, asOf)));

    private static RecognitionTable Recognition(Lookup look, string office, DateOnly asOf)
    {
        var rows = look.Db.Rows($"select {SpellColumns} from spells s where s.office = ?1 and (s.day is null or s.day <= ?2) and (s.until is null or s.until > ?2) order by s.day, s.num", SpellRow.Of, office, asOf);
        Dictionary<long, List<SpellRow>> claimants = [];
        foreach (var row in rows)
            if ((row.Stance == "claims_office" ? row.Speaker : row.Stance is "recognizes" or "does_not_recognize" ? row.Toward : null) is { } claimant)
                Of(claimant).Add(row);
        // Who holds a contested office in the articles' eyes is a claimant too.
        foreach (var holder in look.Db.Rows(
            "select distinct r.entity from role_kinds k join article_roles r on r.kind = k.num join entities e on e.num = r.entity join articles a on a.num = r.article where k.office = ?1 and k.status <> 'former' and e.contested = 1 and a.day <= ?2",
            row => row.Long(0), office, asOf))
            Of(holder);
        // All support in one walk: to look it up claimant by claimant reads every spell as often as there are claimants.
        foreach (var row in look.Db.Rows($"select {SpellColumns} from spells s where s.stance = 'supports' and (s.day is null or s.day <= ?1) and (s.until is null or s.until > ?1) order by s.day, s.num", SpellRow.Of, asOf))
            if (row.Toward is { } toward && claimants.TryGetValue(toward, out var own))
                own.Add(row);
        return new RecognitionTable(office, asOf,
        [
            .. claimants.Select(pair => new ClaimantView(look.Entity(pair.Key), pair.Value.Exists(row => row.Stance == "claims_office"), Views(pair.Value, "recognizes"), Views(pair.Value, "does_not_recognize"), Views(pair.Value, "supports")))
                .OrderByDescending(claimant => claimant.RecognizedBy.Count).ThenBy(claimant => claimant.Claimant.Name, StringComparer.Ordinal),
        ]);

        List<SpellRow> Of(long claimant)
        {
            if (!claimants.TryGetValue(claimant, out var own))
                claimants.Add(claimant, own = []);
            return own;
        }

        IReadOnlyList<PositionView> Views(List<SpellRow> own, string stance) => [.. own.Where(row => row.Stance == stance).DistinctBy(row => row.Holder).Select(row => row.View(look))];
    }

    private static Where PositionsWhere(Lookup look, PositionFilter filter)
    {
        var where = new Where().If("(s.day is null or s.day <= @) and (s.until is null or s.until > @)", filter.AsOf).If("s.day >= @", filter.From).If("s.day <= @", filter.Until)
            .If("(s.holder = @ or s.speaker = @)", EntityOf(look, filter.Holder)).If("s.toward = @", EntityOf(look, filter.Toward)).If("s.office = @", filter.Office).In("s.stance", filter.Stances)
            .If("exists(select 1 from positions p join article_crises c on c.article = p.article and c.crisis = @ where p.spell = s.num)", CrisisOf(look, filter.Crisis));
        if (filter.SaidOnly)
            where.And("s.inferred = 0");
        return where;
    }

    private static Where PositionsWhere(Lookup look, PositionFilter filter, out object?[] values)
    {
        var where = PositionsWhere(look, filter);
        values = where.Values;
        return where;
    }

    /// <summary>A row of spells, before names and words are looked up.</summary>
    private sealed record SpellRow(
        long Number, long Holder, long Speaker, long? Toward, string Stance, string? About, string? Office, DateOnly? Day, DateOnly? Until, bool Inferred, double Confidence, string[] Marks, int Reports, string? EndedBy)
    {
        public static SpellRow Of(Row row) => new(
            row.Long(0), row.Long(1), row.Long(2), row.LongOrNull(3), row.Text(4), row.TextOrNull(5), row.TextOrNull(6), row.Day(7), row.Day(8), row.Flag(9), row.Number(10)!.Value, row.List(11), row.Int(12), row.TextOrNull(13));

        public PositionView View(Lookup look) => new()
        {
            Holder = look.Entity(Holder),
            Speaker = look.Entity(Speaker),
            Toward = look.Maybe(Toward),
            Stance = Stance,
            About = About,
            Office = Office,
            AsOf = Day,
            Until = Until,
            Inferred = Inferred,
            Confidence = Confidence,
            Marks = Marks,
            Reports = Reports,
            EndedBy = EndedBy,
            Sources =
            [
                .. look.Db.Rows(
                    "select p.article, p.id, p.key, p.stance, p.sentence, p.begin, p.end from positions p join articles a on a.num = p.article where p.spell = ?1 order by p.day, a.day, a.num limit ?2",
                    row => (Article: row.Long(0), Id: row.Text(1), Key: new EntryKey(row.Key(2), EntryKeys.Position(row.Text(3)), row.Int(5), row.Int(6)), Sentence: row.Int(4)), Number, MostSources)
                    .Select(row => look.Source(row.Article, row.Id, row.Key, row.Sentence, row.Key.Begin, row.Key.End)),
            ],
        };
    }
}
