using System.Diagnostics;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>Analyses a text or, with its tokens, a CoNLL-U file, and says how fast that went.</summary>
internal static class Parsing
{
    public static int Run(string source)
    {
        var watch = Stopwatch.StartNew();
        var engine = LanguageEngine.Load();
        var loaded = watch.ElapsedMilliseconds;
        using var console = new StreamWriter(Console.OpenStandardOutput());
        var content = File.ReadAllText(source);
        if (source.EndsWith(".conllu", StringComparison.Ordinal))
        {
            var file = ConllUFile.Read(content);
            ConllUWriter.Write(console, file, new([.. file.Documents().SelectMany(document => engine.AnalyzePretokenized(document.Select(sentence => sentence.Tokens)).All)]));
            return 0;
        }
        var sentences = engine.Analyze(content);
        ConllUWriter.Write(console, content, sentences);
        watch.Restart();
        for (var i = 0; i < 3; i++)
            engine.Analyze(content);
        var words = 3 * sentences.All.Sum(sentence => sentence.Count);
        Console.Error.WriteLine($"loaded in {loaded} ms; {words / watch.Elapsed.TotalSeconds:F0} words/s");
        return 0;
    }
}
