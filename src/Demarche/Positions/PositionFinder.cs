using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.Grammar;
using Demarche.Knowledge;

namespace Demarche.Positions;

/// <summary>
/// Finds where actors stand: by words that say so (Positions/stances.tsv), by ellipses that take up such words, and, less surely, by
/// what they did. See docs/positions.md.
/// </summary>
public sealed class PositionFinder : IStep
{
    private readonly Dictionary<string, List<StanceRule>> _rules;
    private readonly Polarity _polarity;
    private readonly EventWords _words;
    private readonly OfficeMatters _offices;
    private readonly EventPositions _events;
    private readonly ActWords _acts;

    private PositionFinder(Lexicon lexicon)
    {
        _rules = StanceRule.Load(lexicon);
        _polarity = new(lexicon);
        _words = EventWords.Load(lexicon);
        _offices = new(lexicon);
        _events = new(lexicon);
        _acts = new(lexicon);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Entities, Layers.Events];

    /// <inheritdoc/>
    public Layer Gives => Layers.Positions;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static PositionFinder Load(Lexicon lexicon) => new(lexicon);

    /// <inheritdoc/>
    public void Run(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sentences = document.Get(Layers.Sentences);
        var entities = document.Get(Layers.Entities);
        var statements = document.Get(Layers.Statements);
        var parties = new Parties(entities, statements, _words);
        var matters = new Matters(entities, document.Get(Layers.Events), _acts, parties);
        var matcher = new StanceMatcher(_rules, _polarity, parties, matters, entities, statements);
        var ellipses = new Ellipses(parties, matcher, sentences);
        var dates = new PositionDates(document);
        List<PositionDraft> drafts = [];
        for (var number = 0; number < sentences.Count; number++)
        {
            var view = new SentenceView(sentences[number], number);
            var first = drafts.Count;
            matcher.Read(view, drafts);
            ellipses.Read(view, drafts, first);
            _events.Read(view, document.Get(Layers.Events), matters, drafts, first);
            for (var at = first; at < drafts.Count; at++)
                drafts[at] = drafts[at] with { Date = drafts[at].Date ?? dates.Of(view, drafts[at].Trigger.Token) };
        }
        HashSet<(string, string?, Stance, int)> seen = [];
        var all = ImmutableArray.CreateBuilder<Position>(drafts.Count);
        foreach (var draft in drafts.OrderBy(draft => draft.Trigger))
            if (draft.Holder is { } holder && !IsToldBetter(draft, drafts) && seen.Add((holder.Id, draft.Toward?.Id, draft.Stance, draft.Trigger.Sentence)))
                all.Add(Finish(draft, holder, all.Count + 1, document));
        document.Add(Layers.Positions, new PositionLayer(all.ToImmutable()));
    }

    // "recognized him and congratulated him", "ruled out recognition": of two stances of one tenor in one sentence, recognition is what is told.
    private static bool IsToldBetter(PositionDraft draft, List<PositionDraft> drafts)
    {
        if (draft.Stance is not (Stance.Supports or Stance.Opposes))
            return false;
        var better = draft.Stance == Stance.Supports ? Stance.Recognizes : Stance.DoesNotRecognize;
        foreach (var other in drafts)
            if (other.Stance == better && other.Trigger.Sentence == draft.Trigger.Sentence && other.Holder?.Id == draft.Holder?.Id && other.Toward?.Id == draft.Toward?.Id)
                return true;
        return false;
    }

    private Position Finish(PositionDraft draft, Entity holder, int number, Document document)
    {
        var entities = document.Get(Layers.Entities);
        var statement = document.Get(Layers.Statements).At(document.Get(Layers.Sentences)[draft.Trigger].Span.Begin);
        var speaker = statement?.SpeakerHead is { } head ? entities.HeadedAt(head) ?? entities.Covering(head) : null;
        var isOnOffice = draft.Stance is Stance.Recognizes or Stance.DoesNotRecognize or Stance.ClaimsOffice;
        var (office, about) = isOnOffice ? _offices.Of(draft.Toward) : (null, null);
        return new()
        {
            Id = "o" + number.ToString(CultureInfo.InvariantCulture),
            Holder = holder,
            Toward = draft.Toward,
            Stance = draft.Stance,
            About = about,
            Office = office,
            AsOf = draft.Date,
            Until = draft.IsWithdrawn ? draft.Date : null,
            Statement = statement?.Id,
            AccordingTo = speaker is not null && speaker.Id != holder.Id && speaker.Country != holder.Country ? speaker : null,
            FromEvent = draft.FromEvent,
            Span = draft.Span,
            Confidence = Math.Round(draft.Sure, 2),
        };
    }
}
