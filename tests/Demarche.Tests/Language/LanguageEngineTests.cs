using CsCheck;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Tests.Language;

public sealed class LanguageEngineTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load();

    [Theory]
    [InlineData("They don't know.", "They|do|n't|know|.")]
    [InlineData("We can’t; she'll", "We|ca|n’t|;|she|'ll")]
    [InlineData("Mr. Smith paid $20.5 million (US$3m).", "Mr.|Smith|paid|$|20.5|million|(|US$|3|m|)|.")]
    [InlineData("The U.S.-based group, e.g. a 35-year-old ex-minister's non-profit...", "The|U.S.|-|based|group|,|e.g.|a|35|-|year|-|old|ex-minister|'s|non-profit|...")]
    [InlineData("At 9:30 a.m. on 2019-01-24 and/or 50%", "At|9:30|a.m.|on|2019-01-24|and|/|or|50|%")]
    [InlineData("See https://example.org/a-b?c=1, “now”—or never!?", "See|https://example.org/a-b?c=1|,|“|now|”|—|or|never|!?")]
    [InlineData("The states' 1,200 troops cannot go.", "The|states|'|1,200|troops|can|not|go|.")]
    public void Tokens_are_those_of_the_treebanks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Engine.Tokenize(text).SelectMany(sentence => sentence.Tokens).Select(token => token.Form)));

    [Theory]
    [InlineData("He met Gen. Smith. They left.", 2)]
    [InlineData("George W. Bush and J. Doe spoke in the U.S. on Jan. 5. The end.", 2)]
    [InlineData("“Is this a coup?” Ms. Ortega asked. No one answered.", 2)]
    [InlineData("He works for Acme Inc. in Paris. She said: \"We go.\" They went.", 3)]
    [InlineData("It began at 9 a.m. The crowd left.", 2)]
    [InlineData("A headline\n\nThe text. More text.", 3)]
    [InlineData("PORT-AU-PRINCE, Haiti (AP) — The premier resigned.", 2)]
    [InlineData("Jan. 31 - The rebels seize the port.", 2)]
    [InlineData("- March 4, 2018 — Voters go to the polls.", 2)]
    [InlineData("1992: Gen. Ndele leads a failed coup.", 2)]
    [InlineData("10:42 GMT - Police have closed the bridge.", 2)]
    [InlineData("March 7-9 - A blackout hits most of the country.", 2)]
    [InlineData("2016: the year of the strikes.", 1)]
    [InlineData("May 5 is a holiday - It always was.", 1)]
    [InlineData("12 soldiers - all of them young - died.", 1)]
    public void Sentences_end_where_they_should(string text, int expected) => Assert.Equal(expected, Engine.Tokenize(text).Length);

    [Fact]
    public void A_blank_line_begins_a_paragraph()
    {
        var sentences = Engine.Analyze("One. Two.\n\nThree.\n \nFour.").All;
        Assert.Equal([0, 0, 1, 2], sentences.Select(sentence => sentence.Paragraph));
    }

    [Fact]
    public void A_plain_sentence_gets_its_tree()
    {
        var sentence = Engine.Analyze("The president condemned the attacks on Tuesday.")[0];
        var verb = sentence.Root;
        Assert.Equal("condemn", sentence[verb].Lemma);
        Assert.Equal("president", sentence[sentence.Child(verb, Deprel.nsubj)].Form);
        Assert.Equal("attack", sentence[sentence.Child(verb, Deprel.obj)].Lemma);
        Assert.Equal("VBD", sentence[verb].Xpos);
    }

    [Fact]
    public void Coordinated_verbs_share_their_subject()
    {
        var sentence = Engine.Analyze("The minister arrested the generals and closed the border.")[0];
        Assert.Contains(sentence.Enhanced, arc => sentence[arc.Head].Form == "closed" && sentence[arc.Dependent].Form == "minister" && arc.Relation == Deprel.nsubj);
    }

    [Fact]
    public void A_controlled_verb_gets_its_subject()
    {
        var sentence = Engine.Analyze("The ambassador urged the rebels to leave the city.")[0];
        Assert.Contains(sentence.Enhanced, arc => sentence[arc.Head].Form == "leave" && sentence[arc.Dependent].Form == "rebels" && arc.Relation == Deprel.nsubj);
    }

    [Fact]
    public void A_relative_clause_gets_its_antecedent()
    {
        var sentence = Engine.Analyze("The soldiers who attacked the village fled.")[0];
        Assert.Contains(sentence.Enhanced, arc => sentence[arc.Head].Form == "attacked" && sentence[arc.Dependent].Form == "soldiers" && arc.Relation == Deprel.nsubj);
    }

    [Fact]
    public void Names_keep_their_particles_and_initials()
    {
        const string Text = "Rocío San Miguel met Dmitri S. Peskov at the Organization of American States.";
        var sentence = Engine.Analyze(Text)[0];
        string[] names = [.. sentence.Names.Select(name => sentence.SpanOf(name.First, name.Last).In(Text))];
        Assert.Contains("Rocío San Miguel", names);
        Assert.Contains("Dmitri S. Peskov", names);
        Assert.Contains("Organization of American States", names);
    }

    [Fact]
    public void Odd_text_is_analysed_with_exact_spans()
    {
        string[] parts = ["a", "B", "7", " ", "\n", "\n\n", ".", "-", "'", "’s", "n't", "\u200b", "\ud800", "\udc00", "😀", "жизнь", "你好", "(", "\"", "$", "/", "U.S.", "www.", "@", "é", "…", "--", "1,000", "%"];
        Gen.Int[0, parts.Length - 1].Array[0, 60].Select(picks => string.Concat(picks.Select(pick => parts[pick]))).Sample(Check, iter: 300);
    }

    [Theory]
    [InlineData("word ", 100_000)]
    [InlineData("x", 100_000)]
    [InlineData("!?.,-", 5_000)]
    [InlineData("\u200b", 10_000)]
    [InlineData("你", 5_000)]
    public void Endless_text_takes_bounded_time_and_keeps_its_spans(string part, int times) => Check(string.Concat(Enumerable.Repeat(part, times)));

    [Fact]
    public void A_given_sentence_may_be_of_any_length()
    {
        var text = string.Concat(Enumerable.Repeat("go ", 5_000));
        var sentence = new TokenizedSentence(0, [.. Enumerable.Range(0, 5_000).Select(i => new RawToken(new(3 * i, (3 * i) + 2), "go"))]);
        var analysed = Engine.AnalyzePretokenized([sentence])[0];
        Assert.Equal(5_000, analysed.Count);
        Assert.Single(analysed.Tokens, token => token.Head < 0);
    }

    private static void Check(string text)
    {
        var end = 0;
        foreach (var sentence in Engine.Analyze(text).All)
        {
            Assert.InRange(sentence.Count, 1, 400);
            Assert.Single(sentence.Tokens, token => token.Head < 0);
            for (var i = 0; i < sentence.Count; i++)
            {
                var token = sentence[i];
                Assert.Equal(token.Form, token.Span.In(text));
                Assert.True(token.Span.Begin >= end && token.Span.Length > 0, "tokens stand in order");
                Assert.True(sentence.IsUnder(i, sentence.Root), "every token hangs on the root");
                end = token.Span.End;
            }
        }
    }
}
