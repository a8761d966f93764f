using BenchmarkDotNet.Attributes;
using Demarche.Documents;
using Demarche.Figures;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Statements;
using Demarche.Times;

namespace Demarche.Bench;

/// <summary>
/// Statements, times and figures alone, on one core: the sentences of the project's own articles and samples, parsed beforehand.
/// Sentences a second are <see cref="Sentences"/> by the time.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LayersBenchmark
{
    private readonly StatementFinder _statements = StatementFinder.Load(Lexicon.Default);
    private readonly TimeFinder _times = TimeFinder.Load(Lexicon.Default);
    private readonly FigureFinder _figures = FigureFinder.Load(Lexicon.Default);
    private Document[] _documents = [];

    /// <summary>How many sentences there are.</summary>
    public int Sentences { get; private set; }

    /// <summary>Reads and parses the articles.</summary>
    [GlobalSetup]
    public void Read()
    {
        var coder = Coder.CreateDefault();
        var reader = new ArticleReader();
        _documents = [.. Repository.Folders("samples", "eval/articles/texts").SelectMany(reader.Read)
            .Where(result => result.Article is not null).Select(result => coder.Analyze(result.Article!))];
        Sentences = _documents.Sum(document => document.Get(Layers.Sentences).Count);
        Console.WriteLine($"// {Sentences} sentences");
    }

    /// <summary>All three, one after the other.</summary>
    [Benchmark(Baseline = true)]
    public int All()
    {
        var found = 0;
        foreach (var parsed in _documents)
        {
            var document = Start(parsed);
            _times.Run(document);
            _statements.Run(document);
            document.Add(Layers.Entities, parsed.Get(Layers.Entities));
            _figures.Run(document);
            found += document.Get(Layers.Figures).All.Length;
        }
        return found;
    }

    /// <summary>Statements.</summary>
    [Benchmark]
    public int Statements()
    {
        var found = 0;
        foreach (var parsed in _documents)
        {
            var document = Start(parsed);
            _statements.Run(document);
            found += document.Get(Layers.Statements).All.Length;
        }
        return found;
    }

    /// <summary>Times.</summary>
    [Benchmark]
    public int Times()
    {
        var found = 0;
        foreach (var parsed in _documents)
        {
            var document = Start(parsed);
            _times.Run(document);
            found += document.Get(Layers.Times).All.Length;
        }
        return found;
    }

    /// <summary>Figures; times, statements and entities are given.</summary>
    [Benchmark]
    public int Figures()
    {
        var found = 0;
        foreach (var parsed in _documents)
        {
            var document = Start(parsed);
            document.Add(Layers.Times, parsed.Get(Layers.Times));
            document.Add(Layers.Statements, parsed.Get(Layers.Statements));
            document.Add(Layers.Entities, parsed.Get(Layers.Entities));
            _figures.Run(document);
            found += document.Get(Layers.Figures).All.Length;
        }
        return found;
    }

    private static Document Start(Document parsed)
    {
        var document = new Document(parsed.Article);
        document.Add(Layers.Sentences, parsed.Get(Layers.Sentences));
        return document;
    }
}
