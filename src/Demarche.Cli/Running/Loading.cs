using Demarche.Reading;

namespace Demarche.Cli.Running;

/// <summary>Loads what a run needs; the reader and the coder at once, since each takes its time.</summary>
internal static class Loading
{
    /// <summary>A reader and a coder.</summary>
    public static (ArticleReader Reader, Coder Coder) Of(ReadingOptions options)
    {
        var reader = Task.Run(() => SharedOptions.ReaderOf(options));
        var coder = SharedOptions.CoderOf(options.Lexicon);
        return (reader.GetAwaiter().GetResult(), coder);
    }
}
