namespace Demarche.Reading;

/// <summary>An article that has been found but not yet parsed and cleaned, so that many threads can share that work.</summary>
public sealed class PendingArticle
{
    private readonly Func<ReadResult> _read;

    internal PendingArticle(Func<ReadResult> read) => _read = read;

    internal PendingArticle(ReadProblem problem) => _read = () => ReadResult.Of(problem);

    /// <summary>Parses and cleans the article. Never throws on what the file holds.</summary>
    public ReadResult Read() => _read();
}
