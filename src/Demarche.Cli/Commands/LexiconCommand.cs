using System.CommandLine;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche lexicon</c>: which knowledge files there are, what stands in them, and whether yours are sound.</summary>
internal static class LexiconCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var lexicon = SharedOptions.LexiconOption();
        var list = new Command("list", "Lists the knowledge files.") { lexicon };
        list.SetAction(parsed => List(SharedOptions.LexiconOf(parsed.GetValue(lexicon))));

        var path = new Argument<string>("FILE") { Description = "A file's path, as list shows it." };
        var show = new Command("show", "Prints a knowledge file, to be copied and changed.") { path, lexicon };
        show.SetAction(parsed => Show(SharedOptions.LexiconOf(parsed.GetValue(lexicon)), parsed.GetValue(path)!));

        var directory = new Argument<string?>("DIR") { Description = "A folder of your own knowledge files.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Says what is wrong in the knowledge files: file, line and what to write.") { directory, lexicon };
        check.SetAction(parsed => Check(SharedOptions.LexiconOf(parsed.GetValue(directory) ?? parsed.GetValue(lexicon))));
        return new Command("lexicon", "Shows, checks and imports knowledge files.") { list, show, check, LexiconImport.Create() };
    }

    private static int List(Lexicon lexicon)
    {
        foreach (var file in Files(lexicon))
            Console.Out.WriteLine($"{file.Path}{(file.IsUsers ? "\tyours" : "")}");
        return ExitCode.Ok;
    }

    private static int Show(Lexicon lexicon, string path)
    {
        var found = Files(lexicon).Where(file => file.Path == path).ToList();
        if (found.Count == 0)
            throw new UsageException($"there is no knowledge file '{path}'; see demarche lexicon list.");
        foreach (var file in found)
            Console.Out.Write(file.Text);
        return ExitCode.Ok;
    }

    private static int Check(Lexicon lexicon)
    {
        var problems = LexiconCheck.Find(lexicon, usersOnly: false);
        foreach (var problem in problems)
            Console.Out.WriteLine(problem);
        if (problems.Count > 0)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{problems.Count} problems; nothing is coded with this lexicon."));
        SharedOptions.ReaderOf(new() { Lexicon = lexicon });
        SharedOptions.CoderOf(lexicon);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Files(lexicon).Count()} files, all sound; hash {lexicon.Hash}"));
        return ExitCode.Ok;
    }

    private static IEnumerable<LexiconFile> Files(Lexicon lexicon) => lexicon.Files("", ".tsv").Concat(lexicon.Files("", ".rules"));
}
