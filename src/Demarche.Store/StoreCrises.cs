using Demarche.Store.Crises;
using Demarche.Store.Refreshing;

namespace Demarche.Store;

/// <summary>A crisis: a name, the words by which its articles are told, and the actors to keep an eye on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Match">Words to find, written as for search; "" for all articles.</param>
/// <param name="Watchlist">Keys of actors: the crisis's watches that name nobody themselves fire only on what one of these takes part in. All where it is empty.</param>
/// <param name="Articles">How many articles belong to it.</param>
public sealed record Crisis(string Name, string Match, IReadOnlyList<string> Watchlist, int Articles);

/// <summary>The crises of a store, and when who looked at them last.</summary>
public sealed class StoreCrises
{
    private readonly CrisisStore _store;

    internal StoreCrises(CrisisStore store) => _store = store;

    /// <summary>All crises by name.</summary>
    public IReadOnlyList<Crisis> List() => _store.Queries.Read<IReadOnlyList<Crisis>>(look => look.Db.Rows(
        "select name, match, watchlist, (select count(*) from article_crises a where a.crisis = c.num) from crises c order by name",
        row => new Crisis(row.Text(0), row.Text(1), row.Text(2).Length == 0 ? [] : row.Text(2).Split('\n'), row.Int(3))));

    /// <summary>Makes a crisis, or changes the one of that name; its articles are found again among all.</summary>
    public Task DefineAsync(string name, string match, IReadOnlyList<string>? watchlist = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(match);
        return _store.WriteAsync(db =>
        {
            db.Run("insert into crises(name, match, watchlist, created) values(?1, ?2, ?3, ?4) on conflict(name) do update set match = ?2, watchlist = ?3", name, match, string.Join('\n', watchlist ?? []), _store.Now());
            var crisis = db.Number("select num from crises where name = ?1", name)!.Value;
            Membership.FindAll(db, crisis, match);
            return TensionTable.MakeAll(db, crisis);
        });
    }

    /// <summary>Forgets a crisis with its watches; its articles stay.</summary>
    public Task RemoveAsync(string name) => _store.WriteAsync(db =>
    {
        var crisis = db.Number("select num from crises where name = ?1", name);
        db.Run("delete from firings where watch in (select num from watches where crisis = ?1)", crisis);
        foreach (var table in new[] { "article_crises", "tension", "watches", "visits" })
            db.Run($"delete from {table} where crisis = ?1", crisis);
        return db.Run("delete from crises where num = ?1", crisis);
    });

    /// <summary>Notes that somebody looks at a crisis now; gives when he did last, UTC, or null.</summary>
    /// <param name="who">Who; the desk's own name for a browser will do.</param>
    /// <param name="crisis">The crisis; all articles where it is left out.</param>
    public Task<string?> VisitAsync(string who, string? crisis = null) => _store.NoteAsync(db =>
    {
        var number = crisis is null ? 0 : db.Number("select num from crises where name = ?1", crisis) ?? -1;
        var last = (string?)db.Value("select at from visits where who = ?1 and crisis = ?2", who, number);
        db.Run("insert or replace into visits(who, crisis, at) values(?1, ?2, ?3)", who, number, _store.Now());
        return last;
    });
}
