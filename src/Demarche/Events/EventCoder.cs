using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Events.Matching;
using Demarche.Events.RuleLanguage;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>
/// Finds who did what to whom: rules over dependency trees name the acts and the places of the parties, a table composes outer and inner
/// acts, and tense, mood and statements tell how an act stands. See docs/events.md and docs/rules.md.
/// </summary>
public sealed class EventCoder : IStep
{
    private readonly EventContexts _contexts;

    private EventCoder(RuleBook book, Composition composition, EventWords words, EventContexts contexts)
    {
        Book = book;
        Composition = composition;
        Words = words;
        _contexts = contexts;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Places, Layers.Entities, Layers.Figures];

    /// <inheritdoc/>
    public Layer Gives => Layers.Events;

    internal RuleBook Book { get; }

    internal Composition Composition { get; }

    internal EventWords Words { get; }

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static EventCoder Load(Lexicon lexicon) =>
        new(RuleBook.Load(lexicon), Composition.Load(lexicon), EventWords.Load(lexicon), EventContexts.Load(lexicon));

    /// <inheritdoc/>
    public void Run(Document document)
    {
        var sentences = document.Get(Layers.Sentences);
        var coder = new SentenceCoder(Book, Composition, Words, document);
        var bridges = new Bridges(document.Get(Layers.Entities), document.Get(Layers.Statements), Book);
        var dates = new EventDates(document);
        var surroundings = new EventSurroundings(document);
        var events = ImmutableArray.CreateBuilder<Event>();
        for (var number = 0; number < sentences.Count; number++)
        {
            var view = new SentenceView(sentences[number], number);
            var drafts = coder.Code(view);
            bridges.Fill(view, drafts);
            if (drafts.Count == 0)
                continue;
            var contexts = _contexts.Of(view);
            foreach (var draft in drafts)
                events.Add(Finish(view, draft, events.Count + 1, contexts, dates, surroundings));
        }
        document.Add(Layers.Events, new EventLayer(Retellings.Mark(events.ToImmutable())));
    }

    private static Event Finish(SentenceView view, EventDraft draft, int number, ImmutableArray<string> contexts, EventDates dates, EventSurroundings surroundings)
    {
        var (date, from) = dates.Of(view, draft);
        return new()
        {
            Id = "e" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Type = draft.Type,
            Modes = draft.Modes,
            Contexts = draft.Contexts.IsEmpty ? contexts : [.. draft.Contexts.Union(contexts, StringComparer.Ordinal)],
            Cameo = draft.Cameo ?? EventScales.CameoOf(draft.Type),
            Actors = [.. draft.Actors],
            Recipients = [.. draft.Recipients],
            Date = date,
            DateFrom = from,
            Place = surroundings.PlaceOf(view, draft),
            Status = draft.Status,
            ReportedBy = surroundings.ReportedBy(view, draft),
            Figures = surroundings.FiguresOf(view, draft),
            Trigger = view.Sentence.SpanOf(draft.First, draft.Last),
            TriggerHead = view.Ref(draft.Token),
            Span = surroundings.SpanOf(view, draft),
            Rule = draft.Rule,
            Confidence = draft.Confidence,
        };
    }
}
