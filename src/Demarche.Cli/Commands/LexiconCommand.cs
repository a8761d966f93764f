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

        var check = new Command("check", "Loads all knowledge files and says whether they are sound.") { lexicon };
        check.SetAction(parsed => Check(SharedOptions.LexiconOf(parsed.GetValue(lexicon))));
        return new Command("lexicon", "Shows and checks the knowledge files.") { list, show, check };
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
        SharedOptions.ReaderOf(new() { Lexicon = lexicon });
        SharedOptions.CoderOf(lexicon);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Files(lexicon).Count()} files, all sound; hash {lexicon.Hash}"));
        return ExitCode.Ok;
    }

    private static IEnumerable<LexiconFile> Files(Lexicon lexicon) => lexicon.Files("", ".tsv").Concat(lexicon.Files("", ".rules"));
}
