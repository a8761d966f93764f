using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Times;

namespace Demarche.Tests.Times;

/// <summary>Sentences for tests of times and figures.</summary>
internal static class TestSentences
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load();

    public static TimeFinder Times { get; } = TimeFinder.Load(Lexicon.Default);

    public static SentenceList Of(string text)
    {
        var sentences = Engine.Analyze(text);
        return sentences.Count > 0 ? sentences : Plain(text);
    }

    /// <summary>Words without tags and trees: what is found must not need them.</summary>
    public static SentenceList Plain(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (char.IsLetterOrDigit(text[at]))
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
                    end++;
            if (!char.IsWhiteSpace(text[at]))
                tokens.Add(new(new(at, end), text[at..end], text[at..end].ToLowerInvariant(), Upos.X, "", Features.None, tokens.Count == 0 ? -1 : 0, Deprel.dep));
            at = end;
            if (tokens.Count > 2 && tokens[^1].Form is "." or "!" or "?" && tokens[^2].Form.Length > 3)
                Close();
        }
        Close();
        return new(sentences.ToImmutable());

        void Close()
        {
            if (tokens.Count > 0)
                sentences.Add(new(new TextSpan(tokens[0].Span.Begin, tokens[^1].Span.End), 0, tokens.ToImmutable(), [], []));
            tokens.Clear();
        }
    }
}
