using System.CommandLine;
using System.Text;
using Demarche.Cli.Running;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche parse PATH…</c>: sentences, words and trees as CoNLL-U.</summary>
internal static class ParseCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var jobs = new Option<int>("--jobs") { Description = "How many articles are worked on at once.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var given = new Option<bool>("--pretokenized") { Description = "The files are CoNLL-U: keep their sentences and tokens, fill in the rest." };
        var command = new Command("parse", "Writes sentences, words and trees as CoNLL-U.") { jobs, given };
        var shared = new SharedOptions().AddTo(command);
        command.SetAction(parsed => parsed.GetValue(given) ? PretokenizedRun.Over(shared.Paths(parsed)) : Run(shared, parsed, parsed.GetValue(jobs)));
        return command;
    }

    private static int Run(SharedOptions shared, ParseResult parsed, int jobs)
    {
        var reader = SharedOptions.ReaderOf(shared.Reading(parsed));
        var engine = LanguageEngine.Load();
        var tally = new Tally();
        using var output = Console.OpenStandardOutput();
        foreach (var outcome in OrderedRun.Over(Inputs.Open(reader, shared.Paths(parsed)), Math.Clamp(jobs, 1, 1024), article =>
        {
            var document = new Document(article);
            engine.Run(document);
            var conllu = new StringWriter();
            conllu.Write($"# newdoc id = {article.Id}\n");
            ConllUWriter.Write(conllu, document.Text, document.Get(Layers.Sentences));
            return Encoding.UTF8.GetBytes(conllu.ToString());
        }))
        {
            tally.Add(outcome);
            // A text in another language is not parsed: it has been named.
            if (outcome is { Result: { } conllu, Problem: null })
                output.Write(conllu);
        }
        output.Flush();
        tally.Close();
        return tally.Status;
    }
}
