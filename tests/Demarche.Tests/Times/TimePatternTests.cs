using System.Globalization;
using Demarche.Knowledge;
using Demarche.Times;

namespace Demarche.Tests.Times;

/// <summary>Every row of the library's tables of times has an example; each is executed here.</summary>
public sealed class TimePatternTests
{
    private static readonly DateOnly Published = new(2019, 1, 24);

    public static TheoryData<string, int, string, string> Rows()
    {
        var rows = new TheoryData<string, int, string, string>();
        foreach (var row in Lexicon.Default.Rows("Times/patterns").Concat(Lexicon.Default.Rows("Times/holidays")))
            rows.Add(row.File.Path, row.Line, row["example"], row["gives"]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_example_gives_what_its_row_says(string file, int line, string example, string gives) =>
        Assert.True(Gives(example, Published) == gives, string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {example}\n expected {gives}\n found    {Gives(example, Published)}"));

    /// <summary>What is found in a text: "words=value", "?" for no value, "-" for nothing.</summary>
    internal static string Gives(string text, DateOnly? published)
    {
        var found = TestSentences.Times.Find(text, TestSentences.Of(text), published)
            .Select(time => time.Span.In(text) + "=" + (time.Value ?? "?") + (time.Resolved is null ? "" : ">" + time.Resolved));
        var all = string.Join("; ", found);
        return all.Length == 0 ? "-" : all;
    }
}
