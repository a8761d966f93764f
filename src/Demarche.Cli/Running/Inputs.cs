using Demarche.Reading;

namespace Demarche.Cli.Running;

/// <summary>The articles that a command's paths name.</summary>
internal static class Inputs
{
    /// <summary>The articles in the order of the paths; "-" is standard input.</summary>
    public static IEnumerable<PendingArticle> Open(ArticleReader reader, IEnumerable<string> paths) =>
        paths.SelectMany(path => path == "-" ? reader.OpenPiped(Console.OpenStandardInput(), "-") : reader.Open(path));
}
