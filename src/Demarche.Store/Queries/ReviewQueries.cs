using Demarche.Store.Queries;

namespace Demarche.Store;

/// <summary>Which entries are to be reviewed.</summary>
public sealed record ReviewFilter
{
    /// <summary>events, statements, positions, demands or figures.</summary>
    public required string Layer { get; init; }

    /// <summary>The article's id.</summary>
    public string? Article { get; init; }

    /// <summary>The crisis.</summary>
    public string? Crisis { get; init; }

    /// <summary>At most this sure, 0 to 1; of events and positions, others have no confidence.</summary>
    public double? MaxConfidence { get; init; }
}

public sealed partial class StoreQueries
{
    /// <summary>Entries that nobody has said anything about yet, those of the newest articles first.</summary>
    /// <exception cref="StoreException">No such layer.</exception>
    public Page<SourceRef> Unreviewed(ReviewFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var sure = filter.Layer is "events" or "positions";
        if (!sure && filter.Layer is not ("statements" or "demands" or "figures"))
            throw new StoreException($"'{filter.Layer}' is no layer that is reviewed: name events, statements, positions, demands or figures.");
        return Read(look =>
        {
            var where = new Where().If("a.id = @", filter.Article)
                .If("exists(select 1 from article_crises c where c.article = a.num and c.crisis = @)", CrisisOf(look, filter.Crisis))
                .If("e.confidence <= @", sure ? filter.MaxConfidence : null)
                .And("not exists(select 1 from reviews r where r.article = a.id and r.layer = @ and r.key = e.key)", filter.Layer);
            var page = PageOf(look, "a.num, e.id, e.key, e.sentence, e.begin, e.end", $"from articles a cross join {filter.Layer} e on e.article = a.num", where, "order by a.day desc, a.num, e.begin, e.num", paging,
                row => (Article: row.Long(0), Id: row.Text(1), Key: row.Text(2), Sentence: row.Int(3), Begin: row.Int(4), End: row.Int(5)));
            return new Page<SourceRef>([.. page.Items.Select(item => look.Source(item.Article, item.Id, item.Key, item.Sentence, item.Begin, item.End))], page.Total, page.Offset);
        });
    }
}
