using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>A sentence on its way through the readers: its tree, and marks on its tokens that the readers use in turn.</summary>
internal sealed class SentenceReader(string text, SentenceList sentences)
{
    private bool[] _marks = new bool[128];

    /// <summary>The document's text.</summary>
    public string Text { get; } = text;

    /// <summary>All sentences.</summary>
    public SentenceList Sentences { get; } = sentences;

    /// <summary>The sentence being read.</summary>
    public Sentence Sentence { get; private set; } = null!;

    /// <summary>Its number.</summary>
    public int Number { get; private set; }

    /// <summary>Turns to a sentence.</summary>
    public void Enter(int number)
    {
        Number = number;
        Sentence = Sentences[number];
        if (_marks.Length < Sentence.Count)
            _marks = new bool[Sentence.Count * 2];
    }

    /// <summary>Whether a token is a dependent of another with the relation.</summary>
    public bool Has(int token, Deprel relation) => Sentence.Child(token, relation) >= 0;

    /// <summary>Whether a token has a dependent with the lemma.</summary>
    public int ChildWithLemma(int token, string lemma)
    {
        foreach (var child in Sentence.Children(token))
            if (Sentence[child].Lemma == lemma)
                return child;
        return -1;
    }

    /// <summary>The preposition of a phrase: the form of its first "case" or "mark", or "".</summary>
    public string Preposition(int token)
    {
        foreach (var child in Sentence.Children(token))
            if (Sentence[child].Relation is Deprel.@case or Deprel.mark && child < token)
                return Sentence[child].Lemma;
        return "";
    }

    /// <summary>Takes all marks away.</summary>
    public void Clear() => Array.Clear(_marks, 0, Sentence.Count);

    /// <summary>Marks what hangs on a token, and the token.</summary>
    public void Mark(int token) => Set(token, true, 0);

    /// <summary>Takes the marks from what hangs on a token, and from the token.</summary>
    public void Unmark(int token) => Set(token, false, 0);

    /// <summary>Takes the marks from a range, both ends included.</summary>
    public void Unmark(int first, int last)
    {
        for (var i = Math.Max(first, 0); i <= last && i < Sentence.Count; i++)
            _marks[i] = false;
    }

    /// <summary>Takes the marks from the tokens in a stretch of text.</summary>
    public void Unmark(TextSpan? words)
    {
        if (words is { } span)
            for (var i = 0; i < Sentence.Count; i++)
                if (span.Overlaps(Sentence[i].Span))
                    _marks[i] = false;
    }

    /// <summary>Whether a token is marked.</summary>
    public bool IsMarked(int token) => token >= 0 && _marks[token];

    /// <summary>The first marked token, or -1.</summary>
    public int FirstMarked()
    {
        for (var i = 0; i < Sentence.Count; i++)
            if (_marks[i])
                return i;
        return -1;
    }

    /// <summary>The first token that begins at the offset or behind it, or the number of tokens.</summary>
    public int TokenFrom(int offset)
    {
        for (var i = 0; i < Sentence.Count; i++)
            if (Sentence[i].Span.Begin >= offset)
                return i;
        return Sentence.Count;
    }

    /// <summary>Marks a range, both ends included.</summary>
    public void Mark(int first, int last)
    {
        for (var i = Math.Max(first, 0); i <= last && i < Sentence.Count; i++)
            _marks[i] = true;
    }

    /// <summary>The stretches of marked tokens, without punctuation at their edges; unmarked punctuation does not divide them.</summary>
    public List<TextSpan> Marked()
    {
        List<TextSpan> parts = [];
        int first = -1, last = -1;
        for (var i = 0; i <= Sentence.Count; i++)
        {
            var isPunctuation = i < Sentence.Count && Sentence[i].Upos == Upos.PUNCT;
            if (i < Sentence.Count && (_marks[i] || (isPunctuation && first >= 0)))
            {
                if (isPunctuation)
                    continue;
                if (first < 0)
                    first = i;
                last = i;
            }
            else if (first >= 0)
            {
                parts.Add(Sentence.SpanOf(first, last));
                first = -1;
            }
        }
        return parts;
    }

    private void Set(int token, bool mark, int depth)
    {
        _marks[token] = mark;
        if (depth > 200)
            return;
        foreach (var child in Sentence.Children(token))
            Set(child, mark, depth + 1);
    }
}
