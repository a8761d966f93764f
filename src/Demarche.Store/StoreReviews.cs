using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Records;
using Demarche.Store.Adding;
using Demarche.Store.Files;
using Demarche.Store.Reviews;

namespace Demarche.Store;

/// <summary>
/// What people say about what the coder read. Every review is kept with who, when, before and after; the last one of an entry holds. It hangs on
/// the entry's key: when the article is coded again it holds still. Call <see cref="CrisisStore.RefreshAsync"/> afterwards.
/// </summary>
public sealed class StoreReviews
{
    private readonly CrisisStore _store;

    internal StoreReviews(CrisisStore store) => _store = store;

    /// <summary>Says that an entry is right as it is: it stays also where another coder no longer finds it.</summary>
    public Task<Review> AcceptAsync(string article, string layer, string key, string who, string? note = null) => EntryAsync(article, layer, key, "accept", null, who, note);

    /// <summary>Says that there is no such entry.</summary>
    public Task<Review> RejectAsync(string article, string layer, string key, string who, string? note = null) => EntryAsync(article, layer, key, "reject", null, who, note);

    /// <summary>Corrects an entry.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="layer">events, statements, positions, demands or figures.</param>
    /// <param name="key">The entry's key.</param>
    /// <param name="changes">A JSON object with the fields that change, named as in docs/record.md; entities by their ids in the record, or "@" and a key of the store.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="note">Why.</param>
    public Task<Review> CorrectAsync(string article, string layer, string key, string changes, string who, string? note = null) => EntryAsync(article, layer, key, "correct", changes, who, note);

    /// <summary>Adds an entry that the coder has not found.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="layer">events, statements, positions, demands or figures.</param>
    /// <param name="entry">The entry as JSON, without id and key; what is left out is empty, and an event's trigger, a demand's or a statement's content are its span's words; entities as in <see cref="CorrectAsync"/>, somebody new by "@", kind, country and name: <c>@person:PER:Ana Robles</c>.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="note">Why.</param>
    public Task<Review> AddAsync(string article, string layer, string entry, string who, string? note = null) => EntryAsync(article, layer, null, "add", entry, who, note);

    /// <summary>Takes back what was said about an entry, or a split.</summary>
    public Task<Review> WithdrawAsync(string article, string layer, string key, string who, string? note = null) => EntryAsync(article, layer, key, "withdraw", null, who, note);

    /// <summary>Says that two entities are one; the second's name stays. Every article of the first is written again.</summary>
    public Task<Review> MergeAsync(string from, string into, string who, string? note = null) => _store.WriteAsync(db =>
    {
        var (one, other) = (Number(db, from), Number(db, into));
        if (one == other)
            throw new StoreException($"'{from}' and '{into}' are one already.");
        var keys = db.Rows("select key from entity_names where entity = ?1", row => row.Text(0), one);
        db.Run("update entity_names set entity = ?2 where entity = ?1", one, other);
        _store.Articles.Forget();
        Rewrite(db, one);
        return Log(db, who, "", "entities", (string)db.Value("select key from entities where num = ?1", one)!, "merge", new JsonArray([.. keys.Select(key => (JsonNode?)key)]).ToJsonString(), JsonValue.Create(into).ToJsonString(), note);
    });

    /// <summary>Takes a merge back: the entity whose own key this is stands alone again.</summary>
    public Task<Review> UnmergeAsync(string key, string who, string? note = null) => _store.WriteAsync(db =>
    {
        if (db.Number("select num from entities where key = ?1", key) is not { } own || db.Value("select before from reviews where article = '' and key = ?1 and action = 'merge' order by num desc limit 1", key) is not string before)
            throw new StoreException($"'{key}' was merged with nobody.");
        var into = Number(db, key);
        foreach (var name in JsonSerializer.Deserialize<string[]>(before)!)
            db.Run("update entity_names set entity = ?2 where key = ?1", name, own);
        _store.Articles.Forget();
        Rewrite(db, into);
        return Log(db, who, "", "entities", key, "unmerge", before, null, note);
    });

    /// <summary>Says that in one article an entity is somebody else than its name stands for.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="key">The entity's key.</param>
    /// <param name="name">The name of who it is; a key of the store for somebody who is known.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="note">Why.</param>
    public Task<Review> SplitAsync(string article, string key, string name, string who, string? note = null) => _store.WriteAsync(db =>
    {
        var number = db.Number("select num from articles where id = ?1", article) ?? throw new StoreException($"there is no article '{article}'.");
        var record = _store.Articles.Stored(number);
        var entity = record.Entities.FirstOrDefault(candidate => EntityKeys.Of(candidate) is var keys && (keys.Known == key || keys.Named == key || IsStored(db, keys, key)))
            ?? throw new StoreException($"'{article}' names nobody with the key '{key}'.");
        var own = db.First("select e.key, e.name from entity_names n join entities e on e.num = n.entity where n.key = ?1", row => new SplitOff(row.Text(0), row.Text(1)), name)
            ?? new SplitOff($"{entity.Kind}:{entity.Country}:{EntityKeys.Folded(name)}", name);
        var ownKeys = EntityKeys.Of(entity);
        var review = Log(db, who, article, "entities", ownKeys.Known ?? ownKeys.Named!, "split", JsonValue.Create(key).ToJsonString(), new JsonObject { ["key"] = own.Key, ["name"] = own.Name }.ToJsonString(), note);
        _store.Articles.Rewrite(number);
        return review;
    });

