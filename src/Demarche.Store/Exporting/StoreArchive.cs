using System.Text.Json;
using Demarche.Records;
using Demarche.Store.Exporting;
using Demarche.Store.Files;

namespace Demarche.Store;

/// <summary>
/// A whole store as a folder of text files: <c>records.jsonl</c> as the coder made them, <c>articles.jsonl</c> (when each was added), <c>reviews.jsonl</c>, <c>crises.jsonl</c>,
/// <c>watches.jsonl</c> and <c>firings.jsonl</c> (what watches have told).
/// </summary>
public static class StoreArchive
{
    private sealed record Added(string Id, string AddedAt, string CodedAt);

    // A watch is named by its line in watches.jsonl, the first being 1.
    private sealed record Fired(int Watch, string Kind, string At, DateOnly? Day, string Subject, string Telling, string? Article, string? Sent, int Tries);

    // What numbers stand for in a store is told in words; what an older archive leaves out is null.
    private sealed record KeptCrisis(string Name, string Match, IReadOnlyList<string>? Watchlist, string? Created);

    private sealed record KeptWatch(string? Crisis, string Kind, string? Entity, string? Office, StoreNumbers.Matter? Matter, string? Webhook, string? Created);

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a store into a folder.</summary>
    public static async Task WriteAsync(CrisisStore store, string folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        Directory.CreateDirectory(folder);
        await LinesAsync("records", store.Queries.Records(asCoded: true).Select(RecordJson.Write)).ConfigureAwait(false);
        await LinesAsync("reviews", Reviews(store).Select(review => JsonSerializer.Serialize(review, Options))).ConfigureAwait(false);
        await LinesAsync("articles", Rows(store, "select id, added, coded from articles order by num", row => new Added(row.Text(0), row.Text(1), row.Text(2)))).ConfigureAwait(false);
        await LinesAsync("firings", Rows(store, "select (select count(*) from watches w where w.num <= f.watch), kind, at, day, subject, telling, article, sent, tries from firings f order by num",
            (db, row) => new Fired(row.Int(0), row.Text(1), row.Text(2), row.Day(3), StoreNumbers.Keyed(db, row.Text(1), row.Text(4)), row.Text(5), row.TextOrNull(6), row.TextOrNull(7), row.Int(8)))).ConfigureAwait(false);
        await LinesAsync("crises", Rows(store, "select name, match, watchlist, created from crises order by name",
            row => new KeptCrisis(row.Text(0), row.Text(1), row.Text(2).Length == 0 ? [] : row.Text(2).Split('\n'), row.Text(3)))).ConfigureAwait(false);
        await LinesAsync("watches", Rows(store,
            """
            select c.name, w.kind, e.key, w.office, w.webhook, w.created, m.kind, m.unit, m.country, f.key, t.key from watches w left join crises c on c.num = w.crisis left join entities e on e.num = w.entity
            left join matters m on m.num = w.matter left join entities f on f.num = m.from_entity left join entities t on t.num = m.to_entity order by w.num
            """,
            row => new KeptWatch(row.TextOrNull(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(6) is { } kind ? new(kind, row.Text(7), row.Text(8), row.TextOrNull(9), row.TextOrNull(10)) : null, row.TextOrNull(4), row.Text(5)))).ConfigureAwait(false);

        Task LinesAsync(string name, IEnumerable<string> lines) => File.WriteAllLinesAsync(Path.Combine(folder, name + ".jsonl"), lines, cancel);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> has written into a store.</summary>
    /// <exception cref="StoreException">The folder holds no such files, or a line is broken.</exception>
    public static async Task ReadAsync(CrisisStore store, string folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!File.Exists(Path.Combine(folder, "records.jsonl")))
            throw new StoreException($"{folder} holds no records.jsonl: name a folder that demarche export has written.");
        List<Review> merges = [];
        // Reviews stand in the log before their articles come, so that they hold from the first.
        await store.WriteAsync(db =>
        {
            foreach (var review in Lines("reviews", line => JsonSerializer.Deserialize<Review>(line, Options)!))
            {
                if (db.Number("select num from reviews where at = ?1 and who = ?2 and article = ?3 and layer = ?4 and key = ?5 and action = ?6", review.At, review.Who, review.Article, review.Layer, review.Key, review.Action) is not null)
                    continue;
                db.Run("insert into reviews(at, who, article, layer, key, action, before, after, note) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                    review.At, review.Who, review.Article, review.Layer, review.Key, review.Action, review.Before, review.After, review.Note);
                if (review.Article.Length == 0)
                    merges.Add(review);
            }
            return 0;
        }, cancel).ConfigureAwait(false);
        HashSet<string> added = new(StringComparer.Ordinal);
        foreach (var batch in Lines("records", RecordJson.Read).Chunk(64))
            added.UnionWith((await store.AddAsync(batch, cancel).ConfigureAwait(false)).Where(result => result.Outcome == AddOutcome.Added).Select(result => result.Id));
        await store.WriteAsync(db => Lines("articles", line => JsonSerializer.Deserialize<Added>(line, Options)!).Where(article => added.Contains(article.Id))
            .Sum(article => db.Run("update articles set added = ?2, coded = ?3 where id = ?1", article.Id, article.AddedAt, article.CodedAt)), cancel).ConfigureAwait(false);
        await store.Reviews.ReplayAsync(merges).ConfigureAwait(false);
        foreach (var crisis in Lines("crises", line => JsonSerializer.Deserialize<KeptCrisis>(line, Options)!))
        {
            var isNew = store.Queries.Read(look => look.Db.Number("select num from crises where name = ?1", crisis.Name)) is null;
            await store.Crises.DefineAsync(crisis.Name, crisis.Match, crisis.Watchlist).ConfigureAwait(false);
            if (isNew && crisis.Created is { } created)
                await store.WriteAsync(db => db.Run("update crises set created = ?2 where name = ?1", crisis.Name, created), cancel).ConfigureAwait(false);
        }
        if (store.Watches.List().Count > 0)
            return;
        List<long> watches = [];
        foreach (var watch in Lines("watches", line => JsonSerializer.Deserialize<KeptWatch>(line, Options)!))
        {
            var matter = watch.Matter is { } told ? await store.WriteAsync(db => StoreNumbers.Of(db, told), cancel).ConfigureAwait(false) : (long?)null;
            var set = await store.Watches.AddAsync(new(0, watch.Crisis, watch.Kind, watch.Entity, watch.Office, matter?.ToString(System.Globalization.CultureInfo.InvariantCulture), watch.Webhook)).ConfigureAwait(false);
            watches.Add(set.Number);
            // It fires on what was added after it was set, there as here.
            if (watch.Created is { } created)
                await store.WriteAsync(db => db.Run("update watches set created = ?2 where num = ?1", set.Number, created), cancel).ConfigureAwait(false);
        }
        await store.WriteAsync(db => Lines("firings", line => JsonSerializer.Deserialize<Fired>(line, Options)!).Where(fired => fired.Watch > 0 && fired.Watch <= watches.Count)
            .Sum(fired => db.Run("insert or ignore into firings(watch, kind, at, day, subject, telling, article, sent, tries) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                watches[fired.Watch - 1], fired.Kind, fired.At, fired.Day, StoreNumbers.Numbered(db, fired.Kind, fired.Subject), fired.Telling, fired.Article, fired.Sent, fired.Tries)), cancel).ConfigureAwait(false);

        IEnumerable<T> Lines<T>(string name, Func<string, T> read)
        {
            var path = Path.Combine(folder, name + ".jsonl");
            var number = 0;
            foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
            {
                number++;
                T item;
                try
                {
                    item = read(line);
                }
                catch (Exception broken) when (broken is JsonException or InvalidOperationException)
                {
                    throw new StoreException($"{path}, line {number}: {broken.Message}", broken);
                }
                yield return item;
            }
        }
    }

    private static IEnumerable<Review> Reviews(CrisisStore store) => store.Queries.Read(look =>
        look.Db.Rows("select num, at, who, article, layer, key, action, before, after, note from reviews order by num", Store.Reviews.ReviewLog.Make));

    private static IEnumerable<string> Rows<T>(CrisisStore store, string sql, Func<Row, T> make) => Rows(store, sql, (_, row) => make(row));

    private static IEnumerable<string> Rows<T>(CrisisStore store, string sql, Func<Db, Row, T> make) => store.Queries.Read(look => look.Db.Rows(sql, row => make(look.Db, row))).Select(row => JsonSerializer.Serialize(row, Options));
}
