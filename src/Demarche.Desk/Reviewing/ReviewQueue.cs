using Demarche.Briefs;
using Demarche.Desk.Articles;
using Demarche.Records;
using Demarche.Store;

namespace Demarche.Desk.Reviewing;

/// <summary>An entry that waits for somebody's word.</summary>
internal sealed record WaitingEntry(SourceRef Source, ArticleDetail Detail, EntryView Entry);

/// <summary>Entries that nobody has said anything about yet, article by article, the newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">How many articles to pass over for the entries that follow; null where none do.</param>
internal sealed record ReviewQueue(IReadOnlyList<WaitingEntry> Entries, int? Next)
{
    private const int Enough = 20;
    private const int MostArticles = 200;
    private const int AtOnce = 10;

    /// <summary>The entries of one layer (event, statement, position, demand, figure).</summary>
    public static ReviewQueue Of(CrisisStore store, string layer, string? article, string? crisis, double? sure, int skip)
    {
        if (article is not null)
            return new(store.Queries.Article(article) is { } only ? [.. Waiting(store, only, layer, sure)] : [], null);
        List<WaitingEntry> entries = [];
        var at = skip;
        while (at - skip < MostArticles)
        {
            var page = store.Queries.Articles(new() { Crisis = crisis, Distinct = true }, new(at, AtOnce));
            foreach (var item in page.Items)
            {
                at++;
                if (store.Queries.Article(item.Id) is { } detail)
                    entries.AddRange(Waiting(store, detail, layer, sure));
                if (entries.Count >= Enough)
                    return new(entries, at);
            }
            if (page.Items.Count < AtOnce)
                return new(entries, null);
        }
        return new(entries, at);
    }

    /// <summary>The keys of a layer's entries by id, and how sure the coder is where it says so.</summary>
    public static IReadOnlyDictionary<string, (string Key, double? Sure)> Keys(Record record, string layer) => layer switch
    {
        "event" => record.Events.ToDictionary(item => item.Id, item => (item.Key, (double?)item.Confidence), StringComparer.Ordinal),
        "statement" => record.Statements.ToDictionary(item => item.Id, item => (item.Key, (double?)null), StringComparer.Ordinal),
        "position" => record.Positions.ToDictionary(item => item.Id, item => (item.Key, (double?)item.Confidence), StringComparer.Ordinal),
        "demand" => record.Demands.ToDictionary(item => item.Id, item => (item.Key, (double?)null), StringComparer.Ordinal),
        "figure" => record.Figures.ToDictionary(item => item.Id, item => (item.Key, (double?)null), StringComparer.Ordinal),
        _ => new Dictionary<string, (string, double?)>(StringComparer.Ordinal),
    };

    private static IEnumerable<WaitingEntry> Waiting(CrisisStore store, ArticleDetail detail, string layer, double? sure)
    {
        var keys = Keys(detail.Record, layer);
        // Of each entry the newest word counts, and one that was taken back is none.
        var last = store.Reviews.Log(detail.Article.Id, new(0, 1000)).Items.Where(review => review.Layer == layer + "s").DistinctBy(review => review.Key);
        var told = last.Where(review => review.Action != "withdraw").Select(review => review.Key).ToHashSet(StringComparer.Ordinal);
        var text = new RecordText(detail.Record);
        foreach (var entry in EntryView.All(detail.Record))
            if (keys.TryGetValue(entry.Id, out var known) && !told.Contains(known.Key) && !(known.Sure > sure))
                yield return new(new()
                {
                    Article = detail.Article.Id, Publisher = detail.Article.Publisher, Headline = detail.Article.Headline, Published = detail.Article.Published, Uri = detail.Article.Uri,
                    Id = entry.Id, Key = known.Key, Sentence = Math.Max(0, text.Sentence(entry.Span) - 1), Begin = entry.Span.Begin, End = entry.Span.End, Words = text.Words(entry.Span),
                }, detail, entry);
    }
}
