using System.Globalization;
using System.Runtime.CompilerServices;
using Demarche.Entities;
using Demarche.Knowledge;

namespace Demarche.Tests.Knowledge;

/// <summary>Executes Specs/who.md.</summary>
public sealed class WhoSpecTests
{
    private static readonly ActorReader Reader = new(KnowledgeBase.Load(Lexicon.Default));

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        var date = "";
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "..", "Specs", "who.md")))
        {
            if (line.StartsWith("Date: ", StringComparison.Ordinal))
                date = line["Date: ".Length..].Trim();
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 4 && cells[1] is not ("text" or "---"))
                rows.Add(date, cells[1], cells[2]);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_phrase_stands_for_whom_the_spec_says(string date, string text, string expected)
    {
        var answer = Reader.Read(text, DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var asked = expected.Split(' ', 3);
        var sector = answer.Sectors.Count > 0 ? answer.Sectors[0] : "-";
        var found = $"{answer.Country ?? "-"} {sector}" + (asked.Length == 3 ? " " + answer.Name : "");
        Assert.True(found == expected, $"{text}, {date}: expected {expected}, found {answer.Country ?? "-"} {sector} {answer.Name}, why {answer.Why}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("'s")]
    [InlineData("-")]
    [InlineData("’")]
    [InlineData("of of of ,")]
    [InlineData("\ud800")]
    [InlineData("the president of the president of the president's president")]
    public void Any_text_is_read_without_failing(string text)
    {
        Assert.NotNull(Reader.Read(text, null));
        Assert.NotNull(Reader.Read(string.Concat(Enumerable.Repeat(text + " Minsk ", 500)), new DateOnly(2020, 1, 1)));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
