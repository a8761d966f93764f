using System.CommandLine;
using Demarche.Cli.Rendering;
using Demarche.Cli.Running;
using Spectre.Console;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche explain FILE --sentence N</c>: what was seen in a sentence, and why it was read so.</summary>
internal static class ExplainCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var sentence = new Option<int?>("--sentence") { Description = "The sentence's number, from 1, as briefs show it; without it, all.", HelpName = "N" };
        var command = new Command("explain", "Shows a sentence's words, tree, entities and what was read from it by which rule.") { sentence };
        var shared = new SharedOptions().AddTo(command);
        command.SetAction(parsed => Run(shared, parsed, parsed.GetValue(sentence)));
        return command;
    }

    private static int Run(SharedOptions shared, ParseResult parsed, int? sentence)
    {
        if (sentence is < 1)
            throw new UsageException("--sentence counts from 1.");
        var (reader, coder) = Loading.Of(shared.Reading(parsed));
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Out), Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        var tally = new Tally();
        foreach (var outcome in OrderedRun.Over(Inputs.Open(reader, shared.Paths(parsed)), 1, article => (object)new Explained(coder.Analyze(article), coder.Code(article))))
        {
            tally.Add(outcome);
            if (outcome is not { Result: Explained explained, Problem: null })
                continue;
            if (sentence > explained.Record.Sentences.Count)
                throw new UsageException($"--sentence {sentence}: {explained.Record.Id} has {explained.Record.Sentences.Count} sentences.");
            var first = sentence is { } one ? one - 1 : 0;
            var last = sentence is { } only ? only - 1 : explained.Record.Sentences.Count - 1;
            for (var number = first; number <= last; number++)
                SentenceExplanation.Write(console, coder, explained.Document, explained.Record, number);
        }
        return tally.Status;
    }

    private sealed record Explained(Documents.Document Document, Records.Record Record);
}
