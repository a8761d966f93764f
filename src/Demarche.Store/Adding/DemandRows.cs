using System.Runtime.InteropServices;
using Demarche.Ledgers;
using Demarche.Ledgers.Joining;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>
/// Writes a record's demands and joins tellings of one demand by the ledger's rules: by and of the same, within thirty days, and the
/// same deadline or a third of the words in common.
/// </summary>
internal static class DemandRows
{
    private const int Days = 30;

    private sealed record Known(long Head, DateOnly? Made, string? Deadline, byte[] Words);

    public static void Write(RecordRows rows)
    {
        var db = rows.Db;
        List<ulong> hashes = [];
        foreach (var item in rows.Record.Demands)
        {
            var (by, of) = (rows.Entities(item.By), rows.Entities(item.Of));
            hashes.Clear();
            WordHashes.Append(rows.Words.Of(item.Content), hashes);
            var words = hashes.Select(hash => (uint)(hash >> 32)).Distinct().ToArray();
            var deadline = EdtfDays.Of(item.Deadline);
            var head = Find(db, by, of, words, deadline, rows.Day);
            var number = db.Insert(
                """
                insert into demands(article, id, key, head, deadline, deadline_day, made, answer, answer_begin, answer_end, sentence, begin, end, content_begin, content_end, words)
                values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                """,
                rows.Article, item.Id, EntryKeys.Kept(item.Key, "demand", rows.Text.Words(item.Content)), head ?? 0, item.Deadline, deadline is { } due && due.Last < DateOnly.MaxValue ? due.Last : null, rows.Day, item.Answer,
                item.AnswerSpan?.Begin, item.AnswerSpan?.End, rows.Words.SentenceAt(item.Span.Begin), item.Span.Begin, item.Span.End, item.Content.Begin, item.Content.End,
                MemoryMarshal.AsBytes(words.AsSpan()).ToArray());
            if (head is null)
                db.Run("update demands set head = num where num = ?1", number);
            Parties(db, number, 0, by);
            Parties(db, number, 1, of);
            Sum(db, head ?? number);
        }
    }

    /// <summary>Tells the head when the demand was made first and when it is due.</summary>
    public static void Sum(Db db, long head) => db.Run(
        """
        update demands set first_made = (select min(t.made) from demands t where t.head = ?1),
            due = (select t.deadline_day from demands t where t.head = ?1 and t.deadline_day is not null order by t.made, t.num limit 1),
            answered = exists(select 1 from demands t where t.head = ?1 and t.answer <> 'open')
        where num = ?1
        """, head);

    private static long? Find(Db db, List<StoredEntity> by, List<StoredEntity> of, uint[] words, EdtfDays? deadline, DateOnly? day)
    {
        if (by.Count == 0 || by[0].IsLocal || (of.Count > 0 && of[0].IsLocal))
            return null;
        var least = day?.DayNumber - Days;
        var most = day?.DayNumber + Days;
        // The latest are looked through first; of one pair there are seldom many within two months.
        var candidates = db.Rows(
            """
            select d.head, d.made, d.deadline, d.words from demand_parties p join demands d on d.num = p.demand
            where p.principal = ?1 and p.role = 0 and (?3 is null or d.made is null or d.made between ?3 and ?4)
              and ((?2 is null and not exists(select 1 from demand_parties q where q.demand = d.num and q.role = 1))
                or exists(select 1 from demand_parties q where q.demand = d.num and q.role = 1 and q.principal = ?2))
            order by p.demand desc limit 200
            """,
            row => new Known(row.Long(0), row.Day(1), row.TextOrNull(2), row.Bytes(3)), by[0].Principal, of.Count > 0 ? of[0].Principal : null, least, most);
        return candidates.Find(known => Same(known, words, deadline))?.Head;
    }

    private static bool Same(Known known, uint[] words, EdtfDays? deadline)
    {
        if (EdtfDays.Of(known.Deadline) is { } one && deadline is { } other)
        {
            if (one.First > other.Last || other.First > one.Last)
                return false;
            if (one == other)
                return true;
        }
        var theirs = MemoryMarshal.Cast<byte, uint>(known.Words);
        var common = 0;
        foreach (var word in words)
            if (theirs.Contains(word))
                common++;
        return common > 0 && 3 * common >= Math.Min(words.Length, theirs.Length);
    }

    private static void Parties(Db db, long number, int role, List<StoredEntity> entities)
    {
        foreach (var entity in entities)
            db.Run("insert into demand_parties(demand, role, entity, principal) values(?1, ?2, ?3, ?4)", number, role, entity.Number, entity.Principal);
    }
}
