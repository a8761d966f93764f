using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Schema;

/// <summary>What SQL cannot do of the step to version 2: texts and records are packed together, and keys are shortened.</summary>
internal static class PackedAnew
{
    private const int Part = 64;

    private static readonly (string Table, string Columns)[] Keys =
    [
        ("events", "'event', trigger_begin, trigger_end"),
        ("statements", "'statement', iif(content is null, begin, cast(content as integer)), iif(content is null, end, cast(substr(content, instr(content, '-') + 1) as integer))"),
        ("positions", "'position:' || stance, begin, end"),
        ("demands", "'demand', content_begin, content_end"),
        ("figures", "'figure', begin, end"),
    ];

    public static void Run(Db db)
    {
        // A new file has no dictionary yet, and nothing to pack.
        if (db.Value("select value from meta where key = 'dictionary'") is byte[] dictionary)
        {
            var shipped = Packing.Shipped();
            using var before = new Packing(dictionary);
            using var now = new Packing(shipped);
            for (var last = 0L; ;)
            {
                var rows = db.Rows("select article, text, record from bodies where article > ?1 order by article limit ?2", row => (Article: row.Long(0), Text: row.Bytes(1), Record: row.Bytes(2)), last, Part);
                foreach (var (article, record, body) in rows.AsParallel().AsOrdered().Select(row =>
                {
                    var record = RecordJson.Read(before.TextOfV1(row.Record)) with { Text = before.TextOfV1(row.Text) };
                    return (row.Article, record, now.Pack(record));
                }))
                {
                    db.Run("insert into bodies_2(article, body) values(?1, ?2)", article, body);
                    Shorten(db, article, new(record.Text));
                    last = article;
                }
                if (rows.Count < Part)
                    break;
            }
            db.Run("update meta set value = ?1 where key = 'dictionary'", shipped);
        }
        db.Run("drop table bodies");
        db.Run("alter table bodies_2 rename to bodies");
    }

    private static void Shorten(Db db, long article, Export.CodePointText text)
    {
        foreach (var (table, columns) in Keys)
            foreach (var (number, key, layer, begin, end) in db.Rows($"select num, key, {columns} from {table} where article = ?1", row => (row.Long(0), row.Text(1), row.Text(2), row.Int(3), row.Int(4)), article))
                if (EntryKeys.Kept(key, layer, text.Words(new(begin, end))) is var kept && !kept.Equals(key))
                    db.Run($"update {table} set key = ?2 where num = ?1", number, kept);
    }
}
