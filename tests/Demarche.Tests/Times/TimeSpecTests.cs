using System.Globalization;

namespace Demarche.Tests.Times;

/// <summary>Executes Specs/times.md.</summary>
public sealed class TimeSpecTests
{
    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var row in SpecTable.Read("times.md"))
            rows.Add(row.Section, row.Published, row.Text, row.Gives);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_gives_what_the_spec_says(string section, string published, string text, string gives)
    {
        DateOnly? day = DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        var found = TimePatternTests.Gives(text, day);
        Assert.True(found == gives, $"{section}: {text}\n expected {gives}\n found    {found}");
    }
}
