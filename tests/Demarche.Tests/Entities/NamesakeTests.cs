using Demarche.Reading;

namespace Demarche.Tests.Entities;

/// <summary>Names that bodies of several countries bear.</summary>
public sealed class NamesakeTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    [Theory]
    [InlineData("BRASILIA — Brazil's president, Brazilian lawmakers and the Brazilian army were silent on Monday. Brazil waited. The Supreme Court annulled the decree.", "Supreme Court", "BRA")]
    [InlineData("LIMA — Peru's president and Peruvian generals were silent on Monday. Peru waited. The Supreme Court annulled the decree.", "Supreme Court", "PER")]
    [InlineData("LIMA — Peru's president and Peruvian generals were silent on Monday. Peru waited. In the United States, the Supreme Court annulled the decree.", "Supreme Court", "USA")]
    public void The_body_is_of_the_country_that_the_article_is_about_unless_another_stands_beside_it(string text, string words, string country)
    {
        var record = Coder.Code(new Article { Id = "a", Text = text, Source = new() { Published = new(2019, 1, 29) } });
        var entity = Assert.Single(record.Entities, entity => entity.Mentions.Any(mention => record.Text[mention.Begin..mention.End].EndsWith(words, StringComparison.Ordinal)));
        Assert.Equal(country, entity.Country);
    }
}
