using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Positions;
using Demarche.Statements;

namespace Demarche.Demands;

/// <summary>
/// Demands by "must", "has to" and "it is time for him to": what a party to the crisis says that another must do. Who only comments
/// ("the next president will have to …") asks nothing, so that verbs of giving way are read alone, and speakers with a country.
/// </summary>
internal sealed class Obligations(Document document, Parties parties, Polarity polarity)
{
    private static readonly HashSet<string> GivingWay = new(StringComparer.Ordinal)
    {
        "resign", "quit", "go", "leave", "withdraw", "step", "stand", "surrender", "return", "release", "free", "stop", "end", "cease", "halt", "disarm", "comply", "lift", "get",
        "pull", "hand", "give", "evacuate", "relinquish", "abdicate", "restore", "abandon", "dismantle", "renounce", "yield", "retreat", "disband",
    };

    private readonly EventLayer _events = document.Get(Layers.Events);
    private readonly EntityLayer _entities = document.Get(Layers.Entities);
    private readonly StatementLayer _statements = document.Get(Layers.Statements);

    /// <summary>Adds a sentence's demands that are not told yet.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="drafts">All demands so far.</param>
    /// <param name="first">The first of this sentence.</param>
    public void Read(SentenceView view, List<DemandDraft> drafts, int first)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (view[token].Upos != Upos.VERB || !GivingWay.Contains(view.Lemma(token)) || !IsDue(view, token) || view.IsNegated(token) || view.HasMark(token, "whether"))
                continue;
            List<Entity> by = [], of = [];
            Speaking(view, token, by);
            var doer = Frames.IsPassive(view, token) ? -1 : Subjects.Of(view, token);
            parties.Add(view, doer, of);
            of.RemoveAll(asked => asked.Kind == EntityKind.Place || by.Exists(asker => asker.Id == asked.Id || (asker.Country is not null && asker.Country == asked.Country && asked.Kind == EntityKind.State)));
            if (by.Count == 0 || of.Count == 0 || !of.Exists(IsPublic) || IsTold(view, token, drafts, first))
                continue;
            var (from, to) = view.Sentence.Extent(token);
            drafts.Add(new() { Trigger = view.Ref(token), By = by, Of = of, Content = view.Sentence.SpanOf(from, to), Span = view.Sentence.SpanOf(from, to) });
        }
    }

    private bool IsDue(SentenceView view, int token) => polarity.Asker(view, token) == Polarity.WhoSpeaks;

    // Who says so; in a sentence that nobody says, who offered or asked something in the sentence before and goes on.
    private void Speaking(SentenceView view, int token, List<Entity> by)
    {
        if (_statements.At(view[token].Span.Begin)?.SpeakerHead is { } head)
        {
            if ((_entities.HeadedAt(head) ?? _entities.Covering(head)) is { Kind: not EntityKind.Place } speaker && IsPublic(speaker))
                by.Add(speaker);
            return;
        }
        foreach (var item in _events.All)
            if (item.TriggerHead.Sentence == view.Number - 1 && item.Status == EventStatus.Actual && item.Type is EventType.Request or EventType.Threaten or EventType.Agree && item.Actors is [{ } only] && IsPublic(only))
            {
                by.Clear();
                by.Add(only);
            }
    }

    private static bool IsPublic(Entity entity) => entity.Country is not null || entity.Wikidata is not null;

    private static bool IsTold(SentenceView view, int token, List<DemandDraft> drafts, int first)
    {
        for (var at = first; at < drafts.Count; at++)
            if (drafts[at].Content.Contains(view[token].Span.Begin) || drafts[at].Trigger == view.Ref(token))
                return true;
        return false;
    }
}
