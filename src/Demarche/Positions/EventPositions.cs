using Demarche.Entities;
using Demarche.Events;
using Demarche.Events.Grammar;
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

    /// <summary>Adds what the acts of a sentence betray, behind what its words say.</summary>
    public void Read(SentenceView view, EventLayer events, Matters matters, List<PositionDraft> drafts, int first)
    {
        List<Entity> recipients = [];
        foreach (var item in events.All)
        {
            if (item.TriggerHead.Sentence != view.Number || item.Status != EventStatus.Actual || item.SameAs is not null || StanceOf(item) is not var (stance, sure) || IsTold(drafts, first, item))
                continue;
            // Whom an accusation without an object accuses was guessed wrong every time.
            if (item.Recipients.IsEmpty && stance == Stance.Supports)
                Guess(view, item, stance, matters, drafts, recipients);
            else
                recipients.AddRange(item.Recipients);
            foreach (var actor in item.Actors)
                foreach (var recipient in recipients)
                    if (actor.Id != recipient.Id && IsActor(actor) && IsActor(recipient) && recipient.Kind != EntityKind.Group && (recipient.Country is not null || recipient.Wikidata is not null) && !IsSaid(drafts, first, actor, recipient, stance))
                        drafts.Add(new(actor, recipient, stance, item.TriggerHead, item.Span, sure * item.Confidence, false) { FromEvent = item.Id, Date = item.Date });
            recipients.Clear();
        }
    }

    // "backed the takeover", "denounced it": whoever stands behind the act; else toward whom others have just been told to stand so.
    private static void Guess(SentenceView view, Event item, Stance stance, Matters matters, List<PositionDraft> drafts, List<Entity> recipients)
    {
        List<Entity> actors = [.. item.Actors];
        var trigger = item.TriggerHead.Token;
        var at = view.IsVerb(trigger) ? Frames.OfPredicate(view, trigger).Object : -1;
        if (at >= 0)
            matters.Add(view, at, actors, recipients);
        for (var back = drafts.Count - 1; back >= 0 && recipients.Count == 0 && view.Number - drafts[back].Trigger.Sentence <= 1; back--)
            if (drafts[back].Stance == stance && drafts[back].Toward is { } toward && !actors.Exists(actor => actor.Id == toward.Id))
                recipients.Add(toward);
    }

    // The same word has been read as words that tell more.
    private static bool IsTold(List<PositionDraft> drafts, int first, Event item)
    {
        for (var at = first; at < drafts.Count; at++)
            if (drafts[at].Trigger == item.TriggerHead && drafts[at].FromEvent is null && drafts[at].Toward is not null)
                return true;
        return false;
    }

    // "An ally", "critics": who is only described has no position that could be kept.
    private static bool IsActor(Entity entity) => entity.Kind is not (EntityKind.Place or EntityKind.Unknown)
        && (entity.Kind != EntityKind.Group ? entity.Country is not null || entity.Wikidata is not null || StanceMatcher.IsPower(entity) : StanceMatcher.IsPower(entity));

    private (Stance, double)? StanceOf(Event item)
    {
        foreach (var (rule, stance, sure) in _rules)
            if (item.Rule.StartsWith(rule, StringComparison.Ordinal))
                return stance is { } known ? (known, sure) : null;
        return null;
    }

    // Where the sentence tells it in words, the event adds nothing.
    private static bool IsSaid(List<PositionDraft> drafts, int first, Entity actor, Entity recipient, Stance stance)
    {
        for (var at = first; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (draft.Holder?.Id == actor.Id && draft.Toward?.Id == recipient.Id)
                return true;
            // "enjoys the backing of": words that tell who stands for whom go before an event that has it the other way round.
            if (draft.Holder?.Id == recipient.Id && draft.Toward?.Id == actor.Id && draft.Stance == stance && draft.FromEvent is null)
                return true;
        }
        return false;
    }
}
