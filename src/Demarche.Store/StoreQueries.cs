using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

/// <summary>
/// What a store can be asked. Each answer is of one moment, also while another thread or program adds. Names are those of
/// docs/record.md; entities are named by their keys over all articles. Thread-safe.
/// </summary>
public sealed partial class StoreQueries : IDisposable
{
    /// <summary>Totals are counted up to here; a list that is longer says this number.</summary>
    public const int MostCounted = 10_000;

    private readonly CrisisStore _store;
    private readonly ReaderPool _readers;
    private volatile SharedLookups _shared = new(-1);

    internal StoreQueries(CrisisStore store)
    {
        _store = store;
        _readers = new(store.File);
    }

    /// <summary>The day of the last article; null where none is dated.</summary>
    public DateOnly? LastDay(string? crisis = null) => Read(look => LastDay(look.Db, crisis));

    /// <summary>How much the store holds.</summary>
    public StoreCounts Counts() => Read(look => _views.Get(look, "counts", 0, () => new StoreCounts(
        Count(look, "articles"), (int)look.Db.Number("select count(*) from articles where original = num")!, Count(look, "events"), Count(look, "statements"), Count(look, "positions"), Count(look, "demands"),
        Count(look, "figures"), Count(look, "entities"))));

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    internal T Read<T>(Func<Lookup, T> read) => _readers.Read(db =>
    {
        var revision = db.Number("select value from meta where key = 'revision'") ?? 0;
        var shared = _shared;
        // An answer of an older moment, while another is newer already, leaves what is shared alone.
        if (!shared.Serves(revision))
        {
            var own = new SharedLookups(revision);
            if (revision >= shared.Revision)
                _shared = own;
            shared = own;
        }
        return read(new(db, _store.Packing, shared));
    });

    private static DateOnly? LastDay(Db db, string? crisis) =>
        (crisis is null
            ? db.Number("select max(day) from articles")
            : db.Number("select max(a.day) from article_crises c join articles a on a.num = c.article where c.crisis = (select num from crises where name = ?1)", crisis)) is { } day
            ? DateOnly.FromDayNumber((int)day) : null;

    private static int Count(Lookup look, string table) => (int)look.Db.Number($"select count(*) from {table}")!;

    // One part of a list, and how many there are in all.
    private static Page<T> PageOf<T>(Lookup look, string columns, string from, Where where, string order, Paging paging, Func<Row, T> make)
    {
        var total = (int)look.Db.Number($"select count(*) from (select 1 {from}{where} limit {MostCounted})", where.Values)!.Value;
        if (total == 0)
            return new([], 0, paging.Skip);
        var values = where.Values;
        var (limit, offset) = (where.Bind(paging.Take), where.Bind(paging.Skip));
        var items = look.Db.Rows($"select {columns} {from}{where} {order} limit {limit} offset {offset}", make, where.Values);
        return new(items, total, paging.Skip);
    }

    // An unknown crisis holds no article.
    private static long? CrisisOf(Lookup look, string? crisis) =>
        crisis is null ? null : look.Db.Number("select num from crises where name = ?1", crisis) ?? -1;

    private static long? EntityOf(Lookup look, string? key) => key is null ? null : look.Number(key) ?? -1;
}

/// <summary>How much a store holds; events and the rest are counted telling by telling.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="DistinctArticles">Articles that are no copies.</param>
/// <param name="Events">Events.</param>
/// <param name="Statements">Statements.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Demands">Demands.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Entities">Entities over all articles.</param>
public sealed record StoreCounts(int Articles, int DistinctArticles, int Events, int Statements, int Positions, int Demands, int Figures, int Entities);
