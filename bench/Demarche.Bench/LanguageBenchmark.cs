using BenchmarkDotNet.Attributes;
using Demarche.Language;

namespace Demarche.Bench;

/// <summary>
/// Raw text to sentences, trees and names on one core: all of the project's sample dispatches. Words a second are
/// <see cref="Words"/> by the time.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LanguageBenchmark
{
    private readonly LanguageEngine _engine = LanguageEngine.Load();
    private string _text = "";

    /// <summary>How many words the text has.</summary>
    public int Words { get; private set; }

    /// <summary>Reads the samples, found upwards from here.</summary>
    [GlobalSetup]
    public void Read()
    {
        _text = string.Join("\n\n", Directory.EnumerateFiles(Repository.Folders("samples")[0], "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Words = _engine.Analyze(_text).All.Sum(sentence => sentence.Count);
        Console.WriteLine($"// {Words} words");
    }

    /// <summary>Everything that the engine does.</summary>
    [Benchmark]
    public SentenceList Analyze() => _engine.Analyze(_text);

    /// <summary>Tokens and sentences alone.</summary>
    [Benchmark]
    public int Tokenize() => _engine.Tokenize(_text).Length;
}
