using System.Text;
using System.Text.Json;
using Demarche.Ledgers;
using Demarche.Ledgers.Tables;
using Demarche.Records;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Ledgers;

public sealed class LedgerTests
{
    [Fact]
    public void One_event_told_by_three_articles_is_one_with_its_first_report()
    {
        var ledger = Build(
            RecordMaker.Make("later", "2019-01-25").Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("first", "2019-01-24").Event("ACCUSE", "russia", "trump", "2019-01-24"),
            RecordMaker.Make("other", "2019-01-26").Event("ACCUSE", "russia", "usa", "2019-01-25", from: "published"));
        var told = Assert.Single(ledger.Events);
        Assert.Equal(3, told.Reports);
        Assert.Equal("first", told.First.Article);
    }

    [Theory]
    [InlineData("ACCUSE", "russia", "usa", "2019-01-26", "actual")]
    [InlineData("ACCUSE", "cuba", "usa", "2019-01-24", "actual")]
    [InlineData("ACCUSE", "russia", "mexico", "2019-01-24", "actual")]
    [InlineData("ACCUSE", "russia", "usa", "2019-01-24", "negated")]
    [InlineData("THREATEN", "russia", "usa", "2019-01-24", "actual")]
    [InlineData("ACCUSE", "russia", "usa", "2019-01-25", "actual")]
    public void Different_events_stay_apart(string type, string actor, string recipient, string date, string status)
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-24").Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("b", "2019-01-26").Event(type, actor, recipient, date, status: status));
        Assert.Equal(2, ledger.Events.Count());
    }

    [Fact]
    public void Copies_of_an_article_count_as_one_source()
    {
        var words = string.Join(' ', Enumerable.Range(0, 220).Select(number => $"word{number * 37 % 101}x{number}"));
        var ledger = Build(
            RecordMaker.Make("agency", "2019-01-24", words).Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("paper", "2019-01-25", words + " This version corrects the spelling of a name.").Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("cut", "2019-01-25", words[..(words.Length / 2)]).Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("own", "2019-01-25", string.Join(' ', Enumerable.Range(0, 200).Select(number => $"other{number}"))).Event("ACCUSE", "russia", "usa", "2019-01-24"));
        Assert.Equal(2, ledger.DistinctArticleCount);
        Assert.Equal(2, Assert.Single(ledger.Events).Reports);
        Assert.Equal(["agency", "agency"], ledger.Articles.Where(article => article.CopyOf is not null).Select(article => article.CopyOf!));
    }

    [Fact]
    public void One_quote_told_twice_is_one()
    {
        const string text = "\"We will not comply with this order at all,\" he said. Nothing else is quoted in this text at all.";
        var ledger = Build(RecordMaker.Make("a", "2019-01-24", text).Quote("maduro", 1, 42), RecordMaker.Make("b", "2019-01-25", "\"We will not comply with this order at all,\" came the answer from the palace that night.").Quote("maduro", 1, 42));
        var quote = Assert.Single(ledger.Quotes);
        Assert.Equal(2, quote.Reports);
        Assert.Equal("2019-01-24", quote.Date);
    }

    [Fact]
    public void Rival_counts_stay_apart()
    {
        var ledger = Build(RecordMaker.Make("a", "2019-01-30").Killed(14, "cuba").Killed(26, "usa"), RecordMaker.Make("b", "2019-01-31").Killed(14, "cuba"));
        var matter = Assert.Single(ledger.Matters);
        Assert.True(matter.Rivals);
        Assert.Equal([14.0, 26.0], matter.Figures.Select(figure => figure.Value!.Value).Order());
    }

    [Fact]
    public void A_change_of_sides_ends_the_earlier_recognition()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-11").Position("mexico", "recognizes", "maduro", "2019-01-10"),
            RecordMaker.Make("b", "2019-02-05").Position("mexico", "recognizes", "guaido", "2019-02-04").Position("trump", "recognizes", "guaido", "2019-01-23"));
        Assert.Equal(["Nicolás Maduro"], Recognized(ledger, "2019-01-20", "Mexico"));
        Assert.Equal(["Juan Guaidó"], Recognized(ledger, "2019-02-04", "Mexico"));
        Assert.Equal(["Juan Guaidó"], Recognized(ledger, "2019-01-23", "United States"));
        Assert.Empty(Recognized(ledger, "2019-01-09", "Mexico"));
        var ended = ledger.Positions.Single(position => position.Until is not null);
        Assert.Equal("2019-02-04", ended.Until);
        Assert.NotNull(ended.EndedBy);
    }

    [Fact]
    public void A_withdrawal_ends_a_recognition()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-24").Position("cuba", "recognizes", "guaido", "2019-01-23"),
            RecordMaker.Make("b", "2019-03-02").Position("cuba", "recognizes", "guaido", "2019-01-23", until: "2019-03-01"));
        Assert.Equal(["Juan Guaidó"], Recognized(ledger, "2019-02-01", "Cuba"));
        Assert.Empty(Recognized(ledger, "2019-03-01", "Cuba"));
    }

    [Fact]
    public void Contradictions_are_kept_and_marked()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-24").Position("cuba", "recognizes", "guaido", "2019-01-23").Position("cuba", "recognizes", "maduro", "2019-01-23")
                .Position("russia", "supports", "maduro", "2019-01-23").Position("russia", "opposes", "maduro", "2019-01-23"));
        Assert.Equal(4, ledger.Positions.Count());
        Assert.All(ledger.Positions, position => Assert.Contains("contradicted", position.Marks));
    }

    [Fact]
    public void What_is_inferred_does_not_end_what_was_said()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-24").Position("russia", "supports", "maduro", "2019-01-23"),
            RecordMaker.Make("b", "2019-01-26").Position("russia", "opposes", "maduro", "2019-01-25", fromEvent: "e1"));
        Assert.Contains(ledger.PositionsAt(new(2019, 2, 1)), position => position.Stance == "supports");
        Assert.Contains(ledger.Positions, position => position.Marks.Contains("at_odds_with_words"));
    }

    [Fact]
    public void An_undated_article_is_kept_and_marked()
    {
        var ledger = Build(RecordMaker.Make("a", null).Position("cuba", "supports", "maduro", null).Event("ACCUSE", "cuba", "usa", null).Demand("cuba", "usa", null));
        Assert.Null(ledger.AsOf);
        Assert.Contains("undated", Assert.Single(ledger.Positions).Marks);
        Assert.Contains("undated", Assert.Single(ledger.Demands).Marks);
        Assert.Single(ledger.Events);
        using var stream = new MemoryStream();
        LedgerJson.Write(ledger, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("demarche-ledger/1", json.RootElement.GetProperty("schema").GetString());
    }

    [Fact]
    public void Demands_run_out_and_are_answered_by_later_articles()
    {
        var first = RecordMaker.Make("a", "2019-01-24").Demand("maduro", "usa", "2019-01-26");
        var answer = RecordMaker.Make("b", "2019-01-28").Demand("maduro", "trump", "2019-01-26", "refused");
        var demand = Assert.Single(Build(first, answer).Demands);
        Assert.Equal("refused", demand.State);
        Assert.Equal(2, demand.Reports);
        Assert.Equal("open", Build(first, answer).DemandsAt(new(2019, 1, 25)).Single().State);
        Assert.Equal("overdue", Build(first, answer).DemandsAt(new(2019, 1, 27)).Single().State);
    }

    [Fact]
    public void A_deadline_before_the_report_is_marked() =>
        Assert.Contains("deadline_before_report", Build(RecordMaker.Make("a", "2019-01-24").Demand("maduro", "usa", "2018-01-26")).Demands.Single().Marks);

    [Fact]
    public void Tables_count_events_and_reports()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-24").Event("ACCUSE", "russia", "usa", "2019-01-24").Event("ACCUSE", "russia", "usa", "2019-02-01"),
            RecordMaker.Make("b", "2019-01-25").Event("ACCUSE", "russia", "usa", "2019-01-24"));
        var rows = MonthTable.Dyads(ledger);
        Assert.Equal(("2019-01", "RUS", "USA", 1, 2, -3.0, -6.0), (rows[0].Month, rows[0].Source, rows[0].Target, rows[0].Events, rows[0].Reports, rows[0].EventScore, rows[0].ReportScore));
        Assert.Equal("2019-02", rows[1].Month);
        using var writer = new StringWriter();
        MonthTableFile.WriteCsv(rows, writer);
        Assert.StartsWith("month,source,target,quad,type,events,reports,", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_are_written_as_Parquet()
    {
        var ledger = Build(RecordMaker.Make("a", "2019-01-24").Event("ACCUSE", "russia", "usa", "2019-01-24"));
        using var stream = new MemoryStream();
        await MonthTableFile.WriteParquetAsync(MonthTable.Countries(ledger), stream);
        Assert.Equal("PAR1", Encoding.ASCII.GetString(stream.ToArray(), 0, 4));
    }

    [Fact]
    public void An_event_whose_day_a_later_article_corrects_is_found_by_that_day()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-25").Event("ACCUSE", "russia", "usa", "2019-01-25", from: "published"),
            RecordMaker.Make("b", "2019-01-25").Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("c", "2019-01-26").Event("ACCUSE", "russia", "usa", "2019-01-24"),
            RecordMaker.Make("d", "2019-01-23").Event("ACCUSE", "russia", "usa", "2019-01-23", from: "published"),
            RecordMaker.Make("e", "2019-01-26").Event("ACCUSE", "russia", "usa", "2019-01-25"));
        Assert.Equal([("2019-01-24", 4), ("2019-01-25", 1)], ledger.Events.Select(told => (told.Date, told.Reports)));
    }

    [Fact]
    public void What_happened_in_a_week_is_not_what_happened_on_its_first_day()
    {
        var ledger = Build(
            RecordMaker.Make("a", "2019-01-16").Event("ACCUSE", "russia", "usa", "2019-01-07/2019-01-13"),
            RecordMaker.Make("b", "2019-01-16").Event("ACCUSE", "russia", "usa", "2019-01-07"),
            RecordMaker.Make("c", "2019-01-17").Event("ACCUSE", "russia", "usa", "2019-01-07/2019-01-13"));
        Assert.Equal([2, 1], ledger.Events.Select(told => told.Reports));
    }

    [Fact]
    public void Slim_records_hold_what_a_ledger_needs()
    {
        var record = RecordMaker.Make("a", "2019-01-24").Event("ACCUSE", "russia", "usa", "2019-01-24").Position("cuba", "supports", "maduro", "2019-01-24") with { Times = [new() { Id = "t1", Kind = "date" }] };
        var slim = RecordJson.ReadSlim(RecordJson.WriteUtf8(record));
        Assert.Empty(slim.Times);
        Assert.Equal("ACCUSE", Assert.Single(slim.Events).Type);
        Assert.Equal("cuba", Assert.Single(slim.Positions).Holder);
        Assert.Equal(record.Text, slim.Text);
    }

    private static IEnumerable<string> Recognized(Ledger ledger, string day, string state)
    {
        var names = ledger.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        return ledger.OfficesAt(DateOnly.ParseExact(day, "yyyy-MM-dd")).Where(office => office.Office == "VEN:president").SelectMany(office => office.Claimants)
            .Where(claimant => claimant.RecognizedBy.Any(by => names[by.Entity] == state)).Select(claimant => names[claimant.Entity]);
    }

    private static Ledger Build(params Record[] records) => records.Aggregate(new LedgerBuilder(), (builder, record) => builder.Add(record)).Build();
}
