using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Rendering;
using Demarche.Entities;
using Demarche.Knowledge;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche who NAME… --date DATE</c>: whom names and phrases stand for at a date.</summary>
internal static class WhoCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Names or phrases: \"Nicolás Maduro\", \"the French foreign minister\". With --jsonl, files of questions; none or - is standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var date = new Option<DateOnly?>("--date", "--on") { Description = "The day that offices are asked for, as 2019-01-24.", HelpName = "DATE", CustomParser = SharedOptions.Date };
        var jsonl = new Option<bool>("--jsonl") { Description = "Read JSON Lines {id, text, date?, context?} and answer {id, name, country, sectors, role, wikidata, why}." };
        var lexicon = SharedOptions.LexiconOption();
        var command = new Command("who", "Tells whom names stand for at a date, and why.") { names, date, jsonl, lexicon };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(names) ?? [];
            if (!parsed.GetValue(jsonl) && given.Length == 0)
                throw new UsageException("whom? Give a name or phrase, or --jsonl.");
            var knowledge = SharedOptions.Loaded(() => KnowledgeBase.Load(SharedOptions.LexiconOf(parsed.GetValue(lexicon))));
            var reader = new ActorReader(knowledge);
            return parsed.GetValue(jsonl) ? WhoLines.Run(reader, given, parsed.GetValue(date)) : Run(reader, given, parsed.GetValue(date));
        });
        return command;
    }

    private static int Run(ActorReader reader, string[] names, DateOnly? on)
    {
        var status = ExitCode.Ok;
        foreach (var name in names)
        {
            var answer = reader.Read(name, on);
            if (answer.IsNone)
            {
                Console.Out.WriteLine($"{name}: nothing is known");
                status = ExitCode.Failures;
                continue;
            }
            Console.Out.WriteLine($"{name}: {answer.Name ?? "(no name)"}, {answer.Kind.ToString().ToLowerInvariant()}");
            Line("country", answer.Country);
            Line("sectors", string.Join(' ', answer.Sectors));
            Line("role", answer.Role is { } role ? $"{role.Title} ({role.Status.ToString().ToLowerInvariant()})" + (on is { } day ? string.Create(CultureInfo.InvariantCulture, $" on {day:yyyy-MM-dd}") : "") : null);
            Line("wikidata", answer.Wikidata);
            Line("why", answer.Why);
        }
        return status;
    }

    private static void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Console.Out.WriteLine($"  {name,-9} {value}");
    }
}
