using System.Globalization;
using Demarche.Reading;
using Demarche.Tests.Times;

namespace Demarche.Tests.Positions;

/// <summary>Executes Specs/positions.md and Specs/demands.md: all and only what a row tells is found.</summary>
public sealed class StanceSpecTests
{
    private static readonly string[] Stances = ["does_not_recognize", "recognizes", "claims_office", "supports", "opposes", "neutral"];
    private static readonly Coder Coder = Coder.CreateDefault();

    public static TheoryData<string, string, string> Positions() => Rows("positions.md");

    public static TheoryData<string, string, string> Demands() => Rows("demands.md");

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_text_tells_the_positions_of_the_spec(string published, string text, string gives)
    {
        var record = Code(text, published);
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        var left = record.Positions.Select(position => (Holder: names[position.Holder], position.Stance, Toward: position.Toward is { } toward ? names[toward] : "")).ToList();
        var found = string.Join("; ", left.Select(one => $"{one.Holder} {one.Stance} {one.Toward}"));
        foreach (var wanted in Wanted(gives))
        {
            var stance = Stances.First(name => wanted.Contains(" " + name, StringComparison.Ordinal));
            var sides = wanted.Split(stance, StringSplitOptions.TrimEntries);
            Assert.True(left.Remove(left.Find(one => one.Stance == stance && Has(one.Holder, sides[0]) && Has(one.Toward, sides[1]))), $"{text}\n expected {gives}\n found    {found}");
        }
        Assert.True(left.Count == 0, $"{text}\n expected {gives}\n found    {found}");
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public void A_text_tells_the_demands_of_the_spec(string published, string text, string gives)
    {
        var record = Code(text, published);
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        var left = record.Demands.ToList();
        var found = string.Join("; ", left.Select(one => $"{Names(one.By)} > {Names(one.Of)} by {one.Deadline ?? "-"} {one.Answer}"));
        foreach (var wanted in Wanted(gives))
        {
            var sides = wanted.Split(" > ", StringSplitOptions.TrimEntries);
            var asked = sides[1];
            string? answer = null, deadline = null;
            if (asked.LastIndexOf(' ') is >= 0 and var last && asked[(last + 1)..] is "met" or "refused" or "partly" or "open")
                (asked, answer) = (asked[..last], asked[(last + 1)..]);
            if (asked.IndexOf(" by ", StringComparison.Ordinal) is >= 0 and var by)
                (asked, deadline) = (asked[..by], asked[(by + 4)..]);
            var match = left.Find(one => HasAll(Names(one.By), sides[0]) && HasAll(Names(one.Of), asked)
                && (answer is null || one.Answer == answer) && (deadline is null || one.Deadline == deadline));
            Assert.True(match is not null && left.Remove(match), $"{text}\n expected {gives}\n found    {found}");
        }
        Assert.True(left.Count == 0, $"{text}\n expected {gives}\n found    {found}");

        string Names(IReadOnlyList<string> ids) => ids.Count == 0 ? "nobody" : string.Join(", ", ids.Select(id => names[id]));
    }

    private static string[] Wanted(string gives) => gives == "-" ? [] : gives.Split(';', StringSplitOptions.TrimEntries);

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool HasAll(string names, string parts) => parts.Split(',', StringSplitOptions.TrimEntries).All(part => Has(names, part));

    private static TheoryData<string, string, string> Rows(string spec)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in SpecTable.Read(spec))
            rows.Add(row.Published, row.Text, row.Gives);
        return rows;
    }

    private static Demarche.Records.Record Code(string text, string published) => Coder.Code(new Article
    {
        Id = "test",
        Source = new() { Published = DateOnly.Parse(published, CultureInfo.InvariantCulture) },
        Text = text,
    });
}
