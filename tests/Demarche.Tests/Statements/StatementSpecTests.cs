using System.Globalization;
using Demarche.Documents;
using Demarche.Language;
using Demarche.Statements;
using Demarche.Tests.Times;

namespace Demarche.Tests.Statements;

/// <summary>Executes Specs/statements.md.</summary>
public sealed class StatementSpecTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in SpecTable.Read("statements.md"))
            rows.Add(row.Section, row.Text, row.Gives);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_gives_what_the_spec_says(string section, string text, string gives)
    {
        var found = Found(text.Replace("¶", "\n\n", StringComparison.Ordinal));
        Assert.True(found == gives, $"{section}: {text}\n expected {gives}\n found    {found}");
    }

    private static string Found(string text)
    {
        var (sentences, statements) = MarkedSentence.Analyze(text);
        return statements.Count == 0 ? "-" : string.Join("; ", statements.Select(statement => Line(statement, sentences, text)));
    }

    private static string Line(Statement statement, SentenceList sentences, string text)
    {
        List<string> notes = [];
        if (statement.Kind != StatementKind.Indirect)
            notes.Add(statement.Kind == StatementKind.Direct ? "direct" : "mixed");
        if (statement.Negated)
            notes.Add("negated");
        if (statement.Anonymous)
            notes.Add("anonymous");
        notes.AddRange(statement.Addressees.Select(head => "to " + sentences[head].Form));
        if (statement.Within is { } outer)
            notes.Add("in " + int.Parse(outer.AsSpan(1), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        var content = string.Join(" … ", statement.Content.Select(part => part.In(text).Replace("\n\n", "¶", StringComparison.Ordinal)));
        return $"{Words(statement.SpeakerSpan, text)} / {Words(statement.Cue, text)} / {content}" + (notes.Count == 0 ? "" : " {" + string.Join(", ", notes) + "}");
    }

    private static string Words(TextSpan? span, string text) => span is { } words ? words.In(text) : "-";
}
