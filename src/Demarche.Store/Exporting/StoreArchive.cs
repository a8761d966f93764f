using System.Text.Json;
using Demarche.Records;
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
            row => new Fired(row.Int(0), row.Text(1), row.Text(2), row.Day(3), row.Text(4), row.Text(5), row.TextOrNull(6), row.TextOrNull(7), row.Int(8)))).ConfigureAwait(false);
        await LinesAsync("crises", store.Crises.List().Select(crisis => JsonSerializer.Serialize(crisis with { Articles = 0 }, Options))).ConfigureAwait(false);
        await LinesAsync("watches", store.Watches.List().Select(watch => JsonSerializer.Serialize(watch with { Number = 0, Matter = null }, Options))).ConfigureAwait(false);

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
        foreach (var crisis in Lines("crises", line => JsonSerializer.Deserialize<Crisis>(line, Options)!))
            await store.Crises.DefineAsync(crisis.Name, crisis.Match, crisis.Watchlist).ConfigureAwait(false);
        if (store.Watches.List().Count > 0)
            return;
        List<long> watches = [];
        foreach (var watch in Lines("watches", line => JsonSerializer.Deserialize<Watch>(line, Options)!))
            watches.Add((await store.Watches.AddAsync(watch).ConfigureAwait(false)).Number);
        await store.WriteAsync(db => Lines("firings", line => JsonSerializer.Deserialize<Fired>(line, Options)!).Where(fired => fired.Watch > 0 && fired.Watch <= watches.Count)
            .Sum(fired => db.Run("insert or ignore into firings(watch, kind, at, day, subject, telling, article, sent, tries) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                watches[fired.Watch - 1], fired.Kind, fired.At, fired.Day, fired.Subject, fired.Telling, fired.Article, fired.Sent, fired.Tries)), cancel).ConfigureAwait(false);

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

    private static IEnumerable<string> Rows<T>(CrisisStore store, string sql, Func<Row, T> make) => store.Queries.Read(look => look.Db.Rows(sql, make)).Select(row => JsonSerializer.Serialize(row, Options));
}
