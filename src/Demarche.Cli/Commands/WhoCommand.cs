using System.CommandLine;
using System.Globalization;
using Demarche.Entities;
using Demarche.Knowledge;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche who NAME… --on DATE</c>: whom names and phrases stand for at a date.</summary>
internal static class WhoCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names or phrases: \"Nicolás Maduro\", \"the French foreign minister\".", Arity = ArgumentArity.OneOrMore };
        var on = new Option<DateOnly?>("--on") { Description = "The day that offices are asked for, as 2019-01-24.", HelpName = "DATE", CustomParser = SharedOptions.Date };
        var lexicon = SharedOptions.LexiconOption();
        var command = new Command("who", "Tells whom names stand for at a date, and why.") { names, on, lexicon };
        command.SetAction(parsed => Run(parsed.GetValue(names) ?? [], parsed.GetValue(on), parsed.GetValue(lexicon)));
        return command;
    }

    private static int Run(string[] names, DateOnly? on, string? lexicon)
    {
        var reader = new ActorReader(SharedOptions.Loaded(() => KnowledgeBase.Load(SharedOptions.LexiconOf(lexicon))));
        var status = ExitCode.Ok;
        foreach (var name in names)
        {
            var answer = reader.Read(name, on);
            if (answer.Key is null && answer.Country is null && answer.Sectors.Count == 0)
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
