using System.Globalization;
using Demarche.Store.Files;

namespace Demarche.Store.Queries;

/// <summary>What camps need of a spell. Most positions are held on most days, so that all are read once and kept until the store changes.</summary>
internal sealed record StoredSpell(string Id, long Holder, long Speaker, long? Toward, string Stance, string? Office, int? Day, int? Until, double Confidence, bool IsInferred)
{
    /// <summary>The spells that say something of two actors or of a claim; those told in a crisis's articles, where one is given.</summary>
    public static List<StoredSpell> All(Db db, long? crisis)
    {
        // Stances and offices are few: each stands once in memory.
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        var where = new Where().And("(s.toward is not null or s.stance = 'claims_office')")
            .If("exists(select 1 from positions p join article_crises c on c.article = p.article and c.crisis = @ where p.spell = s.num)", crisis);
        return db.Rows(
            $"select s.num, s.holder, s.speaker, s.toward, s.stance, s.office, s.day, s.until, s.confidence, s.inferred from spells s{where} order by s.day, s.num",
            row => new StoredSpell(string.Create(CultureInfo.InvariantCulture, $"p{row.Long(0)}"), row.Long(1), row.Long(2), row.LongOrNull(3), Once(row.Text(4)), row.TextOrNull(5) is { } office ? Once(office) : null,
                row.IntOrNull(6), row.IntOrNull(7), row.Number(8)!.Value, row.Flag(9)), where.Values);

        string Once(string word) => words.TryGetValue(word, out var known) ? known : words[word] = word;
    }
}
