using Demarche.Reading;
using Demarche.Records;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Entities;

/// <summary>Bodies that many states have, towns that stand for organizations, and what belongs to somebody.</summary>
public sealed class OwnedBodyTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    [Fact]
    public void His_country_s_court_is_that_of_his_country_and_so_it_stays()
    {
        var record = Code("President Nicolás Maduro said on Monday that his country's Supreme Court would decide. The Supreme Court did not reply.");
        var court = Assert.Single(record.Entities, entity => entity.Name.EndsWith("Supreme Court", StringComparison.Ordinal));
        Assert.Equal("VEN", court.Country);
        Assert.Equal(2, court.Mentions.Count(mention => mention.Form == "name"));
    }

    [Fact]
    public void A_court_without_an_owner_is_the_table_s() =>
        Assert.Equal("USA", Assert.Single(Code("The Supreme Court ruled on Monday that Congress must vote.").Entities, entity => entity.Name.Contains("Supreme Court", StringComparison.Ordinal)).Country);

    [Theory]
    [InlineData("Brussels warned Poland on Tuesday that it would cut its funds.", "European Union", "EUR")]
    [InlineData("The European Commission met on Monday. Brussels decided to raise tariffs.", "European Union", "EUR")]
    public void Brussels_is_the_union_where_it_acts(string text, string name, string country) =>
        Assert.Contains(Code(text).Entities, entity => entity.Name == name && entity.Country == country);

    [Theory]
    [InlineData("Belgian ministers met on Monday. Brussels decided to send its soldiers home.")]
    [InlineData("Ministers met in Brussels on Monday.")]
    public void Elsewhere_it_is_Belgium_s(string text)
    {
        var record = Code(text);
        Assert.DoesNotContain(record.Entities, entity => entity.Country == "EUR");
        Assert.Contains(record.Entities, entity => entity.Country == "BEL");
    }

    [Fact]
    public void Geneva_s_counts_are_the_United_Nations_where_it_is_named() =>
        Assert.DoesNotContain(Code("The United Nations sent monitors to Homs. Geneva's counts are lower than the army's.").Entities, entity => entity.Country == "CHE");

    [Fact]
    public void What_belongs_to_somebody_is_named_by_him()
    {
        var record = Code("President Nicolás Maduro said on Wednesday that his troops would not leave the border.");
        Assert.Contains(record.Entities, entity => entity.Name == "troops of Nicolás Maduro");
        Assert.DoesNotContain(record.Entities, entity => entity.Name.StartsWith("his ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_s_qualifier_belongs_to_its_words()
    {
        var record = Code("The army sent at least 2,839 soldiers to the border.");
        Assert.Contains(record.Entities, entity => entity.Mentions.Any(mention => record.Text[mention.Begin..mention.End] == "at least 2,839 soldiers"));
    }

    [Fact]
    public void Officers_of_what_no_table_knows_are_not_the_story_s()
    {
        var record = Code("American officials met in Washington. The foreign minister of Freedonia said that talks would go on.");
        Assert.DoesNotContain(record.Entities, entity => entity.Name == "Mike Pompeo");
    }

    private static Record Code(string text) => Coder.Code(new Article { Id = "test", Source = new() { Published = new DateOnly(2019, 1, 29) }, Text = text });
}
