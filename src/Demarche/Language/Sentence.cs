using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>A sentence with its tokens, its dependency tree, its names and the links that the tree implies. Immutable.</summary>
public sealed class Sentence
{
    private readonly int[] _firstChild;
    private readonly int[] _children;

    /// <summary>Makes a sentence.</summary>
    /// <exception cref="ArgumentException">A head lies outside the sentence.</exception>
    public Sentence(TextSpan span, int paragraph, ImmutableArray<Token> tokens, ImmutableArray<NameSpan> names, ImmutableArray<EnhancedArc> enhanced)
    {
        Span = span;
        Paragraph = paragraph;
        Tokens = tokens;
        Names = names;
        Enhanced = enhanced;
        _firstChild = new int[tokens.Length + 1];
        _children = new int[tokens.Length];
        Root = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var head = tokens[i].Head;
            if (head >= tokens.Length)
                throw new ArgumentException($"Token {i} has the head {head}, outside its sentence of {tokens.Length} tokens.", nameof(tokens));
            if (head < 0)
                Root = i;
            else
                _firstChild[head + 1]++;
        }
        for (var i = 0; i < tokens.Length; i++)
            _firstChild[i + 1] += _firstChild[i];
        Span<int> next = tokens.Length <= 256 ? stackalloc int[tokens.Length] : new int[tokens.Length];
        _firstChild.AsSpan(0, tokens.Length).CopyTo(next);
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head >= 0)
                _children[next[tokens[i].Head]++] = i;
    }

    /// <summary>Where the sentence stands in the text.</summary>
    public TextSpan Span { get; }

    /// <summary>The number of its paragraph, from 0.</summary>
    public int Paragraph { get; }

    /// <summary>The tokens in order.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Names, in order, not overlapping.</summary>
    public ImmutableArray<NameSpan> Names { get; }

    /// <summary>Links that the tree implies.</summary>
    public ImmutableArray<EnhancedArc> Enhanced { get; }

    /// <summary>The number of the root token.</summary>
    public int Root { get; }

    /// <summary>The number of tokens.</summary>
    public int Count => Tokens.Length;

    /// <summary>The token at a number.</summary>
    public Token this[int token] => Tokens[token];

    /// <summary>The numbers of a token's dependents in the tree, in order.</summary>
    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_firstChild[token], _firstChild[token + 1] - _firstChild[token]);

    /// <summary>The first dependent with the relation, or -1.</summary>
    public int Child(int token, Deprel relation)
    {
        foreach (var child in Children(token))
            if (Tokens[child].Relation == relation)
                return child;
        return -1;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or hangs below it.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps <= Count; steps++)
        {
            if (token == ancestor)
                return true;
            token = Tokens[token].Head;
        }
        return false;
    }

    /// <summary>The first and the last token of the part of the tree that hangs on a token, both inclusive (it may have gaps).</summary>
    public (int First, int Last) Extent(int token)
    {
        int first = token, last = token;
        foreach (var child in Children(token))
        {
            var (childFirst, childLast) = Extent(child);
            first = Math.Min(first, childFirst);
            last = Math.Max(last, childLast);
        }
        return (first, last);
    }

    /// <summary>The text range of the tokens from <paramref name="first"/> to <paramref name="last"/>, both inclusive.</summary>
    public TextSpan SpanOf(int first, int last) => new(Tokens[first].Span.Begin, Tokens[last].Span.End);
}

/// <summary>The sentences of a document, in order.</summary>
/// <param name="All">The sentences.</param>
public sealed record SentenceList(ImmutableArray<Sentence> All)
{
    /// <summary>The sentence at a number.</summary>
    public Sentence this[int sentence] => All[sentence];

    /// <summary>How many there are.</summary>
    public int Count => All.Length;

    /// <summary>The token that a reference points at.</summary>
    public Token this[TokenRef token] => All[token.Sentence].Tokens[token.Token];

    /// <summary>The number of the sentence that holds the offset, or -1.</summary>
    public int At(int offset)
    {
        int low = 0, high = All.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (All[middle].Span.End <= offset)
                low = middle + 1;
            else if (All[middle].Span.Begin > offset)
                high = middle - 1;
            else
                return middle;
        }
        return -1;
    }
}
