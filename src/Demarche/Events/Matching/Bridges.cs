using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;

namespace Demarche.Events.Matching;

/// <summary>
/// Finds recipients that the clause leaves out: "condemned Friday's test" is against whoever tested before, "condemned Iran and vowed new
/// sanctions" means Iran both times. Reads one document, sentence by sentence.
/// </summary>
internal sealed class Bridges
{
    private const double Doubt = 0.85;
    private readonly Dictionary<string, List<Entity>> _doers = new(StringComparer.Ordinal);

    /// <summary>Fills empty recipients of a sentence's conflict events, and remembers who did what its nouns name.</summary>
    public void Fill(SentenceView view, List<EventDraft> drafts)
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (draft.Recipients.Count == 0 && draft.Type is EventType.Accuse or EventType.Threaten or EventType.Reject or EventType.Sanction or EventType.Coerce or EventType.Request)
                if ((FromMatter(view, draft) ?? FromNeighbor(drafts, at)) is { } found)
                {
                    draft.Recipients.AddRange(found.Where(entity => !draft.Actors.Contains(entity)));
                    draft.Confidence = Math.Round(draft.Confidence * Doubt, 3);
                }
            if (draft.Match.Pattern.Class == TriggerClass.Noun && !draft.Composed)
                _doers[view.Lemma(draft.Token)] = draft.Actors;
        }
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

    private static List<Entity>? FromNeighbor(List<EventDraft> drafts, int at)
    {
        for (var before = at - 1; before >= 0; before--)
            if (drafts[before].Recipients.Count > 0 && drafts[before].Type >= EventType.Request && drafts[before].Actors.Any(drafts[at].Actors.Contains))
                return drafts[before].Recipients;
        return null;
    }
}
