using System.CommandLine;
using System.Globalization;
using Demarche.Entities;
using Demarche.Knowledge;
using Demarche.Knowledge.Import;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche lexicon import FILE --to DIR</c>: makes tables of a user's folder from actor files and Wikidata dumps.</summary>
internal static class LexiconImport
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "An actor file of PETRARCH or TABARI ([CODE date] lines), or lines of a Wikidata JSON dump (.json, .jsonl)." };
        var to = new Option<string>("--to") { Description = "The folder of your own knowledge files; made where it is not there.", HelpName = "DIR", Required = true };
        var command = new Command("import", "Makes knowledge files from actor files and Wikidata dumps.") { file, to };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(to)!));
        return command;
    }

    private static int Run(string file, string folder)
    {
        if (!File.Exists(file))
            throw new UsageException($"there is no file '{file}'.");
        var knowledge = KnowledgeBase.Load(Lexicon.Default);
        var imported = SharedOptions.Loaded(() => Path.GetExtension(file) is ".json" or ".jsonl" or ".ndjson"
            ? WikidataOffices.Read(file, () => File.ReadLines(file), new ActorReader(knowledge))
            : PetrarchActors.Read(file, File.ReadAllText(file), knowledge.States));
        foreach (var problem in imported.LeftOut)
            Console.Error.WriteLine($"demarche: {problem}");
        foreach (var (path, text) in imported.Files)
        {
            // A table of a comment and a header alone says nothing.
            if (text.AsSpan().Count('\n') <= 2)
                continue;
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
            Console.Out.WriteLine(target);
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{imported.Rows} rows, {imported.LeftOut.Count} left out; look at them, then run demarche lexicon check {folder}"));
        return ExitCode.Ok;
    }
}
