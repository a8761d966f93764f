using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Times;

namespace Demarche.Tests.Times;

public sealed class StampTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load();
    private static readonly TimeFinder Finder = TimeFinder.Load(Lexicon.Default);

    [Theory]
    [InlineData("Jan. 31 - The rebels seize the port.", "The rebels", "2019-01-31")]
    [InlineData("1992: Rebels seize the port. The president flees.", "The president", "1992")]
    [InlineData("March 7-9 - A blackout hits the capital.", "A blackout", "2019-03-07/2019-03-09")]
    [InlineData("Feb. 1 - Troops leave.\n\nFeb. 3 - Troops return.", "Troops return", "2019-02-03")]
    [InlineData("1993: Voters go to the polls.\n2003, March: Rebels seize the capital.", "Rebels", "2003")]
    [InlineData("On Jan. 31 the rebels seized the port. They left.", "They left", null)]
    [InlineData("1992: Rebels seize the port.\n\nThe minister spoke.", "The minister", null)]
    [InlineData("", "", null)]
    public void A_stamp_dates_its_entry(string text, string entry, string? expected)
    {
        var sentences = Engine.Analyze(text);
        var stamps = new Stamps(sentences, Finder.Find(text, sentences, new DateOnly(2019, 3, 12)));
        var at = sentences.At(text.IndexOf(entry, StringComparison.Ordinal));
        Assert.Equal(expected, at < 0 ? null : stamps.Of(at)?.Value);
    }
}
