using System.Globalization;
using Demarche.Store.Files;

namespace Demarche.Store;

/// <summary>What is waited for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Crisis">The crisis; null for all articles.</param>
/// <param name="Kind">position (one that is new or changed), deadline (one that ran out unanswered) or figure (a new one).</param>
/// <param name="Entity">The key of who must take part; null for everybody.</param>
/// <param name="Office">The office that positions must be on.</param>
/// <param name="Matter">The id of the matter that figures must be of.</param>
/// <param name="Webhook">Where a message is sent.</param>
public sealed record Watch(long Number, string? Crisis, string Kind, string? Entity, string? Office, string? Matter, string? Webhook);

/// <summary>Something that a watch waited for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Watch">The watch's number.</param>
/// <param name="Crisis">The watch's crisis.</param>
/// <param name="Kind">position, deadline or figure.</param>
/// <param name="At">When it was found, UTC.</param>
/// <param name="Day">The day of the position, deadline or figure.</param>
/// <param name="Telling">It in words.</param>
/// <param name="Article">The id of the article that tells it.</param>
/// <param name="Webhook">Where a message is to be sent; null where nowhere.</param>
/// <param name="Sent">When a message was sent, UTC.</param>
public sealed record Firing(long Number, long Watch, string? Crisis, string Kind, string At, DateOnly? Day, string Telling, string? Article, string? Webhook, string? Sent);

/// <summary>Watches on a changed position, a deadline that runs out, a new figure. They fire when the store is refreshed.</summary>
public sealed class StoreWatches
{
    private const int MostTries = 8;
    private readonly CrisisStore _store;

    internal StoreWatches(CrisisStore store) => _store = store;

    /// <summary>Sets a watch and gives it its number. What the store tells already does not fire it.</summary>
    public Task<Watch> AddAsync(Watch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        if (watch.Kind is not ("position" or "deadline" or "figure"))
            throw new StoreException($"'{watch.Kind}' is nothing that is watched: name position, deadline or figure.");
        if (watch.Webhook is { } hook && !(Uri.TryCreate(hook, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new StoreException($"'{watch.Webhook}' is no address: give one that begins with https://.");
        return _store.WriteAsync(db =>
        {
            var crisis = watch.Crisis is null ? 0L : db.Number("select num from crises where name = ?1", watch.Crisis) ?? throw new StoreException($"there is no crisis '{watch.Crisis}'.");
            var entity = watch.Entity is null ? (long?)null : db.Number("select entity from entity_names where key = ?1", watch.Entity) ?? throw new StoreException($"the store knows nobody with the key '{watch.Entity}'.");
            long? matter = watch.Matter is null ? (long?)null : long.TryParse(watch.Matter, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new StoreException($"there is no matter '{watch.Matter}'.");
            return watch with { Number = db.Insert("insert into watches(crisis, kind, entity, office, matter, webhook, created) values(?1, ?2, ?3, ?4, ?5, ?6, ?7)", crisis, watch.Kind, entity, watch.Office, matter, watch.Webhook, _store.Now()) };
        });
    }

    /// <summary>Takes a watch away, and what it has told.</summary>
    public Task RemoveAsync(long number) => _store.WriteAsync(db => db.Run("delete from firings where watch = ?1", number) + db.Run("delete from watches where num = ?1", number));

    /// <summary>All watches.</summary>
    public IReadOnlyList<Watch> List() => _store.Queries.Read<IReadOnlyList<Watch>>(look => look.Db.Rows(
        "select w.num, c.name, w.kind, e.key, w.office, w.matter, w.webhook from watches w left join crises c on c.num = w.crisis left join entities e on e.num = w.entity order by w.num",
        row => new Watch(row.Long(0), row.TextOrNull(1), row.Text(2), row.TextOrNull(3), row.TextOrNull(4), row.LongOrNull(5)?.ToString(CultureInfo.InvariantCulture), row.TextOrNull(6))));

    /// <summary>What watches have found, the newest first.</summary>
    /// <param name="since">Found after this moment, UTC.</param>
    /// <param name="crisis">Of watches of this crisis.</param>
    /// <param name="paging">Which part.</param>
    public Page<Firing> Firings(string? since = null, string? crisis = null, Paging paging = default) => _store.Queries.Read(look =>
    {
        const string from = "from firings f join watches w on w.num = f.watch left join crises c on c.num = w.crisis where (?1 is null or f.at > ?1) and (?2 is null or c.name = ?2)";
        var total = (int)look.Db.Number($"select count(*) {from}", since, crisis)!;
        return new Page<Firing>(look.Db.Rows($"select f.num, f.watch, c.name, f.kind, f.at, f.day, f.telling, f.article, w.webhook, f.sent {from} order by f.num desc limit ?3 offset ?4", Make, since, crisis, paging.Take, paging.Skip), total, paging.Skip);
    });

    /// <summary>What is yet to be sent to a webhook.</summary>
    public IReadOnlyList<Firing> Unsent() => _store.Queries.Read<IReadOnlyList<Firing>>(look => look.Db.Rows(
        "select f.num, f.watch, c.name, f.kind, f.at, f.day, f.telling, f.article, w.webhook, f.sent from firings f join watches w on w.num = f.watch left join crises c on c.num = w.crisis where w.webhook is not null and f.sent is null and f.tries < ?1 order by f.num limit 100",
        Make, MostTries));

    /// <summary>Notes that a message was sent, or that it could not be.</summary>
    public Task SentAsync(long firing, bool isSent) => _store.NoteAsync(db => isSent
        ? db.Run("update firings set sent = ?2, tries = tries + 1 where num = ?1", firing, _store.Now())
        : db.Run("update firings set tries = tries + 1 where num = ?1", firing));

    private static Firing Make(Row row) => new(row.Long(0), row.Long(1), row.TextOrNull(2), row.Text(3), row.Text(4), row.Day(5), row.Text(6), row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9));
}
