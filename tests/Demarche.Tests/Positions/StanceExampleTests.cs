using Demarche.Demands;
using Demarche.Knowledge;
using Demarche.Positions;
using Demarche.Reading;

namespace Demarche.Tests.Positions;

/// <summary>Every row of the tables of positions and demands gives what its example says.</summary>
public sealed class StanceExampleTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    public static TheoryData<string, string> Stances => [.. StanceRule.All(Lexicon.Default).SelectMany(rule => rule.Gives.Select(gives => (rule.Example, gives)))];

    public static TheoryData<string, string> Requests => [.. RequestRule.All(Lexicon.Default).Select(rule => (rule.Example, rule.Gives))];

    public static TheoryData<string, string> AnswersOf => [.. AnswerRule.All(Lexicon.Default).Select(rule => (rule.Example, rule.Gives))];

    [Theory]
    [MemberData(nameof(Stances))]
    public void A_stance_is_read(string example, string gives)
    {
        var record = Code(example);
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        var told = record.Positions.Select(position => $"{names[position.Holder]} {position.Stance} {(position.Toward is { } toward ? names[toward] : "")}".Trim()).ToList();
        var (holder, stance, toward) = Split(gives);
        Assert.Contains(told, line => line.Contains($" {stance}", StringComparison.Ordinal) && line.Split($" {stance}")[0].Contains(holder, StringComparison.OrdinalIgnoreCase)
            && line.Split($" {stance}")[1].Contains(toward, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_demand_is_read(string example, string gives)
    {
        var record = Code(example);
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        var demand = Assert.Single(record.Demands);
        var sides = gives.Split(" > ");
        if (sides[0] == "nobody")
            Assert.Empty(demand.By);
        else
            Assert.Contains(demand.By, by => names[by].Contains(sides[0], StringComparison.OrdinalIgnoreCase));
        if (sides[1] == "nobody")
            Assert.Empty(demand.Of);
        else
            Assert.Contains(demand.Of, of => names[of].Contains(sides[1], StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(AnswersOf))]
    public void An_answer_is_read(string example, string gives) => Assert.Equal(gives, Code(example).Demands[0].Answer);

    [Theory]
    [InlineData("Spain gave Russia two weeks on Saturday to leave.", "2019-02-09")]
    [InlineData("On Wednesday Maduro ordered the United States to close its embassy within 72 hours.", "2019-01-26")]
    [InlineData("France asked Russia to leave by Friday.", "2019-02-01")]
    [InlineData("France asked Russia to leave.", null)]
    public void Deadlines_count_from_the_demand(string text, string? deadline) => Assert.Equal(deadline, Code(text).Demands[0].Deadline);

    [Theory]
    [InlineData("Canada will recognize Juan Guaidó if Nicolás Maduro stays.")]
    [InlineData("Canada threatened to recognize Juan Guaidó.")]
    [InlineData("Canada has asked Mexico to recognize Juan Guaidó.")]
    public void What_is_not_held_yet_is_no_position(string text) =>
        Assert.DoesNotContain(Code(text).Positions, position => position.Stance == "recognizes");

    [Theory]
    [InlineData("Canada refused to recognize Juan Guaidó.", "does_not_recognize")]
    [InlineData("Canada does not recognize Juan Guaidó.", "does_not_recognize")]
    [InlineData("Canada will go on recognizing Juan Guaidó.", "recognizes")]
    [InlineData("Canada withheld recognition of Juan Guaidó.", "does_not_recognize")]
    public void Words_above_turn_a_stance(string text, string stance) => Assert.Equal(stance, Assert.Single(Code(text).Positions).Stance);

    [Fact]
    public void A_withdrawn_recognition_has_an_end()
    {
        var position = Assert.Single(Code("Canada withdrew its recognition of Juan Guaidó on Monday.").Positions);
        Assert.Equal(("recognizes", "2019-01-28"), (position.Stance, position.Until));
    }

    [Theory]
    [InlineData("Canada recognized Juan Guaidó; so had Brazil, Chile and Peru.", "recognizes", 4)]
    [InlineData("Canada recognized Juan Guaidó. Mexico and Cuba have not.", "does_not_recognize", 2)]
    [InlineData("Spain withheld recognition of Juan Guaidó, as did New Zealand.", "does_not_recognize", 2)]
    [InlineData("Cuba backed Nicolás Maduro, and so did Turkey.", "supports", 2)]
    public void Ellipses_take_up_a_stance(string text, string stance, int count) => Assert.Equal(count, Code(text).Positions.Count(position => position.Stance == stance));

    [Theory]
    [InlineData("")]
    [InlineData("recognized")]
    [InlineData("so had not . ; ; did so as did not")]
    [InlineData("demanded demanded to to by by Sunday")]
    public void No_text_breaks_the_steps(string text) => Code(text);

    private static Demarche.Records.Record Code(string text) => Coder.Code(new Article
    {
        Id = "test",
        Source = new() { Published = new DateOnly(2019, 1, 29) },
        Text = text,
    });

    private static (string Holder, string Stance, string Toward) Split(string gives)
    {
        foreach (var stance in new[] { "does_not_recognize", "recognizes", "claims_office", "supports", "opposes", "neutral" })
            if (gives.IndexOf(stance, StringComparison.Ordinal) is >= 0 and var at)
                return (gives[..at].Trim(), stance, gives[(at + stance.Length)..].Trim());
        throw new InvalidOperationException($"'{gives}' names no stance.");
    }
}
