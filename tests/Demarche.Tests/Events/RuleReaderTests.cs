using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.RuleLanguage;
using Demarche.Knowledge;

namespace Demarche.Tests.Events;

/// <summary>The rule language: what it reads, and what it says about lines that it cannot read.</summary>
public sealed class RuleReaderTests
{
    private static RuleReader Read(string text)
    {
        var reader = new RuleReader();
        reader.Read(new("Events/rules/x.rules", "x.rules", false, text));
        return reader;
    }

    [Fact]
    public void A_rule_has_its_settings_and_patterns()
    {
        var reader = Read("list talks = talk negotiation\nrule consult.x CONSULT mode=visit cameo=042 conf=0.7\nverb A hold|have {@talks meeting} (with A)\n");
        var pattern = Assert.Single(reader.Patterns);
        Assert.Equal(EventType.Consult, pattern.Rule.Type);
        Assert.Equal(["visit"], pattern.Rule.Modes);
        Assert.Equal(["hold", "have"], pattern.Triggers);
        Assert.Equal(2, pattern.Parts.Length);
        Assert.True(pattern.Parts[0].Nouns!.SetEquals(["talk", "negotiation", "meeting"]));
        Assert.True(pattern.Parts[1].Optional);
        Assert.Equal(Slot.Actor, pattern.Parts[1].Slot);
    }

    [Fact]
    public void Parties_are_restricted_by_what_they_are_and_by_their_words()
    {
        var reader = Read("rule a.b SUPPORT party=political without=@bills|debate\nlist bills = bill law\nverb A:state|GOV{not press} back R:-person!{not @bills}\n");
        var pattern = Assert.Single(reader.Patterns);
        Assert.True(pattern.Rule.Without!.SetEquals(["bill", "law", "debate"]));
        Assert.True(pattern.SubjectPart!.Not!.SetEquals(["press"]));
        Assert.True(pattern.Parts[0].Not!.SetEquals(["bill", "law"]));
        Entity state = new() { Id = "1", Name = "", Kind = EntityKind.State }, minister = new() { Id = "2", Name = "", Kind = EntityKind.Person, Sectors = ["GOV"] },
            actress = new() { Id = "3", Name = "", Kind = EntityKind.Person, Sectors = ["CVL"] }, unknown = new() { Id = "4", Name = "" };
        Assert.Equal([true, true, false, true], new[] { state, minister, actress, unknown }.Select(pattern.SubjectPart.Test!.Takes));
        Assert.Equal([true, false, false, true], new[] { state, minister, actress, unknown }.Select(pattern.Parts[0].Test!.Takes));
        Assert.Equal([true, true, false, true], new[] { state, minister, actress, unknown }.Select(pattern.Rule.Party!.Takes));
        Assert.True(pattern.Parts[0].Strict);
    }

    [Theory]
    [InlineData("verb A urge R", "x.rules:1: column 1: 'verb' stands before any rule; write a line 'rule ID TYPE' above it.")]
    [InlineData("rule a.b URGE", "x.rules:1: column 10: 'URGE' is no PLOVER type")]
    [InlineData("rule a.b REQUEST conf=2", "x.rules:1: column 18: 'conf=2' cannot be read")]
    [InlineData("rule a.b REQUEST\nverb A urge {@no}", "x.rules:2: column 13: there is no list '@no'")]
    [InlineData("rule a.b REQUEST\nverb A urge (R", "x.rules:2: column 15: a bracket is not closed")]
    [InlineData("rule a.b REQUEST\nverb A", "x.rules:2: column 7: the line ends where the trigger's lemmas should stand.")]
    [InlineData("rule a.b REQUEST\nex He urged.", "x.rules:2: column 1: an example is written 'ex SENTENCE => TYPE actor > recipient'.")]
    [InlineData("rule a.b REQUEST\nrule a.b REQUEST", "x.rules:2: column 17: the id 'a.b' is taken by the rule in x.rules:1")]
    [InlineData("foo", "x.rules:1: column 1: 'foo' is no keyword")]
    [InlineData("rule a.b REQUEST\nverb A urge R:alien", "x.rules:2: column 13: 'alien' says nothing about a party")]
    public void A_broken_line_is_told_with_its_place(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<LexiconException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_users_rule_wins_and_may_switch_others_off()
    {
        var reader = Read("rule a.b REQUEST\nverb A urge R\nrule c.d AID\nverb A help R\n");
        reader.Read(new("Events/rules/mine.rules", "mine.rules", true, "rule a.b SUPPORT\nverb A nudge R\noff c.d\n"));
        var pattern = Assert.Single(reader.Patterns);
        Assert.Equal(EventType.Support, pattern.Rule.Type);
        Assert.Equal(["nudge"], pattern.Triggers);
    }

    [Fact]
    public void Every_rule_of_the_library_has_an_example_and_several_thousand_triggers_are_known()
    {
        var book = RuleBook.Load(Lexicon.Default);
        var shown = book.Examples.Select(example => example.Rule).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(book.Patterns, pattern => !shown.Contains(pattern.Rule.Id));
        var expressions = book.Patterns.Sum(pattern => pattern.Triggers.Length * (pattern.FixedNoun?.Nouns!.Count ?? 1));
        Assert.True(expressions > 5000, $"{expressions} trigger expressions");
    }
}