    /// <summary>The log, the newest first; of one article where it is named.</summary>
    public Page<Review> Log(string? article = null, Paging paging = default) => _store.Queries.Read(look =>
    {
        var total = (int)look.Db.Number("select count(*) from reviews where ?1 is null or article = ?1", article)!;
        return new Page<Review>(look.Db.Rows("select num, at, who, article, layer, key, action, before, after, note from reviews where ?1 is null or article = ?1 order by num desc limit ?2 offset ?3", ReviewLog.Make, article, paging.Take, paging.Skip), total, paging.Skip);
    });

    /// <summary>Articles that were reviewed as gold, one JSON object each, in the format of eval/articles and of <c>demarche score</c>.</summary>
    public IEnumerable<(string Article, string Gold)> Gold()
    {
        foreach (var id in _store.Queries.Read(look => look.Db.Rows("select distinct article from reviews where article <> '' order by article", row => row.Text(0))))
            if (_store.Queries.Article(id) is { } article)
                yield return (id, GoldArticle.Of(article, _store.Queries.Read(look => ReviewLog.Of(look.Db, id))));
    }

    /// <summary>Merges and takes apart again what a log from elsewhere says, without writing it into the log.</summary>
    internal Task ReplayAsync(IReadOnlyList<Review> merges) => _store.WriteAsync(db =>
    {
        foreach (var review in merges)
        {
            var into = review.Action == "merge" ? db.Number("select entity from entity_names where key = ?1", JsonSerializer.Deserialize<string>(review.After!)) : db.Number("select num from entities where key = ?1", review.Key);
            foreach (var key in JsonSerializer.Deserialize<string[]>(review.Before!)!)
                if (into is not null && db.Number("select entity from entity_names where key = ?1", key) is { } from && from != into)
                {
                    db.Run("update entity_names set entity = ?2 where key = ?1", key, into);
                    _store.Articles.Forget();
                    Rewrite(db, from);
                }
        }
        return 0;
    });

    private Task<Review> EntryAsync(string article, string layer, string? key, string action, string? changes, string who, string? note) => _store.WriteAsync(db =>
    {
        if (!EntryReferences.Layers.Contains(layer) && !(action == "withdraw" && layer == "entities"))
            throw new StoreException($"'{layer}' is no layer that is reviewed: name one of {string.Join(", ", EntryReferences.Layers)}.");
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var number = db.Number("select num from articles where id = ?1", article) ?? throw new StoreException($"there is no article '{article}'.");
        var now = ReviewedRecord.Of(_store.Articles.Stored(number), db);
        var references = new EntryReferences(now);
        var before = key is null ? null : Entry(now, layer, key);
        if (before is null && action is "accept" or "correct" || (before is null && action == "reject"))
            throw new StoreException($"'{article}' has no entry '{key}' among its {layer}.");
        var after = action switch { "accept" => before, "correct" => EventSums.Of(layer, before, Changed(before, changes!)), "add" => EventSums.Of(layer, null, WholeEntry.Of(layer, Changed(null, changes!), now)), _ => null };
        key ??= string.Create(System.Globalization.CultureInfo.InvariantCulture, $"review:{layer}#{(db.Number("select max(num) from reviews") ?? 0) + 1}");
        var review = Log(db, who, article, layer, key, action, before is null ? null : references.ToKeys(before).ToJsonString(), after is null ? null : references.ToKeys(after).ToJsonString(), note);
        if (action is "correct" or "add")
            Check(ReviewedRecord.Of(_store.Articles.Stored(number), db), layer, key);
        _store.Articles.Rewrite(number);
        return review;
    });

    private static JsonObject? Entry(Record record, string layer, string key) =>
        JsonNode.Parse(RecordJson.WriteUtf8(record with { Text = "" }))![layer]!.AsArray().FirstOrDefault(entry => (string?)entry!["key"] == key)?.DeepClone().AsObject();

    private static JsonObject Changed(JsonObject? before, string changes)
    {
        try
        {
            var after = before?.DeepClone().AsObject() ?? [];
            foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
                if (name is not ("id" or "key"))
                    after[name] = value?.DeepClone();
            return after;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new StoreException($"the correction is no JSON object: {error.Message}", error);
        }
    }

    // A correction that cannot be read as an entry is refused while the transaction can still be taken back.
    private static void Check(Record reviewed, string layer, string key)
    {
        if (Entry(reviewed, layer, key) is null)
            throw new StoreException("the entry is not whole, or its words lie outside the text: give every field that docs/record.md asks for.");
    }

    private static bool IsStored(Db db, EntityKeys keys, string key) =>
        db.Number("select entity from entity_names where key = ?1", key) is { } number && db.Number("select entity from entity_names where key = ?1", keys.Known ?? keys.Named) == number;

    private void Rewrite(Db db, long entity)
    {
        foreach (var article in db.Rows("select article from article_entities where entity = ?1", row => row.Long(0), entity))
            _store.Articles.Rewrite(article);
    }

    private static long Number(Db db, string key) => db.Number("select entity from entity_names where key = ?1", key) ?? throw new StoreException($"the store knows nobody with the key '{key}'.");

    private Review Log(Db db, string who, string article, string layer, string key, string action, string? before, string? after, string? note)
    {
        var at = _store.Now();
        var number = db.Insert("insert into reviews(at, who, article, layer, key, action, before, after, note) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", at, who, article, layer, key, action, before, after, note);
        return new(number, at, who, article, layer, key, action, before, after, note);
    }
}
