using Demarche.Knowledge;

namespace Demarche.Tests.Statements;

/// <summary>Every row of the library's tables of cues has examples; each is executed here.</summary>
public sealed class CueTests
{
    public static TheoryData<string, int, string> Examples()
    {
        var examples = new TheoryData<string, int, string>();
        foreach (var row in Lexicon.Default.Rows("Statements/cues"))
            foreach (var example in row.List("example"))
                examples.Add(row.File.Path, row.Line, example);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_what_its_row_says(string file, int line, string example)
    {
        var sentence = MarkedSentence.Parse(example);
        var found = sentence.Found();
        if (sentence.Expected == " |  | ")
            Assert.Empty(found);
        else
            Assert.True(found.Contains(sentence.Expected), $"{file}:{line}: {sentence.Text}\n expected {sentence.Expected}\n found    {string.Join("\n          ", found)}");
    }
}
