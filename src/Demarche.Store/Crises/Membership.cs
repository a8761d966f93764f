using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store.Crises;

/// <summary>Which articles belong to which crisis: those that its words are found in.</summary>
internal static class Membership
{
    /// <summary>Finds the crises of one article.</summary>
    public static void Find(Db db, long article)
    {
        db.Run("delete from article_crises where article = ?1", article);
        foreach (var (crisis, match) in db.Rows("select num, match from crises", row => (row.Long(0), row.Text(1))))
            if (SearchWords.Of(match) is not { } query || db.Number("select 1 from article_words where article_words match ?1 and rowid = ?2", query, article) is not null)
                db.Run("insert into article_crises(crisis, article) values(?1, ?2)", crisis, article);
    }

    /// <summary>Finds the articles of one crisis.</summary>
    public static void FindAll(Db db, long crisis, string match)
    {
        db.Run("delete from article_crises where crisis = ?1", crisis);
        if (SearchWords.Of(match) is { } query)
            db.Run("insert into article_crises(crisis, article) select ?1, rowid from article_words where article_words match ?2", crisis, query);
        else
            db.Run("insert into article_crises(crisis, article) select ?1, num from articles", crisis);
    }
}
