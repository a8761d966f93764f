using System.Text.Json;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store;

/// <summary>A whole store as a folder of text files: <c>records.jsonl</c> as the coder made them, <c>reviews.jsonl</c>, <c>crises.jsonl</c>, <c>watches.jsonl</c>.</summary>
public static class StoreArchive
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a store into a folder.</summary>
    public static async Task WriteAsync(CrisisStore store, string folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        Directory.CreateDirectory(folder);
        await LinesAsync("records", store.Queries.Records(asCoded: true).Select(RecordJson.Write)).ConfigureAwait(false);
        await LinesAsync("reviews", Reviews(store).Select(review => JsonSerializer.Serialize(review, Options))).ConfigureAwait(false);
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
        foreach (var batch in Lines("records", RecordJson.Read).Chunk(64))
            await store.AddAsync(batch, cancel).ConfigureAwait(false);
        await store.Reviews.ReplayAsync(merges).ConfigureAwait(false);
        foreach (var crisis in Lines("crises", line => JsonSerializer.Deserialize<Crisis>(line, Options)!))
            await store.Crises.DefineAsync(crisis.Name, crisis.Match, crisis.Watchlist).ConfigureAwait(false);
        if (store.Watches.List().Count == 0)
            foreach (var watch in Lines("watches", line => JsonSerializer.Deserialize<Watch>(line, Options)!))
                await store.Watches.AddAsync(watch).ConfigureAwait(false);

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
}
