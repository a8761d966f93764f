using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Finds time expressions and their values.</summary>
public sealed class TimeFinder : IStep
{
    private readonly TimePatterns _patterns;
    private readonly Tense _tense;
    private readonly TimeStretches _stretches;

    private TimeFinder(TimePatterns patterns)
    {
        _patterns = patterns;
        _tense = new(patterns.Words);
        _stretches = new(patterns.Words);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences];

    /// <inheritdoc/>
    public Layer Gives => Layers.Times;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static TimeFinder Load(Lexicon lexicon) => new(TimePatterns.Load(lexicon));

    /// <inheritdoc/>
    public void Run(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.Add(Layers.Times, new TimeLayer(Find(document.Text, document.Get(Layers.Sentences), document.Article.PublishedAt)));
    }

    /// <summary>The times of a text that was published on a day.</summary>
    internal ImmutableArray<TimeExpression> Find(string text, SentenceList sentences, DateOnly? published) => Find(text, sentences, _ => published);

    /// <summary>The times of a text whose parts were published on days.</summary>
    private ImmutableArray<TimeExpression> Find(string text, SentenceList sentences, Func<int, DateOnly?> publishedAt)
    {
        var all = ImmutableArray.CreateBuilder<TimeExpression>();
        var context = new TimeContext(_patterns.Words, _tense, text, publishedAt(0));
        var reader = new PieceReader(_patterns.Words.Vocabulary);
        List<FoundTime> found = [];
        for (var number = 0; number < sentences.Count; number++)
        {
            var sentence = sentences[number];
            var pieces = reader.Read(text, sentence);
            Match(pieces, sentence, text, publishedAt(sentence.Span.Begin), context, found);
            if (found.Count == 0)
                continue;
            _stretches.Join(found, pieces, context);
            foreach (var (match, value) in found)
            {
                var (first, last) = (pieces[match.First], pieces[match.Last]);
                all.Add(new("t" + (all.Count + 1).ToString(CultureInfo.InvariantCulture), new(first.Begin, last.End), number,
                    first.Token, last.LastToken, value.Kind, value.Value, value.Resolved));
            }
        }
        return all.ToImmutable();
    }

    private void Match(ReadOnlySpan<Piece> pieces, Sentence sentence, string text, DateOnly? published, TimeContext context, List<FoundTime> found)
    {
        found.Clear();
        context.Enter(sentence, published);
        for (var at = 0; at < pieces.Length; at++)
        {
            if (!_patterns.TryMatch(pieces, at, text, out var match))
                continue;
            var last = match.Last;
            var isName = match.Pattern.Operation != "holiday" && context.IsInPersonName(pieces[at].Token, pieces[last].LastToken);
            if (!isName && TimeResolver.Resolve(ref match, pieces, context) is { } value)
            {
                found.Add(new(match, value));
                context.Remember(value);
                last = Math.Max(last, match.Last);
            }
            else if (match.Pattern.Operation != "none")
                continue;
            at = last;
        }
    }
}

/// <summary>A match with its value.</summary>
internal readonly record struct FoundTime(TimeMatch Match, TimeValue Value);
