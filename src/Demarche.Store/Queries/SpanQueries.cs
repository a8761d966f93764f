namespace Demarche.Store;

public sealed partial class StoreQueries
{
    /// <summary>The day of the first article; null where none is dated.</summary>
    public DateOnly? FirstDay(string? crisis = null) => Read(look =>
        (crisis is null
            ? look.Db.Number("select min(day) from articles")
            : look.Db.Number("select min(a.day) from article_crises c join articles a on a.num = c.article where c.crisis = (select num from crises where name = ?1)", crisis)) is { } day
            ? DateOnly.FromDayNumber((int)day) : (DateOnly?)null);
}
