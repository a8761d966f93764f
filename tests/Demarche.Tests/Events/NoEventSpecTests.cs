using Demarche.Reading;
using Demarche.Tests.Times;

namespace Demarche.Tests.Events;

/// <summary>Executes Specs/no-events.md.</summary>
public sealed class NoEventSpecTests
{
    private static readonly Coder Coder = Coder.CreateDefault();

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in SpecTable.Read("no-events.md"))
            rows.Add(row.Section, row.Text, row.Gives);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_has_the_events_that_the_spec_says(string section, string text, string gives)
    {
        var record = Coder.Code(new Article { Id = "spec", Source = new() { Published = new DateOnly(2019, 1, 29) }, Text = text });
        var types = record.Events.Select(item => item.Type.ToString().ToUpperInvariant()).ToList();
        var holds = gives == "none" ? types.Count == 0 : gives.StartsWith("no ", StringComparison.Ordinal) ? !types.Contains(gives[3..]) : types.Contains(gives);
        Assert.True(holds, $"{section}: {text}\n expected {gives}\n found    {string.Join(", ", types)}");
    }
}
