using BenchmarkDotNet.Attributes;
using Demarche.Reading;

namespace Demarche.Bench;

/// <summary>Raw text to the whole record, on one thread: the samples and the project's own articles.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class WholeWayBenchmark
{
    private readonly Coder _coder = Coder.CreateDefault();
    private readonly List<Article> _articles = [];

    /// <summary>Reads the articles and says how many sentences they have.</summary>
    [GlobalSetup]
    public void Read()
    {
        var reader = new ArticleReader();
        _articles.AddRange(Repository.Folders("samples", "eval/articles/texts").SelectMany(reader.Read).Where(result => result.Article is not null).Select(result => result.Article!));
        Console.WriteLine($"// {_articles.Sum(article => _coder.Code(article).Sentences.Count)} sentences of {_articles.Count} articles");
    }

    /// <summary>Codes all of them.</summary>
    [Benchmark]
    public int Code()
    {
        var events = 0;
        foreach (var article in _articles)
            events += _coder.Code(article).Events.Count;
        return events;
    }
}
