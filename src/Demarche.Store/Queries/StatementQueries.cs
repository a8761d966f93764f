using System.Globalization;
using Demarche.Store.Adding;
using Demarche.Store.Files;
using Demarche.Store.Queries;

namespace Demarche.Store;

public sealed partial class StoreQueries
{
    /// <summary>Who said what, to whom and of whom, the newest first.</summary>
    public Page<StatementView> Statements(StatementFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var where = new Where().If("s.speaker = @", EntityOf(look, filter.Speaker)).If("s.kind = @", filter.Kind is null ? null : StatementRows.KindOf(filter.Kind)).If("s.anonymous = @", filter.Anonymous)
                .If("s.day >= @", filter.From).If("s.day <= @", filter.Until).If("s.article = (select num from articles where id = @)", filter.Article)
                .If("s.num in (select statement from statement_parties where entity = @ and role = 1)", EntityOf(look, filter.About))
                .If("s.num in (select statement from statement_parties where entity = @ and role = 0)", EntityOf(look, filter.Addressee))
                .If("s.article in (select article from article_crises where crisis = @)", CrisisOf(look, filter.Crisis));
            if (filter.Distinct)
                where.And("(s.quote is null or s.num = (select min(q.num) from statements q where q.quote = s.quote))");
            var from = "from statements s";
            var order = "order by s.day desc, s.num";
            if (!string.IsNullOrWhiteSpace(filter.Search))
            {
                if (SearchWords.Of(filter.Search) is not { } query)
                    return new([], 0, paging.Skip);
                if (filter.ByRelevance)
                {
                    from = "from statement_words w cross join statements s on s.num = w.rowid";
                    where.And("statement_words match @", query);
                    order = "order by bm25(statement_words)";
                }
                else
                    where.And("s.num in (select rowid from statement_words where statement_words match @)", query);
            }
            var page = PageOf(look,
                "s.num, s.article, s.id, s.key, s.kind, s.speaker, s.anonymous, s.negated, s.date, s.day, s.sentence, s.begin, s.end, s.content, s.speaker_begin, s.speaker_end, s.quote",
                from, where, order, paging, StatementRow.Of);
            return new Page<StatementView>([.. page.Items.Select(row => row.View(look))], page.Total, page.Offset);
        });
    }

    /// <summary>A row of statements, before names and words are looked up.</summary>
    private sealed record StatementRow(
        long Number, long Article, string Id, EntryKey Key, string Kind, long? Speaker, bool Anonymous, bool Negated, string? Date, DateOnly? Day, int Sentence, int Begin, int End, string Content,
        int? SpeakerBegin, int? SpeakerEnd, long? Quote)
    {
        public static StatementRow Of(Row row) => new(
            row.Long(0), row.Long(1), row.Text(2), KeyOf(row), StatementRows.KindOf(row.Int(4)), row.LongOrNull(5), row.Flag(6), row.Flag(7), row.TextOrNull(8) ?? row.IsoDay(9), row.Day(9), row.Int(10), row.Int(11), row.Int(12), ContentOf(row),
            row.IntOrNull(14), row.IntOrNull(15), row.LongOrNull(16));

        // One span from begin to end where nothing else is said.
        private static string ContentOf(Row row) => row.TextOrNull(13) ?? string.Create(CultureInfo.InvariantCulture, $"{row.Long(11)}-{row.Long(12)}");

        // A statement's key is made of the words of its first span.
        private static EntryKey KeyOf(Row row)
        {
            var content = ContentOf(row).AsSpan();
            var dash = content.IndexOf('-');
            var comma = content.IndexOf(',');
            return new(row.Key(3), "statement", int.Parse(content[..dash], CultureInfo.InvariantCulture), int.Parse(content[(dash + 1)..(comma < 0 ? content.Length : comma)], CultureInfo.InvariantCulture));
        }

        public StatementView View(Lookup look)
        {
            var parties = look.Db.Rows("select role, entity from statement_parties where statement = ?1", row => (Role: row.Int(0), Entity: row.Long(1)), Number);
            return new()
            {
                Kind = Kind,
                Speaker = look.Maybe(Speaker),
                SpeakerWords = SpeakerBegin is { } begin && SpeakerEnd is { } end ? look.Words(Article, begin, end) : null,
                Anonymous = Anonymous,
                Negated = Negated,
                Content = look.Words(Article, Content),
                Addressee = [.. parties.Where(party => party.Role == 0).Select(party => look.Entity(party.Entity))],
                About = [.. parties.Where(party => party.Role == 1).Select(party => look.Entity(party.Entity))],
                Date = Date,
                Day = Day,
                Reports = Quote is null ? 1 : (int)look.Db.Number("select count(distinct a.original) from statements s join articles a on a.num = s.article where s.quote = ?1", Quote)!.Value,
                Source = look.Source(Article, Id, Key, Sentence, Begin, End),
            };
        }
    }
}
