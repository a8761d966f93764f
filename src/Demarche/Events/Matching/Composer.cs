using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Events.Matching;

/// <summary>
/// Walks from an event up the tree: each outer word may change how the event stands, or make another event of it ("refused to withdraw"
/// is a REJECT). What outer words do is data: composition.tsv.
/// </summary>
internal sealed class Composer(Composition table, EventWords words, Parties parties, EntityLayer entities, StatementLayer statements)
{
    private const int Steps = 6;

    /// <summary>Sets the draft's status, and adds the events that outer words make of it.</summary>
    public void Compose(SentenceView view, EventDraft raw, List<EventDraft> drafts)
    {
        var top = raw;
        var token = raw.Token;
        top = ApplyMood(view, top, token, drafts);
        for (var step = 0; step < Steps; step++)
        {
            var (governor, via) = Governor(view, token);
            if (governor < 0)
                return;
            var lemma = view.Lemma(governor);
            var outer = Outer(drafts, governor);
            // "wants Iran to withdraw" asks it of Iran; "wants to withdraw" is the wish's own row.
            var asked = outer is { Type: EventType.Request } && Same(outer.Recipients, top.Actors);
            var row = (asked ? null : table.Find(lemma, via, top.Type)) ?? (outer is null ? null : table.Find("*" + Name(outer.Type), via, top.Type));
            if (row is not null)
                top = Apply(row, view, top, governor, outer, drafts);
            else if (via == "inf")
            {
                if (!words.Implicative.Contains(lemma) && top.Status == EventStatus.Actual)
                    top.Status = EventStatus.Hypothetical;
            }
            else if (via == "purpose")
            {
                if (top.Status == EventStatus.Actual)
                    top.Status = EventStatus.Planned;
                return;
            }
            else if (via != "noun" || !words.LightVerbs.Contains(lemma))
                return;
            if (outer is not null && outer.Modes.IsEmpty && table.Mode(outer.Type, raw.Type) is { } mode)
                outer.Modes = [mode];
            token = governor;
            // What is blamed, praised or talked about stands, whatever becomes of the talk ("avoided condemning the invasion").
            if ((via is "that" && row?.Gives is null) || row is { Gives: null, Keeps: true })
                return;
            if (outer is null)
                top = ApplyMood(view, top, token, drafts);
        }
    }

    private static string Name(EventType type) => type.ToString().ToUpperInvariant();

    private static EventDraft? Outer(List<EventDraft> drafts, int token)
    {
        foreach (var draft in drafts)
            if (draft.Token == token && !draft.Composed)
                return draft;
        return null;
    }

    /// <summary>The word that an event hangs on, and how.</summary>
    private static (int Token, string Via) Governor(SentenceView view, int token)
    {
        for (var at = token; ;)
        {
            var head = view.Head(at);
            if (head < 0)
                return (-1, "");
            switch (view.Relation(at))
            {
                case Deprel.conj when view.ChildOf(at, Deprel.nsubj, Deprel.nsubj_pass) < 0:
                    at = head;
                    continue;
                case Deprel.xcomp:
                    return (head, view[token].Xpos == "VBG" ? "ing" : "inf");
                case Deprel.ccomp:
                    return (head, view.IsToInfinitive(at) ? "inf" : view[at].Xpos == "VBG" ? "ing" : "that");
                case Deprel.acl when view.IsToInfinitive(at):
                    return (head, "inf");
                case Deprel.acl or Deprel.advcl when view.Case(at) is { } preposition || MarkOf(view, at, out preposition):
                    return (head, preposition == "to" ? "purpose" : "prep:" + preposition);
                case Deprel.obj or Deprel.nsubj_pass or Deprel.iobj:
                    return (head, "noun");
                case Deprel.nsubj:
                    return (head, "subj");
                case Deprel.obl or Deprel.nmod when view.Case(at) is { } preposition:
                    return (head, "prep:" + preposition);
                default:
                    return (-1, "");
            }
        }
    }

    private static bool MarkOf(SentenceView view, int token, out string mark)
    {
        var child = view.Sentence.Child(token, Deprel.mark);
        mark = child >= 0 ? view.Lower(child) : "";
        return child >= 0 && (view[token].Xpos == "VBG" || mark == "to");
    }

    private EventDraft ApplyMood(SentenceView view, EventDraft top, int token, List<EventDraft> drafts)
    {
        var mood = ClauseMood.Of(view, token, words);
        top.Past |= mood.Anterior;
        var outer = mood switch
        {
            { Condition: true } => null,
            { Negated: true, Future: true } or { Negated: true, Would: true } => "not_will",
            { Negated: true, Possible: true } => "not_can",
            { Negated: true } => top.Match.Pattern.Class == RuleLanguage.TriggerClass.Noun && !top.Composed ? null : "not",
            { Future: true } => "will",
            { Would: true } when IsSaid(view, token) => "will",
            _ => IsHeadline(view, token) ? "will" : null,
        };
        if (outer is not null && table.Find(outer, "aux", top.Type) is { } row && (!row.OwnOnly || SpeaksForHimself(view, top)))
        {
            if (row.Gives is null)
            {
                top.Status = row.Inner ?? top.Status;
                top.Dropped |= row.Inner is null;
                return top;
            }
            List<Entity> actors = [.. top.Actors], recipients = [.. top.Recipients];
            if (recipients.Count == 0 && actors.Count > 1 && IsReciprocal(top))
            {
                recipients.AddRange(actors[1..]);
                actors.RemoveRange(1, actors.Count - 1);
            }
            var made = Make(row, top, token, actors, recipients, view);
            made.IsSaying = true;
            drafts.Add(made);
            top.Status = row.Inner ?? top.Status;
            top.Dropped |= row.Inner is null;
            return made;
        }
        if (mood.Status != EventStatus.Actual)
            top.Status = mood.Status;
        return top;
    }

