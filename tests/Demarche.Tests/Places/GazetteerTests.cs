using System.Text;
using Demarche.Knowledge;
using Demarche.Places;

namespace Demarche.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = Gazetteer.Load(Lexicon.Default);

    [Theory]
    [InlineData("caracas", "VEN", 10.5, -66.9)]
    [InlineData("kyiv", "UKR", 50.5, 30.5)]
    [InlineData("kiev", "UKR", 50.5, 30.5)]
    [InlineData("saigon", "VNM", 10.8, 106.6)]
    [InlineData("washington", "USA", 38.9, -77.0)]
    [InlineData("medellin", "COL", 6.2, -75.6)]
    public void The_largest_town_of_a_name_comes_first(string key, string country, double latitude, double longitude)
    {
        List<PlaceEntry> found = [];
        Gazetteer.Find(key, found);
        Assert.Equal(country, found[0].Country);
        Assert.Equal(latitude, found[0].Latitude, 0.1);
        Assert.Equal(longitude, found[0].Longitude, 0.1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zzzz no such town")]
    [InlineData("#")]
    [InlineData("key")]
    public void What_is_not_there_is_not_found(string key)
    {
        List<PlaceEntry> found = [];
        Gazetteer.Find(key, found);
        Assert.Empty(found);
    }

    [Fact]
    public void The_table_is_sorted_by_the_keys_of_its_names()
    {
        var previous = "";
        using var reader = new StreamReader(Lexicon.Model("Places/towns.tsv"), Encoding.UTF8);
        var rows = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.StartsWith("key\t", StringComparison.Ordinal))
                continue;
            var cells = line.Split('\t');
            Assert.Equal(8, cells.Length);
            Assert.Equal(NameKey.Of(cells[1]), cells[0]);
            Assert.True(string.CompareOrdinal(previous, cells[0]) <= 0, $"'{cells[0]}' stands behind '{previous}'.");
            previous = cells[0];
            rows++;
        }
        Assert.True(rows > 100_000);
    }
}
