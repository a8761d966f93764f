using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Events.Matching;

/// <summary>
/// Finds recipients that the clause leaves out: "condemned Friday's test" is against whoever tested before, "condemned Iran and vowed new
/// sanctions" means Iran both times, "will not leave until the king abdicates" is said to the king, and who has quarrelled with one party
/// goes on quarrelling with it. Reads one document, sentence by sentence.
/// </summary>
internal sealed class Bridges(EntityLayer entities, StatementLayer statements, RuleBook book)
{
    private const double Doubt = 0.85;
    private const int Memory = 12;
    private const int Reply = 3;
    private static readonly HashSet<string> Utterances = new(StringComparer.Ordinal)
    {
        "request", "demand", "complaint", "claim", "accusation", "allegation", "charge", "argument", "criticism", "remark", "comment", "statement", "suggestion", "assertion", "warning", "proposal", "appeal", "call",
    };

    private readonly Dictionary<string, List<Entity>> _doers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (List<Entity> Against, int Sentence)> _quarrels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (List<Entity> Asking, int Sentence)> _asked = new(StringComparer.Ordinal);

    private readonly Dictionary<EventType, (List<Entity> Doer, int Sentence)> _deeds = [];

    /// <summary>Fills empty recipients of a sentence's conflict events, and remembers who did what its nouns name.</summary>
    public void Fill(SentenceView view, List<EventDraft> drafts)
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (draft.Recipients.Count == 0 && Missing(view, drafts, at) is { } found)
            {
                draft.Recipients.AddRange(found.Where(entity => !draft.Actors.Contains(entity)));
                draft.Confidence = Math.Round(draft.Confidence * Doubt, 3);
                draft.Bridged = true;
            }
            Remember(view, draft);
            if (draft.Match.Pattern.Class == TriggerClass.Noun && !draft.Composed)
                _doers[view.Lemma(draft.Token)] = draft.Actors;
        }
        foreach (var draft in drafts)
            if (draft.Recipients.Count > 0 && draft.Status == EventStatus.Actual && draft.Type > EventType.Request)
                foreach (var actor in draft.Actors)
                    _quarrels[actor.Id] = (draft.Recipients, view.Number);
    }

    private List<Entity>? Missing(SentenceView view, List<EventDraft> drafts, int at)
    {
        var draft = drafts[at];
        if (IsAgainst(draft.Type))
            return FromCondition(view, draft) ?? FromMatter(view, draft) ?? FromWords(view, draft) ?? FromNeighbor(drafts, at) ?? FromQuestion(view, draft) ?? FromDeed(view, draft) ?? FromBefore(view, draft);
        return draft.Type is EventType.Agree or EventType.Concede ? FromQuestion(view, draft) : null;
    }

    private void Remember(SentenceView view, EventDraft draft)
    {
        if (draft.Status == EventStatus.Actual && draft.Actors.Count > 0 && draft.Type is EventType.Request or EventType.Threaten or EventType.Accuse or EventType.Reject or EventType.Agree)
            foreach (var other in draft.Recipients)
                foreach (var key in KeysOf(other))
                    _asked[key] = (draft.Actors, view.Number);
        if (draft.Status == EventStatus.Actual && draft.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Sanction)
            _deeds[draft.Type] = (draft.Actors, view.Number);
    }

    /// <summary>Somebody answers for himself and for his state.</summary>
    private static string[] KeysOf(Entity entity) =>
        entity.Country is { } country && PoliticalStanding.IsPolitical(entity) ? [entity.Id, country] : [entity.Id];

    /// <summary>"opposed the takeover": whoever did the last deed that the noun may name.</summary>
    private List<Entity>? FromDeed(SentenceView view, EventDraft draft)
    {
        if (draft.Composed)
            return null;
        foreach (var filler in draft.Match.Fillers)
            if (filler >= 0)
                foreach (var pattern in book.Nouns(view.Lemma(filler)))
                    if (_deeds.TryGetValue(pattern.Rule.Type, out var deed) && view.Number - deed.Sentence <= Memory && !deed.Doer.Any(draft.Actors.Contains))
                        return deed.Doer;
        return null;
    }

    private static bool IsAgainst(EventType type) =>
        type is EventType.Accuse or EventType.Threaten or EventType.Reject or EventType.Sanction or EventType.Coerce or EventType.Request;

    /// <summary>"until the government pays": who must act first.</summary>
    private List<Entity>? FromCondition(SentenceView view, EventDraft draft)
    {
        for (var token = draft.Match.Token; token >= 0; token = token == draft.Token ? -1 : draft.Token)
            foreach (var child in view.Children(token))
                if (view.Relation(child) == Deprel.advcl && (view.HasMark(child, "until") || view.HasMark(child, "unless") || view.HasMark(child, "if") || view.HasMark(child, "before"))
                    && view.ChildOf(child, Deprel.nsubj, Deprel.nsubj_pass) is >= 0 and var subject
                    && (entities.HeadedAt(view.Ref(subject)) ?? entities.Covering(view.Ref(subject))) is { } other && !draft.Actors.Contains(other))
                    return [other];
        return null;
    }

    private List<Entity>? FromMatter(SentenceView view, EventDraft draft)
    {
        if (draft.Composed)
            return null;
        foreach (var filler in draft.Match.Fillers)
            if (filler >= 0 && _doers.TryGetValue(view.Lemma(filler), out var doers))
                return doers;
        return null;
    }

    /// <summary>"overruled that request", "mocked the complaint": who spoke last before, if the words are said to be known and nobody owns them.</summary>
    private List<Entity>? FromWords(SentenceView view, EventDraft draft)
    {
        if (draft.Composed || draft.Match.Pattern.Class != TriggerClass.Verb)
            return null;
        foreach (var filler in draft.Match.Fillers)
            if (filler >= 0 && Utterances.Contains(view.Lemma(filler)) && IsKnown(view, filler))
                return LastSpeaker(view, draft);
        return null;
    }

    private static bool IsKnown(SentenceView view, int noun)
    {
        var isDefinite = false;
        foreach (var child in view.Children(noun))
            if (view.Relation(child) is Deprel.nmod_poss or Deprel.nmod or Deprel.acl or Deprel.acl_relcl or Deprel.compound or Deprel.amod)
                return false;
            else
                isDefinite |= view.Relation(child) == Deprel.det && view.Lower(child) is "the" or "that" or "this" or "these" or "those";
        return isDefinite;
    }

    private List<Entity>? LastSpeaker(SentenceView view, EventDraft draft)
    {
        var begin = view[draft.Token].Span.Begin;
        Entity? last = null;
        foreach (var statement in statements.All)
        {
            if (statement.Content[0].Begin >= begin || statement.Sentence > view.Number)
                break;
            if (view.Number - statement.Sentence <= 2 && statement.SpeakerHead is { } head && (entities.HeadedAt(head) ?? entities.Covering(head)) is { } speaker && !draft.Actors.Contains(speaker))
                last = speaker;
        }
        return last is null ? null : [last];
    }

    private static List<Entity>? FromNeighbor(List<EventDraft> drafts, int at)
    {
        for (var before = at - 1; before >= 0; before--)
            if (drafts[before].Recipients.Count > 0 && drafts[before].Type >= EventType.Request && drafts[before].Actors.Any(drafts[at].Actors.Contains))
                return drafts[before].Recipients;
        return null;
    }

    /// <summary>"asked Haiti to halt, and Haiti agreed": the answer is to whoever asked.</summary>
    private List<Entity>? FromQuestion(SentenceView view, EventDraft draft)
    {
        foreach (var actor in draft.Actors)
            foreach (var key in KeysOf(actor))
                if (_asked.TryGetValue(key, out var asked) && view.Number - asked.Sentence <= Reply && !asked.Asking.Any(draft.Actors.Contains))
                    return Abroad(draft, asked.Asking);
        return null;
    }

    /// <summary>Politicians of one country quarrel with many; only between countries, and with those in arms, is it the old quarrel that goes on.</summary>
    private static List<Entity>? Abroad(EventDraft draft, List<Entity> others)
    {
        foreach (var actor in draft.Actors)
            foreach (var other in others)
                if (actor.Country is null || actor.Country != other.Country || actor.Kind == EntityKind.State || other.Kind is not EntityKind.Person)
                    return others;
        return null;
    }

    private List<Entity>? FromBefore(SentenceView view, EventDraft draft)
    {
        foreach (var actor in draft.Actors)
            if (_quarrels.TryGetValue(actor.Id, out var quarrel) && view.Number - quarrel.Sentence <= Memory)
                return Abroad(draft, quarrel.Against);
        return null;
    }
}
