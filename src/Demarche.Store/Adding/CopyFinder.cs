using System.Runtime.InteropServices;
using Demarche.Ledgers.Joining;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>
/// Finds of which article another is a copy: syndicated, corrected and cut texts. As the ledger does: sketches of the whole or of the
/// first hundred words agree by three quarters, within thirty days.
/// </summary>
internal sealed class CopyFinder(Db db)
{
    private const double Enough = 0.75;
    private const int Days = 30;
    private const int Band = 4;

    /// <summary>The article's original, itself where it is no copy, and how like they are. Remembers the article's sketches.</summary>
    public (long Original, double Likeness) Join(long number, PreparedArticle article)
    {
        var (like, likeness) = (number, 0.0);
        Look(article.Whole, isLead: false, number, article.Day, ref like, ref likeness);
        if (like == number)
            Look(article.Beginning, isLead: true, number, article.Day, ref like, ref likeness);
        db.Run("insert or replace into sketches(article, whole, lead) values(?1, ?2, ?3)", number, Bytes(article.Whole), Bytes(article.Beginning));
        return like == number ? (number, 1) : (db.Number("select original from articles where num = ?1", like) ?? number, likeness);
    }

    private void Look(uint[]? sketch, bool isLead, long number, DateOnly? day, ref long like, ref double likeness)
    {
        if (sketch is null)
            return;
        for (var bin = 0; bin < MinHash.Bins; bin += isLead ? Band * 2 : Band)
        {
            var key = WordHashes.Mix(((ulong)sketch[bin] << 32) | sketch[bin + 1])
                ^ WordHashes.Mix((((ulong)sketch[bin + 2] << 32) | sketch[bin + 3]) + (ulong)bin + (isLead ? 1001UL : 1));
            var other = db.Number("select article from bands where key = ?1", unchecked((long)key));
            // The newest stands for its band, so that a text that returns years later is compared with its latest copy.
            db.Run("insert or replace into bands(key, article) values(?1, ?2)", unchecked((long)key), number);
            if (other is not { } known || known == number || known == like)
                continue;
            var theirs = db.First("select a.day, s.whole, s.lead from articles a join sketches s on s.article = a.num where a.num = ?1",
                row => (Day: row.Day(0), Sketch: row.BytesOrNull(isLead ? 2 : 1)), known);
            if (theirs.Sketch is null || (theirs.Day is { } one && day is { } two && Math.Abs(one.DayNumber - two.DayNumber) > Days))
                continue;
            var share = Likeness(sketch, theirs.Sketch);
            if (share >= Enough && share > likeness)
                (like, likeness) = (known, share);
        }
    }

    // Sixteen bits of each bin are kept: by chance one bin of 65,536 agrees.
    private static byte[]? Bytes(uint[]? sketch) =>
        sketch is null ? null : MemoryMarshal.AsBytes(Array.ConvertAll(sketch, bin => (ushort)bin).AsSpan()).ToArray();

    private static double Likeness(uint[] sketch, byte[] theirs)
    {
        var bins = MemoryMarshal.Cast<byte, ushort>(theirs);
        var same = 0;
        for (var bin = 0; bin < sketch.Length && bin < bins.Length; bin++)
            if ((ushort)sketch[bin] == bins[bin])
                same++;
        return (double)same / sketch.Length;
    }
}