    /// <summary>Whether the actors stand in two places ("met with"), and are not one compound subject.</summary>
    private static bool IsReciprocal(EventDraft draft) => draft.Match.Pattern.Parts.Any(part => part.Slot == RuleLanguage.Slot.Actor) && draft.Match.Fillers.Any(filler => filler >= 0);

    /// <summary>"U.S. to withdraw troops": a headline's future.</summary>
    private static bool IsHeadline(SentenceView view, int token) =>
        view.Relation(token) == Deprel.root && view.IsToInfinitive(token) && view.ChildOf(token, Deprel.nsubj, Deprel.nsubj_pass) >= 0;

    private bool IsSaid(SentenceView view, int token) =>
        statements.At(view[token].Span.Begin) is not null
        || (view.Relation(token) == Deprel.ccomp && view.Head(token) >= 0 && words.Saying.Contains(view.Lemma(view.Head(token))));

    private bool SpeaksForHimself(SentenceView view, EventDraft draft)
    {
        if (statements.At(view[draft.Token].Span.Begin)?.SpeakerHead is not { } head || (entities.HeadedAt(head) ?? entities.Covering(head)) is not { } speaker)
            return true;
        foreach (var actor in draft.Actors)
            if (actor.Id == speaker.Id || (actor.Country is not null && actor.Country == speaker.Country))
                return true;
        return false;
    }

    private EventDraft Apply(CompositionRow row, SentenceView view, EventDraft top, int governor, EventDraft? outer, List<EventDraft> drafts)
    {
        if (row.Inner is null)
            top.Dropped = true;
        else if (!row.Keeps)
            top.Status = row.Inner.Value;
        if (row.Gives is null)
            return top;
        List<Entity> actors = [], recipients = [];
        var frame = view.IsVerb(governor) || view[governor].Upos == Upos.ADJ
            ? Frames.OfPredicate(view, governor)
            : new Frame(governor, false, view.Sentence.Child(governor, Deprel.cop) >= 0 ? Frames.SurfaceSubject(view, governor, 0, out _) : Frames.NounSubject(view, governor, 0), -1, -1, false);
        parties.Add(view, frame.Subject, actors);
        if (actors.Count == 0 && outer is not null)
            actors.AddRange(outer.Actors);
        // "The judge rejects the newspaper's request", where nobody knows the judge: not the newspaper rejects it.
        if (actors.Count == 0 && frame.Subject >= 0 && view.Relation(top.Token) is Deprel.obj or Deprel.nsubj_pass && !view.IsRelativePronoun(frame.Subject))
            return top;
        if (actors.Count == 0)
            actors.AddRange(top.Actors);
        // Whom the outer word itself is addressed to comes first ("promised Mali to send").
        if (outer is { Match.RecipientInClause: false })
            recipients.AddRange(outer.Recipients);
        if (recipients.Count == 0 && !Same(actors, top.Actors))
            recipients.AddRange(top.Actors);
        if (recipients.Count == 0)
            recipients.AddRange(top.Recipients);
        // "refused to meet the envoy": the others of an act that all do together.
        if (recipients.Count == 0)
            recipients.AddRange(top.Actors);
        recipients.RemoveAll(actors.Contains);
        var made = Make(row, top, governor, actors, recipients, view);
        drafts.Add(made);
        if (outer is not null)
            outer.Dropped = true;
        return made;
    }

    private static bool Same(List<Entity> one, List<Entity> other)
    {
        foreach (var entity in one)
            if (other.Contains(entity))
                return true;
        return false;
    }

    private EventDraft Make(CompositionRow row, EventDraft inner, int token, List<Entity> actors, List<Entity> recipients, SentenceView view) => new()
    {
        Type = row.Gives!.Value,
        Rule = row.Id,
        Token = token,
        Modes = row.Modes.IsEmpty ? table.Mode(row.Gives.Value, inner.Type) is { } mode ? [mode] : [] : row.Modes,
        Contexts = inner.Contexts,
        Cameo = row.Cameo,
        Actors = [.. actors],
        Recipients = [.. recipients],
        Confidence = row.Confidence,
        Match = inner.Match,
        First = token == inner.Token ? inner.First : token,
        Last = token == inner.Token ? inner.Last : token,
        Composed = true,
    };
}
