using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>Writes a record's figures, each under the matter that it is told of: kind, unit, country, from whom, to whom.</summary>
internal static class FigureRows
{
    public static void Write(RecordRows rows)
    {
        var (db, record) = (rows.Db, rows.Record);
        var home = rows.Place(record.Source.Dateline?.Place)?.Country;
        foreach (var item in record.Figures)
        {
            RecordEvent? eventOf = null;
            foreach (var candidate in record.Events)
                if (candidate.Figures.Count > 0 && candidate.Figures.Contains(item.Id))
                    eventOf ??= candidate;
            var country = (eventOf is null ? null : rows.Place(eventOf.Place)?.Country) ?? home ?? "";
            var from = item.From.Count > 0 ? rows.Entity(item.From[0])?.Number ?? 0 : 0;
            var to = item.To.Count > 0 ? rows.Entity(item.To[0])?.Number ?? 0 : 0;
            var matter = db.Number("select num from matters where kind = ?1 and unit = ?2 and country = ?3 and from_entity = ?4 and to_entity = ?5", item.Kind, item.Unit ?? "", country, from, to)
                ?? db.Insert("insert into matters(kind, unit, country, from_entity, to_entity) values(?1, ?2, ?3, ?4, ?5)", item.Kind, item.Unit ?? "", country, from, to);
            db.Run(
                """
                insert into figures(article, id, key, matter, value, low, high, qualifier, period, according_to, day, sentence, begin, end)
                values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                """,
                rows.Article, item.Id, EntryKeys.Kept(item.Key, "figure", rows.Text.Words(item.Span)), matter, item.Value, item.Low, item.High, item.Qualifier, item.Period, rows.Entity(item.AccordingTo)?.Number, rows.Day,
                rows.Words.SentenceAt(item.Span.Begin), item.Span.Begin, item.Span.End);
        }
    }
}
