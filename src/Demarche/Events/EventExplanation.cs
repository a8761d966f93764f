using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Events.Matching;
using Demarche.Language;

namespace Demarche.Events;

/// <summary>A rule that was tried on a word.</summary>
/// <param name="Token">The number of the word in its sentence.</param>
/// <param name="Word">The word.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Where">The rule's file and the pattern's line.</param>
/// <param name="Fired">Whether it holds.</param>
/// <param name="Why">Why it does not hold; null where it does.</param>
public sealed record TriedRule(int Token, string Word, string Rule, string Where, bool Fired, string? Why);

/// <summary>Why a sentence has the events that it has: its tree, the rules that were tried, and what came of them.</summary>
/// <param name="Sentence">The sentence, with its tree.</param>
/// <param name="Tried">Every rule that was tried on a trigger, in order.</param>
/// <param name="Events">The sentence's events, as in the record.</param>
public sealed record EventExplanation(Sentence Sentence, ImmutableArray<TriedRule> Tried, ImmutableArray<Event> Events)
{
    /// <summary>Explains a sentence of a document that the coder has worked on.</summary>
    /// <param name="coder">The event coder, with the rules that the document was coded by.</param>
    /// <param name="document">The document, with all layers that the event coder needs.</param>
    /// <param name="sentence">The sentence's number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The document has no such sentence.</exception>
    public static EventExplanation Of(EventCoder coder, Document document, int sentence)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(document);
        var sentences = document.Get(Layers.Sentences);
        ArgumentOutOfRangeException.ThrowIfNegative(sentence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sentence, sentences.Count);
        var view = new SentenceView(sentences[sentence], sentence);
        List<Attempt> attempts = [];
        new SentenceCoder(coder.Book, coder.Composition, coder.Words, document).Code(view, attempts);
        var events = document.Has(Layers.Events)
            ? document.Get(Layers.Events).All.Where(item => item.TriggerHead.Sentence == sentence).ToImmutableArray()
            : [];
        return new(view.Sentence, [.. attempts.Select(attempt => TriedOf(view, attempt))], events);
    }

    private static TriedRule TriedOf(SentenceView view, Attempt attempt)
    {
        var pattern = attempt.Pattern;
        return new(attempt.Token, view[attempt.Token].Form, pattern.Rule.Id, $"{pattern.Rule.Origin}:{pattern.Line}", attempt.Why is null, attempt.Why);
    }
}
