using Demarche.Entities;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Positions;

/// <summary>Positions that acts betray, by Positions/events.tsv: who supports somebody is for him, who accuses or punishes is against. Less sure than words.</summary>
internal sealed class EventPositions
{
    private readonly List<(string Rule, Stance? Stance, double Sure)> _rules = [];

    public EventPositions(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Positions/events"))
        {
            if (!double.TryParse(row["sure"], System.Globalization.CultureInfo.InvariantCulture, out var sure))
                throw row.Error($"'{row["sure"]}' is no number from 0 to 1.");
            _rules.Add((row["rule"], StanceRule.StanceOf(row, "stance"), sure));
        }
        _rules.Sort((one, other) => other.Rule.Length.CompareTo(one.Rule.Length));
    }

    public void Add(EventLayer events, List<PositionDraft> drafts)
    {
        foreach (var item in events.All)
        {
            if (item.Status != EventStatus.Actual || item.SameAs is not null || StanceOf(item) is not var (stance, sure))
                continue;
            foreach (var actor in item.Actors)
                foreach (var recipient in item.Recipients)
                    if (actor.Id != recipient.Id && IsActor(actor) && IsActor(recipient) && !IsSaid(drafts, actor, recipient, stance, item))
                        drafts.Add(new(actor, recipient, stance, item.TriggerHead, item.Span, sure * item.Confidence, false) { FromEvent = item.Id, Date = item.Date });
        }
    }

    // "An ally", "critics": who is only described has no position that could be kept.
    private static bool IsActor(Entity entity) => entity.Kind is not (EntityKind.Place or EntityKind.Unknown or EntityKind.Group) && (entity.Country is not null || entity.Wikidata is not null);

    private (Stance, double)? StanceOf(Event item)
    {
        foreach (var (rule, stance, sure) in _rules)
            if (item.Rule.StartsWith(rule, StringComparison.Ordinal))
                return stance is { } known ? (known, sure) : null;
        return null;
    }

    // Where the article tells it in words, or has told it by an event before, the event adds nothing.
    private static bool IsSaid(List<PositionDraft> drafts, Entity actor, Entity recipient, Stance stance, Event item)
    {
        foreach (var draft in drafts)
        {
            if (draft.Holder?.Id == actor.Id && draft.Toward?.Id == recipient.Id && (draft.Trigger.Sentence == item.TriggerHead.Sentence || draft.FromEvent is not null))
                return true;
            // "enjoys the backing of": words that tell who stands for whom go before an event that has it the other way round.
            if (draft.Holder?.Id == recipient.Id && draft.Toward?.Id == actor.Id && draft.Stance == stance && draft.FromEvent is null && draft.Trigger.Sentence == item.TriggerHead.Sentence)
                return true;
        }
        return false;
    }
}
