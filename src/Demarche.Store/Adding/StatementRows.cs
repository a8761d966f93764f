using System.Globalization;
using System.Runtime.InteropServices;
using Demarche.Ledgers.Joining;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>Writes a record's statements, their words for search, whom they are spoken to and of.</summary>
internal static class StatementRows
{
    private const int Begin = 8;

    public static void Write(RecordRows rows)
    {
        var (db, record) = (rows.Db, rows.Record);
        List<ulong> hashes = [];
        foreach (var item in record.Statements)
        {
            if (item.Content.Count == 0)
                continue;
            var speaker = rows.Entity(item.Speaker);
            var words = string.Join(" … ", item.Content.Select(rows.Words.Of));
            var date = item.Date ?? record.Source.Published;
            var begin = Math.Min(item.Content[0].Begin, item.SpeakerSpan?.Begin ?? int.MaxValue);
            var end = item.Content.Max(span => span.End);
            var day = RecordRows.FirstDay(date) ?? rows.Day;
            var number = db.Insert(
                """
                insert into statements(article, id, key, kind, speaker, anonymous, negated, date, day, sentence, begin, end, content, speaker_begin, speaker_end, quote)
                values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                """,
                rows.Article, item.Id, EntryKeys.Kept(item.Key, "statement", rows.Text.Words(item.Content[0])), KindOf(item.Kind), speaker?.Number, item.Anonymous, item.Negated, RecordRows.Beyond(date, day), day,
                rows.Words.SentenceAt(item.Content[0].Begin), begin, end, item.Content is [var only] && only == new RecordSpan(begin, end) ? null : Spans(item.Content),
                item.SpeakerSpan?.Begin, item.SpeakerSpan?.End, Quote(item, words, speaker, hashes));
            db.Run("insert into statement_words(rowid, words) values(?1, ?2)", number, words);
            foreach (var entity in rows.Entities(item.Addressee))
                db.Run("insert into statement_parties(statement, role, entity) values(?1, 0, ?2)", number, entity.Number);
            foreach (var entity in record.Entities)
                if (entity.Id != item.Speaker && entity.Mentions.Any(mention => item.Content.Any(span => mention.Begin >= span.Begin && mention.End <= span.End)) && rows.Entity(entity.Id) is { } about)
                    db.Run("insert or ignore into statement_parties(statement, role, entity) values(?1, 1, ?2)", number, about.Number);
        }
    }

    /// <summary>The number of a kind.</summary>
    public static int KindOf(string kind) => kind switch { "direct" => 0, "indirect" => 1, _ => 2 };

    /// <summary>The kind of a number.</summary>
    public static string KindOf(int number) => number switch { 0 => "direct", 1 => "indirect", _ => "mixed" };

    /// <summary>Spans as text, "12-40,52-60".</summary>
    public static string Spans(IEnumerable<RecordSpan> spans) => string.Join(',', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Begin}-{span.End}")));

    // As the ledger joins quotations: the same speaker and the same first eight words.
    private static long? Quote(RecordStatement item, string words, StoredEntity? speaker, List<ulong> hashes)
    {
        if (item.Kind == "indirect" || item.Negated || speaker is not { IsLocal: false } by)
            return null;
        hashes.Clear();
        WordHashes.Append(words, hashes);
        if (hashes.Count < 3)
            return null;
        return unchecked((long)WordHashes.Mix(WordHashes.Of(CollectionsMarshal.AsSpan(hashes)[..Math.Min(Begin, hashes.Count)]) ^ (ulong)by.Number));
    }
}
