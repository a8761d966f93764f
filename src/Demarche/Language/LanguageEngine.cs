using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Language.Naming;
using Demarche.Language.Tokens;

namespace Demarche.Language;

/// <summary>Text to sentences, tokens, tags, lemmas, trees and names. Immutable; many threads may use one engine.</summary>
public sealed class LanguageEngine : IStep
{
    private readonly LanguageModels _models;
    private readonly SentenceSplitter _splitter = new(TokenTables.Default);

    internal LanguageEngine(LanguageModels models) => _models = models;

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs => [];

    /// <inheritdoc/>
    public Layer Gives => Layers.Sentences;

    /// <summary>A hash of the models, for <c>coder.models</c> of the record.</summary>
    public string Hash => _models.Hash;

    /// <summary>Loads the models that ship with the library.</summary>
    public static LanguageEngine Load() => new(LanguageModels.Shipped);

    /// <summary>Analyses a text.</summary>
    public SentenceList Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scratch = EngineScratch.OfThread();
        scratch.Tokens.Clear();
        scratch.Sentences.Clear();
        Tokenizer.Split(text, TokenTables.Default, scratch.Tokens);
        _splitter.Split(text, scratch.Tokens, scratch.Sentences);
        var sentences = new Sentence[scratch.Sentences.Count];
        for (var at = 0; at < sentences.Length; at++)
        {
            var range = scratch.Sentences[at];
            var spans = CollectionsMarshal.AsSpan(scratch.Tokens)[range.Begin..range.End];
            scratch.Reserve(spans.Length);
            for (var i = 0; i < spans.Length; i++)
                scratch.Forms[i] = _models.Intern(text.AsSpan(spans[i].Begin, spans[i].Length));
            sentences[at] = SentenceAnalysis.Run(_models, scratch, range.Paragraph, spans);
        }
        NameConsistency.Apply(sentences);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(sentences));
    }

    /// <summary>Splits a text into sentences and tokens, and no more.</summary>
    public ImmutableArray<TokenizedSentence> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TextSpan> tokens = [];
        List<TokenRange> ranges = [];
        Tokenizer.Split(text, TokenTables.Default, tokens);
        _splitter.Split(text, tokens, ranges);
        return [.. ranges.Select(range => new TokenizedSentence(range.Paragraph,
            [.. tokens.GetRange(range.Begin, range.End - range.Begin).Select(span => new RawToken(span, span.In(text)))]))];
    }

    /// <summary>Analyses the sentences of one document, whose tokens are given.</summary>
    public SentenceList AnalyzePretokenized(IEnumerable<TokenizedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var scratch = EngineScratch.OfThread();
        List<Sentence> analysed = [];
        foreach (var sentence in sentences)
        {
            var spans = sentence.Tokens.Select(token => token.Span).ToArray();
            scratch.Reserve(spans.Length);
            for (var i = 0; i < spans.Length; i++)
                scratch.Forms[i] = sentence.Tokens[i].Form;
            analysed.Add(SentenceAnalysis.Run(_models, scratch, sentence.Paragraph, spans));
        }
        NameConsistency.Apply(CollectionsMarshal.AsSpan(analysed));
        return new([.. analysed]);
    }

    /// <inheritdoc/>
    public void Run(Document document) => document.Add(Layers.Sentences, Analyze(document.Text));
}
