using CsCheck;
using Demarche.Knowledge;
using Demarche.Numerals;
using Demarche.Tests.Times;

namespace Demarche.Tests.Figures;

/// <summary>Times and figures take any text.</summary>
public sealed class QuantitiesSafetyTests
{
    private static readonly string[] Scraps =
    [
        "", " ", "1", "99999999999999999999 years ago", "31 February 2019", "February 29", "the 9999th century", "12/31/9999", "0000-00-00", "$", "$$$ 5", "US$",
        "a a a", "half", "half a", "between 5 and", "from 2005 to", "-", "--", "1,2,3,4", "1,000,00", "24:99", "25:00 UTC", "in 10000000 years", "within 1e9 hours",
        "tens of", "hundreds of hundreds of", "two million million million years ago", "every", "May", "last", "'82", "’", "1990s", "0th", "Q5", "of", "since 3019",
        "1000000 centuries ago", "in 99999 weeks", "year 1000", "within 9999999999 years", "two and a", "😀 5 million 😀", "Easter 1582", "the 99th of May",
    ];

    [Fact]
    public void Scraps_of_times_and_figures_in_any_order_break_nothing() =>
        Gen.Int[0, Scraps.Length - 1].Array[0, 8].Sample(numbers =>
        {
            var text = string.Join(" ", numbers.Select(number => Scraps[number]));
            foreach (var figure in FigureSpecTests.Of(text))
                Assert.InRange(figure.Span.End, figure.Span.Begin + 1, text.Length);
            foreach (var published in (DateOnly?[])[null, DateOnly.MinValue, DateOnly.MaxValue, new(2019, 1, 24)])
                foreach (var time in TestSentences.Times.Find(text, TestSentences.Of(text), published))
                    Assert.InRange(time.Span.End, time.Span.Begin + 1, text.Length);
        }, iter: 2000);

    [Theory]
    [InlineData("1,200", 1200)]
    [InlineData("2.5 million", 2_500_000)]
    [InlineData("two hundred and fifty", 250)]
    [InlineData("twenty-one", 21)]
    [InlineData("a million and a half", 1_500_000)]
    [InlineData("two and a half million", 2_500_000)]
    [InlineData("half a million", 500_000)]
    [InlineData("three dozen", 36)]
    [InlineData("one hundred thousand", 100_000)]
    [InlineData("3 million five hundred thousand", 3_000_000)]
    [InlineData("seventeen", 17)]
    [InlineData("3.5bn", 3_500_000_000)]
    [InlineData("40k", 40_000)]
    [InlineData("1,234,567.5", 1_234_567.5)]
    public void Numbers_in_words_and_digits_are_read(string text, double value)
    {
        var vocabulary = new Vocabulary.Builder().Add(Lexicon.Default.Rows("Numerals/numerals")).Build();
        var pieces = new PieceReader(vocabulary).Read(text, TestSentences.Plain(text)[0]);
        Assert.True(new NumeralReader(vocabulary).TryRead(pieces, 0, out var numeral));
        Assert.Equal(value, numeral.Value);
    }
}
