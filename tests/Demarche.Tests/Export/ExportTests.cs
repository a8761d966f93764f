using System.Text;
using System.Text.Json;
using Demarche.Events;
using Demarche.Export;
using Demarche.Records;
using Record = Demarche.Records.Record;
using Parquet;

namespace Demarche.Tests.Export;

public sealed class ExportTests
{
    internal static Record Sample => new()
    {
        Id = "a",
        Coder = new("1", "m", "l"),
        Source = new() { Headline = "Freedonia closes, and says so", Published = "2019-01-24", Publisher = "The Lantern", Language = "en" },
        Text = "😀 Freedonia closed the border with Sylvania. It will send aid.",
        Sentences = [new(0, 44, 0), new(45, 63, 0)],
        Entities =
        [
            new() { Id = "n1", Name = "Freedonia", Kind = "state", Country = "FRE", Mentions = [new(2, 11, "name")] },
            new() { Id = "n2", Name = "Sylvania \"the Other\"", Kind = "state", Country = "XKX", Sectors = ["GOV"] },
        ],
        Events =
        [
            new() { Id = "e1", Key = "k1", Type = "COERCE", Modes = ["restrict"], Cameo = "1721", Quad = 4, Score = -7, Goldstein = -7, Actor = ["n1"], Recipient = ["n2"], Date = "2019-01", Status = "actual", Trigger = new(12, 18), Span = new(2, 43), Rule = "r", Confidence = 0.9, Figures = ["f1"] },
            new() { Id = "e2", Key = "k2", Type = "AID", Actor = ["n1"], Status = "planned", Trigger = new(53, 57), Span = new(45, 62), Sentence = 1, Rule = "r", Confidence = 0.9 },
            new() { Id = "e3", Key = "k3", Type = "AID", Actor = ["n1"], Status = "negated", Trigger = new(53, 57), Span = new(45, 62), Sentence = 1, Rule = "r", Confidence = 0.9 },
        ],
        Figures = [new() { Id = "f1", Key = "k", Kind = "killed", Value = 3, Span = new(0, 1) }],
    };

    [Fact]
    public void Csv_quotes_what_must_be_quoted_and_takes_words_by_code_points()
    {
        var lines = EventCsv.Rows(Sample).TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains(",\"Freedonia closes, and says so\",", lines[0], StringComparison.Ordinal);
        Assert.Contains(",\"Sylvania \"\"the Other\"\"\",XKX,GOV,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",closed,Freedonia closed the border with Sylvania,0,2,43,r,0.9", lines[0], StringComparison.Ordinal);
        Assert.Equal(EventCsv.Header.Split(',').Length, lines[1].Split(',').Length - 1);
    }

    [Fact]
    public void Plover_reduces_what_is_planned_and_leaves_out_what_is_negated()
    {
        var events = Encoding.UTF8.GetString(PloverJson.Lines(Sample)).TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, events.Count);
        Assert.Equal("COERCE", events[0].GetProperty("event")[0].GetString());
        Assert.Equal(("2019-01-01", 4, -7.0, 3), (events[0].GetProperty("date").GetString(), events[0].GetProperty("quad_code").GetInt32(), events[0].GetProperty("event_scale").GetDouble(), events[0].GetProperty("size").GetProperty("dead").GetInt32()));
        Assert.Equal("KOS", events[0].GetProperty("recipient")[0].GetProperty("code").GetString());
        Assert.Equal("😀 Freedonia closed the border with Sylvania.", events[0].GetProperty("text").GetString());
        Assert.Equal(("AGREE", 1, "status: planned"), (events[1].GetProperty("event")[0].GetString(), events[1].GetProperty("quad_code").GetInt32(), events[1].GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task Parquet_holds_the_same_rows()
    {
        using var stream = new MemoryStream();
        await using (var parquet = await EventParquet.CreateAsync(stream))
            await parquet.AddAsync(EventRow.Of(Sample));
        stream.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(stream);
        Assert.Equal(EventCsv.Header.TrimEnd('\n').Split(','), reader.Schema.GetDataFields().Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(3, group.RowCount);
    }

    [Fact]
    public void Json_escapes_no_character_that_it_need_not()
    {
        var json = RecordJson.Write(Sample with { Text = "é 😀 <b>&'\u2028 \"q\" \\ \u0001" });
        Assert.Contains("\"text\":\"é 😀 <b>&'\u2028 \\\"q\\\" \\\\ \\u0001\"", json, StringComparison.Ordinal);
        Assert.Equal("é 😀 <b>&'\u2028 \"q\" \\ \u0001", RecordJson.Read(json).Text);
    }

    [Theory]
    [InlineData(EventType.Agree, "", 1, 2.5)]
    [InlineData(EventType.Accuse, "", 3, -3)]
    [InlineData(EventType.Sanction, "expel", 4, -5.5)]
    [InlineData(EventType.Protest, "vandalize", 4, -5)]
    [InlineData(EventType.Assault, "beat|unconventional", 4, -10)]
    [InlineData(EventType.Request, "no such mode", 3, 0)]
    public void Scales_are_those_of_the_manual(EventType type, string modes, int quad, double score)
    {
        var scale = EventScales.Of(new() { Id = "e", Type = type, Modes = [.. modes.Split('|')], Cameo = "1124", Trigger = default, TriggerHead = default, Span = default, Rule = "" });
        Assert.Equal((quad, score), (scale.Quad, scale.Score));
        Assert.NotNull(scale.Goldstein);
    }

    [Theory]
    [InlineData("010", 0)]
    [InlineData("195", -10)]
    [InlineData("1959", -10)]
    public void Goldstein_is_by_code_or_the_code_that_it_begins_with(string code, double weight) => Assert.Equal(weight, EventScales.Goldstein(code));

    [Fact]
    public void No_code_has_no_weight() => Assert.Null(EventScales.Goldstein(null));
}
