using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Events.Grammar;
using Demarche.Knowledge;
using Demarche.Positions;

namespace Demarche.Demands;

/// <summary>Finds demands by words that ask (Demands/requests.tsv), their deadlines, and how they were answered (Demands/answers.tsv). See docs/demands.md.</summary>
public sealed class DemandFinder : IStep
{
    private readonly Dictionary<string, List<RequestRule>> _requests;
    private readonly Dictionary<string, AnswerRule> _answers;
    private readonly Polarity _polarity;
    private readonly Polarity _asking;
    private readonly EventWords _words;

    private DemandFinder(Lexicon lexicon)
    {
        _requests = RequestRule.Load(lexicon);
        _answers = AnswerRule.Load(lexicon);
        _polarity = new(lexicon, "Demands/governors");
        _asking = new(lexicon);
        _words = EventWords.Load(lexicon);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Statements, Layers.Entities, Layers.Events];

    /// <inheritdoc/>
    public Layer Gives => Layers.Demands;

    /// <summary>Loads the step's knowledge.</summary>
    /// <exception cref="LexiconException">A knowledge file is broken.</exception>
    public static DemandFinder Load(Lexicon lexicon) => new(lexicon);

    /// <inheritdoc/>
    public void Run(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sentences = document.Get(Layers.Sentences);
        var parties = new Parties(document.Get(Layers.Entities), document.Get(Layers.Statements), _words);
        var matcher = new DemandMatcher(_requests, _polarity, parties, document.Get(Layers.Entities), document.Get(Layers.Statements));
        var threats = new Threats(document, parties);
        var obligations = new Obligations(document, parties, _asking);
        var answers = new Answers(_answers, parties);
        var deadlines = new Deadlines(document, new(document));
        List<DemandDraft> drafts = [];
        for (var number = 0; number < sentences.Count; number++)
        {
            var view = new SentenceView(sentences[number], number);
            var first = drafts.Count;
            matcher.Read(view, drafts);
            threats.Read(view, drafts);
            obligations.Read(view, drafts, first);
            for (var at = first; at < drafts.Count; at++)
                drafts[at].Deadline = deadlines.Of(view, drafts[at]);
            answers.Find(view, drafts);
        }
        document.Add(Layers.Demands, new DemandLayer([.. drafts.Select((draft, at) => new Demand
        {
            Id = "d" + (at + 1).ToString(CultureInfo.InvariantCulture),
            By = [.. draft.By],
            Of = [.. draft.Of],
            Content = draft.Content,
            Deadline = draft.Deadline,
            Answer = draft.Answer,
            AnswerSpan = draft.AnswerSpan,
            Span = draft.Span,
            FromEvent = EventAt(document, draft.Trigger),
        })]));
    }

    private static string? EventAt(Document document, TokenRef trigger)
    {
        foreach (var item in document.Get(Layers.Events).All)
            if (item.TriggerHead == trigger)
                return item.Id;
        return null;
    }
}
