using Demarche.Entities;
using Demarche.Events;

namespace Demarche.Positions;

/// <summary>Positions that acts betray: who supports somebody is for him, who accuses, punishes or attacks is against. Less sure than words.</summary>
internal static class EventPositions
{
    public static void Add(EventLayer events, List<PositionDraft> drafts)
    {
        var said = drafts.Count;
        foreach (var item in events.All)
        {
            if (item.Status != EventStatus.Actual || item.SameAs is not null || StanceOf(item) is not var (stance, sure))
                continue;
            foreach (var actor in item.Actors)
                foreach (var recipient in item.Recipients)
                {
                    if (actor.Id == recipient.Id || actor.Kind == EntityKind.Place || recipient.Kind is EntityKind.Place or EntityKind.Unknown || IsSaid(drafts, said, actor, recipient, item))
                        continue;
                    drafts.Add(new(actor, recipient, stance, item.TriggerHead, item.Span, sure * item.Confidence, false) { FromEvent = item.Id, Date = item.Date });
                }
        }
    }

    private static (Stance, double)? StanceOf(Event item) => item.Type switch
    {
        EventType.Support => (Stance.Supports, 0.6),
        EventType.Accuse => (Stance.Opposes, 0.6),
        EventType.Sanction => (Stance.Opposes, 0.6),
        EventType.Threaten => (Stance.Opposes, 0.5),
        EventType.Reject => (Stance.Opposes, 0.4),
        EventType.Protest => (Stance.Opposes, 0.5),
        _ => null,
    };

    // Where the words themselves told it, or the article told it before, the event adds nothing.
    private static bool IsSaid(List<PositionDraft> drafts, int said, Entity actor, Entity recipient, Event item)
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (draft.Holder?.Id == actor.Id && draft.Toward?.Id == recipient.Id && (draft.Trigger.Sentence == item.TriggerHead.Sentence || (at >= said && draft.Stance == StanceOf(item)?.Item1)))
                return true;
        }
        return false;
    }
}
