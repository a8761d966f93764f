using Demarche.Knowledge;
using Demarche.Ledgers;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>Writes all rows that a record gives besides the article's own, and takes them away again. Within the caller's transaction.</summary>
internal sealed class ArticleRows(Db db, Lexicon lexicon)
{
    public EntityTable Entities { get; } = new(db, lexicon);

    /// <summary>Writes the rows of a record, with reviews applied already.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="record">The record.</param>
    /// <param name="splits">Entities that reviews have split off: their keys in this article to their own keys.</param>
    public void Write(long article, Record record, IReadOnlyDictionary<string, SplitOff> splits)
    {
        var day = EdtfDays.Of(record.Source.Published)?.First;
        Dictionary<string, StoredEntity> entities = new(record.Entities.Count, StringComparer.Ordinal);
        foreach (var entity in record.Entities)
        {
            var keys = EntityKeys.Of(entity);
            var own = splits.Count == 0 ? null : (keys.Known is { } known ? splits.GetValueOrDefault(known) : null) ?? (keys.Named is { } named ? splits.GetValueOrDefault(named) : null);
            var stored = Entities.Of(entity, own);
            entities[entity.Id] = stored;
            Entities.Count(stored.Number, article, entity.Mentions.Count, day);
            foreach (var role in entity.Roles)
                if (!stored.IsLocal)
                    Role(stored.Number, role, article);
        }
        var rows = new RecordRows(db, article, record, day, entities);
        db.Run("insert into article_words(rowid, headline, body) values(?1, ?2, ?3)", article, record.Source.Headline ?? "", record.Text);
        StatementRows.Write(rows);
        EventRows.Write(rows);
        PositionRows.Write(rows);
        DemandRows.Write(rows);
        FigureRows.Write(rows);
    }

    /// <summary>Takes away what <see cref="Write"/> has written.</summary>
    public void Erase(long article)
    {
        Events(article);
        db.Run("delete from statement_words where rowid in (select num from statements where article = ?1)", article);
        db.Run("delete from statement_parties where statement in (select num from statements where article = ?1)", article);
        db.Run("delete from statements where article = ?1", article);
        db.Run("insert or ignore into stale_positions(holder) select distinct e.principal from positions p join entities e on e.num = p.holder where p.article = ?1", article);
        db.Run("delete from positions where article = ?1", article);
        Demands(article);
        db.Run("delete from figures where article = ?1", article);
        db.Run("update entities set articles = articles - 1 where num in (select entity from article_entities where article = ?1)", article);
        db.Run("delete from article_entities where article = ?1", article);
        db.Run("delete from article_roles where article = ?1", article);
        db.Run("delete from article_words where rowid = ?1", article);
    }

    private void Events(long article)
    {
        db.Run("insert or ignore into stale_weeks(week) select distinct day - (day % 7) from events where article = ?1 and day is not null", article);
        var heads = db.Rows("select distinct head from events where article = ?1", row => row.Long(0), article);
        db.Run("delete from event_parties where event in (select num from events where article = ?1)", article);
        var election = new EventHeads(db);
        foreach (var head in heads)
        {
            var left = db.Rows("select num from events where head = ?1 and article <> ?2", row => row.Long(0), head, article);
            if (left.Count == 0)
                db.Run("delete from event_joints where head = ?1", head);
            else
            {
                if (!left.Contains(head))
                    db.Run("update or replace event_joints set head = ?2 where head = ?1", head, left[0]);
                election.Elect(left);
            }
        }
        db.Run("delete from events where article = ?1", article);
    }

    private void Demands(long article)
    {
        var heads = db.Rows("select distinct head from demands where article = ?1", row => row.Long(0), article);
        db.Run("delete from demand_parties where demand in (select num from demands where article = ?1)", article);
        db.Run("delete from demands where article = ?1", article);
        foreach (var head in heads)
            if (db.Number("select min(num) from demands where head = ?1", head) is { } first)
            {
                var next = db.Number("select num from demands where num = ?1", head) ?? first;
                db.Run("update demands set head = ?2 where head = ?1", head, next);
                DemandRows.Sum(db, next);
            }
    }

    private void Role(long entity, RecordRole role, long article)
    {
        var kind = db.Number("select num from role_kinds where title = ?1 and office = ?2 and status = ?3", role.Title, role.Office ?? "", role.Status)
            ?? db.Insert("insert into role_kinds(title, office, status) values(?1, ?2, ?3)", role.Title, role.Office ?? "", role.Status);
        db.Run("insert or ignore into article_roles(entity, kind, article) values(?1, ?2, ?3)", entity, kind, article);
    }
}
