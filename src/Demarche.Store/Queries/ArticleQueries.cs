using Demarche.Records;
using Demarche.Store.Adding;
using Demarche.Store.Files;
using Demarche.Store.Queries;
using Demarche.Store.Reviews;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    private const string ArticleColumns =
        """
        a.num, a.id, a.uri, a.publisher, a.headline, a.published, a.dateline, a.language, a.added, a.coded, o.id, a.likeness, a.sentences, a.words,
        (select count(*) from events e where e.article = a.num), (select count(*) from statements s where s.article = a.num)
        """;

    /// <summary>Articles, found by words or listed, the newest first.</summary>
    public Page<ArticleView> Articles(ArticleFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var where = new Where().If("a.day >= @", filter.From).If("a.day <= @", filter.Until).If("a.publisher = @", filter.Publisher).If("a.added >= @", filter.AddedSince)
                .If("a.num in (select article from article_entities where entity = @)", EntityOf(look, filter.Entity))
                .If("a.num in (select article from article_crises where crisis = @)", CrisisOf(look, filter.Crisis));
            if (filter.Distinct)
                where.And("a.original = a.num");
            var order = "order by a.day desc, a.num desc";
            var from = "from articles a";
            if (!string.IsNullOrWhiteSpace(filter.Search))
            {
                if (SearchWords.Of(filter.Search) is not { } query)
                    return new([], 0, paging.Skip);
                if (filter.ByRelevance)
                {
                    from = "from article_words w cross join articles a on a.num = w.rowid";
                    where.And("article_words match @", query);
                    order = "order by bm25(article_words, 4.0, 1.0)";
                }
                else
                    where.And("a.num in (select rowid from article_words where article_words match @)", query);
            }
            var numbers = PageOf(look, "a.num", from, where, order, paging, row => row.Long(0));
            return new Page<ArticleView>([.. numbers.Items.Select(number => Article(look, number, filter.Search))], numbers.Total, numbers.Offset);
        });
    }

    /// <summary>One article with its record; null where the store has none of that id.</summary>
    public ArticleDetail? Article(string id) => Read(look =>
    {
        if (look.Db.Number("select num from articles where id = ?1", id) is not { } number)
            return null;
        var coded = _store.Packing.Record((byte[])look.Db.Value("select body from bodies where article = ?1", number)!) with { Id = id };
        var copies = look.Db.Rows("select id from articles where original = (select original from articles where num = ?1) and num <> ?1", row => row.Text(0), number);
        var log = ReviewLog.Of(look.Db, id);
        var reviewed = log.IsEmpty ? new(coded, []) : ReviewedRecord.Apply(coded, log, look.Db);
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        foreach (var entity in reviewed.Record.Entities)
            if (KeyIn(look, log, entity) is { } known)
                keys[entity.Id] = look.Entity(known).Key;
        return new ArticleDetail(Article(look, number, null), reviewed.Record, coded, copies, keys, reviewed.Rejected);
    });

    /// <summary>Records with reviews applied, article by article in the order in which they were added, for export; each is read when it is asked for.</summary>
    /// <param name="crisis">Those of one crisis.</param>
    /// <param name="asCoded">As the coder made them, without reviews.</param>
    public IEnumerable<Record> Records(string? crisis = null, bool asCoded = false)
    {
        var last = 0L;
        while (true)
        {
            var after = last;
            var part = Read(look => look.Db.Rows(
                crisis is null
                    ? "select a.num, a.id, b.body from articles a join bodies b on b.article = a.num where a.num > ?1 order by a.num limit 64"
                    : "select a.num, a.id, b.body from articles a join bodies b on b.article = a.num where a.num > ?1 and a.num in (select article from article_crises where crisis = ?2) order by a.num limit 64",
                row => (Number: row.Long(0), Record: _store.Packing.Record(row.Bytes(2)) with { Id = row.Text(1) }),
                crisis is null ? [after] : [after, CrisisOf(look, crisis)]).ConvertAll(row => asCoded ? row : (row.Number, ReviewedRecord.Of(row.Record, look.Db))));
            foreach (var (number, record) in part)
            {
                last = number;
                yield return record;
            }
            if (part.Count < 64)
                yield break;
        }
    }

    private static long? KeyIn(Lookup look, ReviewLog log, RecordEntity entity)
    {
        var keys = EntityKeys.Of(entity);
        foreach (var key in new[] { keys.Known, keys.Named })
            if (key is not null && log.Splits.TryGetValue(key, out var own))
                return look.Number(own.Key);
        return (keys.Known is { } known ? look.Number(known) : null) ?? (keys.Named is { } named ? look.Number(named) : null);
    }

    private static ArticleView Article(Lookup look, long number, string? search) => look.Db.First(
        $"select {ArticleColumns} from articles a left join articles o on o.num = a.original and o.num <> a.num where a.num = ?1",
        row => new ArticleView
        {
            Id = row.Text(1),
            Uri = row.TextOrNull(2),
            Publisher = row.TextOrNull(3),
            Headline = row.TextOrNull(4),
            Published = row.TextOrNull(5),
            Dateline = row.TextOrNull(6),
            Language = row.TextOrNull(7),
            Added = row.Text(8),
            Coded = row.Text(9),
            CopyOf = row.TextOrNull(10),
            Copy = row.TextOrNull(10) is null ? null : row.Number(11) > 0.97 ? "copy" : "version",
            Sentences = row.Int(12),
            Words = row.Int(13),
            Events = row.Int(14),
            Statements = row.Int(15),
        }, number)! with { Snippet = Snippets.Of(look.Text(number), search) };
}
