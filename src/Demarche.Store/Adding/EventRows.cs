using Demarche.Ledgers;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>Writes a record's events.</summary>
internal static class EventRows
{
    public static void Write(RecordRows rows)
    {
        var (db, record) = (rows.Db, rows.Record);
        var heads = new EventHeads(db);
        Dictionary<string, long> headOf = new(StringComparer.Ordinal);
        foreach (var item in record.Events)
        {
            var (actors, recipients) = (rows.Entities(item.Actor), rows.Entities(item.Recipient));
            var days = EdtfDays.Of(item.Date);
            DateOnly? first = days?.First is { } begin && begin > DateOnly.MinValue ? begin : null;
            DateOnly? last = first is null || days!.Value.Last == DateOnly.MaxValue ? first : days.Value.Last;
            var isExact = item.DateFrom is not (null or "dateline" or "published");
            var place = rows.Place(item.Place);
            long? head = item.SameAs is { } told && headOf.TryGetValue(told, out var known) ? known
                : actors.Count + recipients.Count == 0 ? null : heads.Find(item, rows.Article, actors, recipients, days, isExact, place?.Country);
            var reporter = item.ReportedBy is { } by ? rows.Entity(record.Statements.FirstOrDefault(statement => statement.Id == by)?.Speaker)?.Number : null;
            var number = db.Insert(
                """
                insert into events(article, id, key, head, kind, date, day, last_day, exact, place, country, asserted, reported_by, confidence, sentence, begin, end, trigger_begin, trigger_end, reports, told)
                values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 1, ?20)
                """,
                rows.Article, item.Id, EntryKeys.Kept(item.Key, "event", rows.Text.Words(item.Trigger)), head ?? 0, Kind(db, item),
                RecordRows.Beyond(item.Date, first), first, last, isExact, rows.PlaceNumber(place), place?.Country, item.ReportedBy is not null, reporter, RecordRows.TenThousandths(item.Confidence),
                item.Sentence, item.Span.Begin, item.Span.End, item.Trigger.Begin, item.Trigger.End, item.ReportedBy is null);
            Parties(rows, number, 0, actors);
            Parties(rows, number, 1, recipients);
            if (head is null)
            {
                db.Run("update events set head = num where num = ?1", number);
                headOf[item.Id] = number;
                heads.Register(number, item.Type, item.Status, first, actors, recipients);
            }
            else
            {
                heads.Elect(db.Rows("select num from events where head = ?1", row => row.Long(0), head));
                var elected = db.Number("select head from events where num = ?1", number)!.Value;
                heads.Register(elected, item.Type, item.Status, first, actors, recipients);
                foreach (var (id, old) in headOf.ToList())
                    if (old == head)
                        headOf[id] = elected;
                headOf[item.Id] = elected;
            }
            Stale(rows, first);
        }
    }

    /// <summary>Marks the week of a day, so that its tension is summed again.</summary>
    public static void Stale(RecordRows rows, DateOnly? day)
    {
        if (day is { } when)
            rows.Db.Run("insert or ignore into stale_weeks(week) values(?1)", when.DayNumber - (((int)when.DayOfWeek + 6) % 7));
    }

    // What many events say alike stands once.
    private static long Kind(Db db, RecordEvent item)
    {
        ReadOnlySpan<object?> kind = [item.Type, string.Join('|', item.Modes), string.Join('|', item.Contexts), item.Rule, item.Status, item.Cameo, item.Quad, item.Score, item.Goldstein];
        return db.Number("select num from event_kinds where type = ?1 and modes = ?2 and contexts = ?3 and rule = ?4 and status = ?5 and cameo is ?6 and quad is ?7 and score is ?8 and goldstein is ?9", kind)
            ?? db.Insert("insert into event_kinds(type, modes, contexts, rule, status, cameo, quad, score, goldstein) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", kind);
    }

    private static void Parties(RecordRows rows, long number, int role, List<StoredEntity> entities)
    {
        foreach (var entity in entities)
            rows.Db.Run("insert into event_parties(event, role, entity, principal) values(?1, ?2, ?3, ?4)", number, role, entity.Number, entity.Principal);
    }
}
