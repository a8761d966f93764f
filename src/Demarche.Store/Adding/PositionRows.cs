using Demarche.Ledgers;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>Writes a record's positions; their spells are made when the store is refreshed.</summary>
internal static class PositionRows
{
    public static void Write(RecordRows rows)
    {
        var (db, record) = (rows.Db, rows.Record);
        foreach (var item in record.Positions)
        {
            if (rows.Entity(item.Holder) is not { } holder)
                continue;
            var toward = rows.Entity(item.Toward);
            db.Run(
                """
                insert into positions(article, id, key, holder, toward, stance, office, about, day, until, according_to, inferred, confidence, sentence, begin, end)
                values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                """,
                rows.Article, item.Id, EntryKeys.Kept(item.Key, EntryKeys.Position(item.Stance), rows.Text.Words(item.Span)), holder.Number, toward?.Number, item.Stance, item.Office, item.About,
                RecordRows.FirstDay(item.AsOf) ?? rows.Day, EdtfDays.Of(item.Until)?.First, rows.Entity(item.AccordingTo)?.Number, item.FromEvent is not null,
                RecordRows.TenThousandths(item.Confidence), rows.Words.SentenceAt(item.Span.Begin), item.Span.Begin, item.Span.End);
            db.Run("insert or ignore into stale_positions(holder) select principal from entities where num = ?1", holder.Number);
            // Who recognizes a claimant without naming the office may mean the office that is now claimed.
            if (item.Stance == "claims_office")
                db.Run("insert or ignore into stale_positions(holder) select distinct e.principal from positions p join entities e on e.num = p.holder where p.toward = ?1 and p.office is null", holder.Number);
        }
    }
}
