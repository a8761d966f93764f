using System.Text;
using Demarche.Language;

namespace Demarche.Cli.Running;

/// <summary>Analyses CoNLL-U files whose sentences and tokens are given: <c>demarche parse --pretokenized</c>.</summary>
internal static class PretokenizedRun
{
    /// <summary>Writes every file's analysis to standard output; a file that cannot be read is named and makes the status 1.</summary>
    public static int Over(IEnumerable<string> paths)
    {
        var engine = LanguageEngine.Load();
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var status = 0;
        foreach (var path in paths)
            try
            {
                var file = ConllUFile.Read(path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path));
                var sentences = file.Documents().SelectMany(document => engine.AnalyzePretokenized(document.Select(sentence => sentence.Tokens)).All);
                ConllUWriter.Write(output, file, new SentenceList([.. sentences]));
            }
            catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{path}: {problem.Message}");
                status = 1;
            }
        return status;
    }
}
