using System.Text.Json.Nodes;
using Demarche.Store.Adding;
using Demarche.Store.Files;

namespace Demarche.Store.Reviews;

/// <summary>The reviews of one article that hold: of each entry the last one, unless it was withdrawn.</summary>
internal sealed class ReviewLog
{
    private ReviewLog()
    {
    }

    /// <summary>The reviews of entries, by layer and key, in the order of the log.</summary>
    public Dictionary<(string Layer, string Key), Review> Entries { get; } = [];

    /// <summary>Who of the article's entities is somebody else than the name stands for.</summary>
    public Dictionary<string, SplitOff> Splits { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Entries.Count == 0 && Splits.Count == 0;

    public static ReviewLog Of(Db db, string article)
    {
        var log = new ReviewLog();
        foreach (var review in db.Rows("select num, at, who, article, layer, key, action, before, after, note from reviews where article = ?1 order by num", Make, article))
            log.Add(review);
        return log;
    }

    public static Review Make(Row row) =>
        new(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9));

    private void Add(Review review)
    {
        if (review.Action == "split")
        {
            if (JsonNode.Parse(review.After!) is JsonObject after)
                Splits[review.Key] = new((string)after["key"]!, (string)after["name"]!);
            return;
        }
        Entries.Remove((review.Layer, review.Key));
        if (review.Action == "withdraw")
            Splits.Remove(review.Key);
        else
            Entries.Add((review.Layer, review.Key), review);
    }
}
