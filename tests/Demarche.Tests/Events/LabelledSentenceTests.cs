using System.Runtime.CompilerServices;

namespace Demarche.Tests.Events;

/// <summary>The labelled sentences of training/events, read with every noun phrase an entity: most must be coded right, in both parts.</summary>
public sealed class LabelledSentenceTests
{
    private static string[][] Rows([CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../../../training/events/sentences.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'))];

    private static bool IsRight(string[] row) => RuleExampleTests.Holds($"{row[1]} {row[2]} > {row[3]} ({row[4]})", RuleExampleTests.EventsOf(row[0]));

    [Fact]
    public void Most_sentences_and_most_of_the_fifth_kept_apart_are_right()
    {
        var rows = Rows();
        var right = rows.Select(IsRight).ToArray();
        var all = right.Count(item => item) / (double)rows.Length;
        var apart = right.Where((_, at) => at % 5 == 4).Average(item => item ? 1 : 0);
        Assert.True(all >= 0.75 && apart >= 0.7, $"all {all:F3}, kept apart {apart:F3}");
    }
}
