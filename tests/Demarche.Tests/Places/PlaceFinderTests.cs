using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Places;
using Demarche.Reading;

namespace Demarche.Tests.Places;

public sealed class PlaceFinderTests
{
    private static readonly Coder Coder = new CoderBuilder().Add(LanguageEngine.Load()).Add(PlaceFinder.Load(Lexicon.Default)).Build();

    [Theory]
    [InlineData("Police in Paris, Texas, arrested two men.", "Paris", "USA", "Texas")]
    [InlineData("Thousands marched in Paris on Sunday, the French interior ministry said.", "Paris", "FRA", "Île-de-France")]
    [InlineData("Venezuela closed its border with Colombia at Cúcuta.", "Cúcuta", "COL", "Norte de Santander Department")]
    [InlineData("The ministers met in Geneva.", "Geneva", "CHE", "Geneva")]
    [InlineData("Shelling resumed near Donetsk in eastern Ukraine.", "Donetsk", "UKR", "Donetsk")]
    public void A_town_is_told_from_its_namesakes(string text, string words, string country, string admin1)
    {
        var places = Find(text);
        var place = Assert.Single(places, place => place.Span.In(text) == words);
        Assert.Equal(country, place.Country);
        Assert.StartsWith(admin1, place.Admin1, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mexico recalled its ambassador.", "Mexico", 23, -102)]
    [InlineData("Ships waited in the Persian Gulf.", "Persian Gulf", 27, 51)]
    [InlineData("Fighting spread across Darfur in western Sudan.", "Darfur", 13, 25)]
    public void States_seas_and_hot_spots_have_a_point(string text, string words, double latitude, double longitude)
    {
        var place = Assert.Single(Find(text), place => place.Span.In(text) == words);
        Assert.Equal(latitude, place.Latitude!.Value, 1.5);
        Assert.Equal(longitude, place.Longitude!.Value, 1.5);
    }

    [Fact]
    public void A_list_of_regions_is_no_town_in_the_next() =>
        Assert.Equal(["California", "Texas", "Maryland"], Find("Governors of California, Texas and Maryland signed it.").Select(place => place.Name));

    private static IReadOnlyList<Place> Find(string text) => Coder.Analyze(new Article { Id = "a", Text = text }).Get(Layers.Places).All;

}
