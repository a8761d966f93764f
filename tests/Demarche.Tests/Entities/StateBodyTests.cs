using Demarche.Knowledge;
using Demarche.Reading;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Entities;

/// <summary>Whose army and whose ministry it is where the words do not say: Entities/state-bodies.tsv.</summary>
public sealed class StateBodyTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    public static TheoryData<string, string> Examples()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Lexicon.Default.Rows("Entities/state-bodies"))
            rows.Add(row["noun"], row["example"]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_are_bodies_of_the_country_that_the_article_is_about(string noun, string example)
    {
        var record = Code("Kenya's president spoke on Monday. " + example);
        Assert.Contains(record.Entities, entity => entity.Country == "KEN" && entity.Name.StartsWith("Kenya's ", StringComparison.Ordinal) && entity.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Sudan's army fired on the crowd. Ethiopia recalled its envoy to Sudan, the foreign ministry said.", "the foreign ministry", "ETH")]
    [InlineData("Sudan closed its borders with Egypt. Sudan's police were called in. The army in Juba stayed out.", "The army in Juba", "SSD")]
    [InlineData("Sudan closed its borders. The Egyptian army massed at the border. The army of Sudan did not move.", "The Egyptian army", "EGY")]
    [InlineData("Sudan closed its borders. Five foreign armies stood there. The rebel army took the town.", "The rebel army", null)]
    [InlineData("Sudan closed its borders. Somebody had called a ministry. A ministry denied it.", "a ministry", null)]
    public void Whose_it_is_stands_beside_it_or_nowhere(string text, string words, string? country)
    {
        var record = Code(text);
        var at = text.IndexOf(words, StringComparison.Ordinal);
        var entity = Assert.Single(record.Entities, entity => entity.Mentions.Any(mention => mention.Begin >= at && mention.End <= at + words.Length && text[mention.Begin..mention.End].Contains(' ', StringComparison.Ordinal)));
        Assert.Equal(country, entity.Country);
    }

    private static Record Code(string text) => Coder.Code(new Article { Id = "a", Source = new() { Published = new DateOnly(2019, 6, 4) }, Text = text });
}
