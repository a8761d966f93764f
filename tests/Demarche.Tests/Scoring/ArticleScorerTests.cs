using System.Text.Json;
using Demarche.Records;
using Record = Demarche.Records.Record;
using Demarche.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>The expected numbers were worked out by hand from what docs/score.md says.</summary>
public sealed class ArticleScorerTests
{
    private const string Gold = """
        { "id": "a", "headline": "H", "published": "2019-01-24", "authors": ["Ana Ruiz"],
          "entities": { "free": ["Freedonia", "the Freedonian government"], "syl": ["Sylvania"], "ruiz": ["Ana Ruiz"] },
          "keep": ["closed the border", "not there"], "drop": ["20 guards"],
          "events": [
            { "type": ["COERCE", "SANCTION"], "actor": ["free"], "recipient": ["syl"], "status": "actual", "anchor": "closed the border", "date": "2019-01-24" },
            { "type": ["REJECT"], "actor": ["syl"], "recipient": [], "status": "actual", "anchor": "Sylvania", "must": false } ],
          "statements": [ { "content": "it has closed the border with Sylvania", "speaker": ["free"], "kind": "indirect" } ],
          "positions": [], "demands": [],
          "figures": [ { "anchor": "20 guards", "value": 20, "unit": "guard", "kind": "count" } ],
          "times": [ { "anchor": "Monday", "value": ["2019-01-21", "2019-01-28"] } ] }
        """;

    private static readonly Record Coded = new()
    {
        Id = "x/a",
        Coder = new("", "", ""),
        Source = new() { Headline = "H", Published = "2019-01-24", Authors = ["Ana Ruiz"] },
        // The curly quote and the emoji stand before all anchors: neither may shift them.
        Text = "😀 “Freedonia” said it has closed the border with Sylvania on Monday. 20 guards left.",
        Sentences = [new(0, 69, 0), new(70, 85, 0)],
        Entities = [new() { Id = "n1", Name = "The Freedonian Government", Kind = "organization" }, new() { Id = "n2", Name = "Sylvania", Kind = "state" }],
        Events =
        [
            new() { Id = "e1", Key = "", Type = "COERCE", Actor = ["n1"], Recipient = ["n2"], Status = "planned", Trigger = new(26, 32), Span = new(2, 58), Rule = "" },
            new() { Id = "e2", Key = "", Type = "AID", Actor = ["n1"], Status = "actual", Trigger = new(70, 72), Span = new(70, 84), Sentence = 1, Rule = "" },
        ],
        Statements = [new() { Id = "s1", Key = "", Kind = "direct", Speaker = "n1", Content = [new(19, 58)] }],
        Figures = [new() { Id = "f1", Key = "", Kind = "arrested", Value = 20, Unit = "guards", Span = new(70, 79) }],
        Times = [new() { Id = "t1", Begin = 62, End = 68, Kind = "date", Value = "2019-01-28" }],
    };

    [Fact]
    public void The_numbers_are_those_worked_out_by_hand()
    {
        using var gold = JsonDocument.Parse(Gold);
        var score = ArticleScorer.Score(gold.RootElement, Coded);
        Assert.Equal(new Tally(2, 1, 2, 1), score.Tallies["cleaning"]);
        Assert.Equal(new Tally(1, 1, 2, 1), score.Tallies["events"]);
        Assert.Equal(new Tally(1, 0, 2, 0), score.Tallies["events.strict"]);
        Assert.Equal(new Tally(1, 1, 1, 1), score.Tallies["statements"]);
        Assert.Equal(new Tally(1, 1, 1, 1), score.Tallies["figures"]);
        Assert.Equal(new Tally(1, 1, 1, 1), score.Tallies["times"]);
        Assert.Equal(new Share(0, 1), score.Shares["statements.kind"]);
        Assert.Equal(new Share(0, 1), score.Shares["figures.kind"]);
        Assert.Equal(new Share(0, 1), score.Shares["events.status"]);
        Assert.Equal(new Share(1, 1), score.Shares["cleaning.headline"]);
        Assert.Equal((2.0 / 3 + 1 + 1 + 1) / 4, score.F1!.Value, 9);
    }

    [Fact]
    public void Without_a_record_all_is_missed()
    {
        using var gold = JsonDocument.Parse(Gold);
        var score = ArticleScorer.Score(gold.RootElement, null);
        Assert.Equal(new Tally(1, 0, 0, 0), score.Tallies["events"]);
        Assert.Equal(0, score.F1);
    }

    [Fact]
    public void A_record_is_found_by_the_end_of_its_id() => Assert.Same(Coded, ArticleScorer.Find([Coded], "a"));

    [Theory]
    [InlineData("Mr. Nicolás Maduro's", "nicolas maduro")]
    [InlineData("the U.S.", "us")]
    [InlineData("Prime Minister Ruiz", "ruiz")]
    [InlineData("Prime Minister of Peru", "prime minister of peru")]
    public void Names_are_compared_without_title_and_accent(string name, string key) => Assert.Equal(key, GoldEntities.NameKey(name));
}
