using Demarche.Knowledge;
using Demarche.Records;
using Demarche.Store.Crises;
using Demarche.Store.Files;
using Demarche.Store.Reviews;

namespace Demarche.Store.Adding;

/// <summary>Adds articles, or puts another coding in the place of an old one. Within the caller's transaction.</summary>
internal sealed class ArticleWriter(Db db, Packing packing, Lexicon lexicon)
{
    private readonly ArticleRows _rows = new(db, lexicon);
    private readonly CopyFinder _copies = new(db);

    /// <summary>Forgets what was looked up, after a transaction that failed and after entities were merged.</summary>
    public void Forget() => _rows.Entities.Forget();

    /// <summary>Adds an article.</summary>
    public AddResult Add(PreparedArticle article, string now)
    {
        var record = article.Record;
        var known = db.First("select num, id from articles where digest = ?1", row => (Number: row.Long(0), Id: row.Text(1)), article.Digest);
        if (known.Id is not null)
            return Replace(known.Number, known.Id, article, now);
        // The same address with other words is a new version of the page: it takes the old one's place.
        if (record.Source.Uri is { Length: > 0 } uri
            && db.First("select num, id from articles where uri = ?1 and publisher is ?2", row => (Number: row.Long(0), Id: row.Text(1)), uri, record.Source.Publisher) is { Id: not null } page)
            return Replace(page.Number, page.Id, article, now);
        var id = record.Id;
        if (db.Number("select num from articles where id = ?1", id) is not null)
            id = $"{id}~{Convert.ToHexStringLower(article.Digest.AsSpan(0, 4))}";
        var source = record.Source;
        var number = db.Insert(
            """
            insert into articles(id, digest, uri, publisher, headline, published, published_at, language, dateline, day, added, coded, coder, original, sentences, words)
            values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, 0, ?13, ?14)
            """,
            id, article.Digest, source.Uri, source.Publisher, source.Headline, source.Published, source.PublishedAt, source.Language, source.Dateline?.Text, article.Day, now, Coder(record.Coder),
            record.Sentences.Count, article.Words);
        var (original, likeness) = _copies.Join(number, article);
        db.Run("update articles set original = ?2, likeness = ?3 where num = ?1", number, original, likeness);
        db.Run("insert into bodies(article, body) values(?1, ?2)", number, article.Body);
        WriteRows(number, record with { Id = id });
        return new(id, AddOutcome.Added, original == number ? null : (string?)db.Value("select id from articles where num = ?1", original));
    }

    /// <summary>Writes an article's rows again, as after a review.</summary>
    public void Rewrite(long number)
    {
        var record = Stored(number);
        _rows.Erase(number);
        WriteRows(number, record);
    }

    /// <summary>The record as the coder made it.</summary>
    public Record Stored(long number)
    {
        var (id, body) = db.First("select a.id, b.body from articles a join bodies b on b.article = a.num where a.num = ?1", row => (row.Text(0), row.Bytes(1)), number);
        return packing.Record(body) with { Id = id };
    }

    private AddResult Replace(long number, string id, PreparedArticle article, string now)
    {
        var record = article.Record;
        var copyOf = (string?)db.Value("select o.id from articles a join articles o on o.num = a.original where a.num = ?1 and a.original <> a.num", number);
        if (RecordJson.Write(Stored(number)) == RecordJson.Write(record with { Id = id }))
            return new(id, AddOutcome.Unchanged, copyOf);
        var source = record.Source;
        _rows.Erase(number);
        db.Run(
            """
            update articles set digest = ?2, uri = ?3, publisher = ?4, headline = ?5, published = ?6, published_at = ?7, language = ?8, dateline = ?9, day = ?10, coded = ?11, coder = ?12, sentences = ?13, words = ?14
            where num = ?1
            """,
            number, article.Digest, source.Uri, source.Publisher, source.Headline, source.Published, source.PublishedAt, source.Language, source.Dateline?.Text, article.Day, now, Coder(record.Coder),
            record.Sentences.Count, article.Words);
        db.Run("update bodies set body = ?2 where article = ?1", number, article.Body);
        WriteRows(number, record with { Id = id });
        return new(id, AddOutcome.Recoded, copyOf);
    }

    private void WriteRows(long number, Record record)
    {
        var log = ReviewLog.Of(db, record.Id);
        _rows.Write(number, log.IsEmpty ? record : ReviewedRecord.Apply(record, log, db).Record, log.Splits);
        Membership.Find(db, number);
    }

    /// <summary>A coder's versions in one line.</summary>
    public static string Coder(CoderVersion coder) => $"{coder.Version} {coder.Models} {coder.Lexicon}";
}
