using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Positions;

/// <summary>Fills the slots of a rule: who holds a position, and toward whom. Nobody takes one toward himself, so that it is told the holders found so far.</summary>
internal sealed class StanceSlots(Polarity polarity, Parties parties, Matters matters, EntityLayer entities, StatementLayer statements, List<Entity> holders)
{
    public void Fill(SentenceView view, int token, StanceRule rule, SlotRule slot, List<Entity> to)
    {
        switch (slot.Slot)
        {
            case Slot.Subject when rule.Pos == "prep":
                parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), to);
                break;
            case Slot.Subject when view.Relation(token) == Deprel.amod:
                parties.Add(view, StanceWords.Compound(view, token), to);
                break;
            case Slot.Subject when slot == rule.Toward && rule.Holder.Slot == Slot.Asker:
                parties.Add(view, Subjects.Of(view, token), to);
                break;
            case Slot.Subject when rule.Pos == "noun":
                parties.Add(view, Carrier(view, token), to);
                break;
            // "the decision angered Japan": against whoever decided.
            case Slot.Subject when slot == rule.Toward && rule.Holder.Slot == Slot.Object:
                Target(view, Subjects.Of(view, token), rule, to);
                break;
            case Slot.Subject:
                // "stood by Spain" is no passive.
                parties.Add(view, rule.Pos == "verb" && !rule.IsBy ? Subjects.Of(view, token) : Frames.SurfaceSubject(view, token, 0, out _), to);
                Sender(view, token, to);
                break;
            case Slot.Asker:
                var asker = polarity.Asker(view, token);
                if (asker >= 0)
                    parties.Add(view, asker, to);
                else if (asker == Polarity.WhoSpeaks)
                    Speaker(view, token, to);
                break;
            case Slot.Recipient:
                if (view.Relation(token) == Deprel.nmod && view.Head(token) is >= 0 and var given && view.Relation(given) is Deprel.iobj or Deprel.obj)
                    parties.Add(view, given, to);
                else if (view.Head(token) is >= 0 and var giving && view.IsVerb(giving))
                    foreach (var child in view.Children(giving))
                        if (child != token && child > giving && to.Count == 0 && view.Relation(child) is Deprel.obj or Deprel.iobj)
                            parties.Add(view, child, to);
                break;
            case Slot.Object when view.Relation(token) == Deprel.amod:
                // "the Iran-backed militia"
                if (StanceWords.Compound(view, token) >= 0)
                    parties.Add(view, view.Head(token), to);
                break;
            case Slot.Object when rule.Pos == "prep":
                Target(view, token, rule, to);
                break;
            case Slot.Object:
                Target(view, StanceWords.ObjectOf(view, token, rule), rule, to);
                // Two parts of one name, which the parser took for two objects.
                if (to.Count == 0)
                    parties.Add(view, Frames.OfPredicate(view, token).Indirect, to);
                break;
            case Slot.Agent:
                Agent(view, token, to);
                break;
            case Slot.View:
                Viewer(view, token, to);
                break;
            case Slot.Self:
                Self(view, token, rule, to);
                break;
            case Slot.Speaker:
                Speaker(view, token, to);
                break;
            case Slot.Prep:
                var behind = StanceWords.Behind(view, token, slot.Prepositions, rule.Pos == "noun");
                Target(view, behind, rule, to);
                if (to.Count == 0 && rule.Pos == "noun" && slot.Prepositions[0] == "of")
                    parties.Add(view, view.Sentence.Child(token, Deprel.nmod_poss), to);
                break;
        }
    }

    // Whoever stands behind what the words are about, where it is an act ("condemned the annexation").
    private void Target(SentenceView view, int at, StanceRule rule, List<Entity> to)
    {
        // "summoned the Chinese ambassador": against his state.
        if (at >= 0 && IsDiplomat(view, at))
            foreach (var child in view.Children(at))
                if (to.Count == 0 && view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod_poss or Deprel.nmod && view.Case(child) is null or "of" or "from" or "'s" or "’s"
                    && (entities.HeadedAt(view.Ref(child)) ?? parties.Modifier(view, child)) is { Kind: EntityKind.State or EntityKind.Person } sender)
                    to.Add(sender);
        if (to.Count > 0)
            return;
        var kind = rule.Stance is Stance.Supports or Stance.Opposes or Stance.DoesNotRecognize ? matters.KindOf(view, at) : ActKind.None;
        if (kind != ActKind.None)
            matters.Add(view, at, holders, to);
        // "condemned the government's campaign": the campaign is nobody, even where it was taken for somebody.
        var thingItself = kind != ActKind.None && entities.HeadedAt(view.Ref(at)) is { Country: null, Wikidata: null, Kind: not EntityKind.Person } named ? named : null;
        if (kind != ActKind.Harm && to.Count == 0)
            parties.Add(view, at, to, thingItself is null ? null : entity => entity.Id != thingItself.Id);
        // "the presidents stood with their host": not with themselves.
        if (at >= 0 && view.Sentence.Child(at, Deprel.nmod_poss) is >= 0 and var whose && view[whose].Upos == Upos.PRON && entities.HeadedAt(view.Ref(at)) is null
            && to.Exists(entity => holders.Exists(holder => holder.Id == entity.Id)))
            to.Clear();
        // "has offered two destroyers": what is given is not who gets it; "with us", said of one's own state.
        if (at >= 0 && to.Count > 0)
            foreach (var words in rule.With)
                if (rule.Stance == Stance.Supports && view.IsOneOf(at, words) && entities.HeadedAt(view.Ref(at)) is { } thing)
                    to.Remove(thing);
        if (at >= 0 && view.Lower(at) is "us" or "we" or "me")
            to.RemoveAll(entity => holders.Exists(holder => holder.Country is not null && holder.Country == entity.Country));
        if (at >= 0 && view[at].Upos == Upos.PRON)
            Unbind(view, at, rule, to);
        // "if independence were declared it would not be recognised": what "it" stands for is an act told of before.
        if (to.Count == 0 && at >= 0 && view.Lower(at) is "it" or "that" && entities.HeadedAt(view.Ref(at)) is null)
            for (var noun = at - 1; noun >= 0 && to.Count == 0; noun--)
                if (matters.KindOf(view, noun) != ActKind.None)
                {
                    matters.Add(view, noun, holders, to);
                    break;
                }
        if (to.Count == 0)
            matters.Add(view, at, holders, to);
    }

    // "The chairman of the party rejected it": no word of his own phrase is what he rejects, but what he was asked.
    private static bool IsDiplomat(SentenceView view, int at) => view.Lemma(at) is "ambassador" or "envoy" or "diplomat" or "attaché" or "consul" or "emissary" or "chargé";

    private void Unbind(SentenceView view, int pronoun, StanceRule rule, List<Entity> to)
    {
        var removed = to.RemoveAll(entity => holders.Exists(holder => holder.Id == entity.Id || IsNamedWith(view, holder, entity)));
        if (to.Count > 0 || view.Lower(pronoun) is not ("it" or "that" or "this") || rule.Stance != Stance.Opposes)
            return;
        if (removed > 0 || view.Lower(pronoun) is "that" or "this")
            matters.Asking(view, holders, to, false);
    }

    private static bool IsNamedWith(SentenceView view, Entity holder, Entity entity)
    {
        foreach (var mention in holder.Mentions)
            if (mention.Sentence == view.Number)
            {
                var (first, last) = view.Sentence.Extent(mention.Head);
                foreach (var other in entity.Mentions)
                    if (other.Sentence == view.Number && other.First >= first && other.Last <= last && view.Sentence.IsUnder(other.Head, mention.Head) && view[other.Head].Upos != Upos.PRON)
                        return true;
            }
        return false;
    }

    // "sent soldiers to defend the king": whoever sent them.
    private void Sender(SentenceView view, int token, List<Entity> to)
    {
        if (to.Count != 1 || to[0] is not { Kind: EntityKind.Group or EntityKind.Unknown, Wikidata: null } || !view.IsToInfinitive(token) || view.Head(token) is not (>= 0 and var sent)
            || !(view.Lemma(sent) is "send" or "dispatch" or "deploy" or "fly" or "rush" or "order" or "lend" or "raise" or "offer" or "provide" || (view[sent].Upos == Upos.NOUN && view.Head(sent) is >= 0 and var verb && view.Lemma(verb) is "send" or "dispatch" or "deploy" or "fly" or "rush" or "raise")))
            return;
        var at = view.IsVerb(sent) ? sent : view.Head(sent);
        List<Entity> senders = [];
        parties.Add(view, Subjects.Of(view, at), senders);
        if (senders.Count == 0)
            return;
        to.Clear();
        to.AddRange(senders);
    }

    private void Speaker(SentenceView view, int token, List<Entity> to)
    {
        if (statements.At(view[token].Span.Begin)?.SpeakerHead is { } head && (entities.HeadedAt(head) ?? entities.Covering(head)) is { } speaker)
            to.Add(speaker);
    }

    private static bool IsApart(SentenceView view, int token)
    {
        for (var at = token; at >= 0 && view[at].Upos == Upos.NOUN; at = view.Head(at))
            if (view.Case(at) is "after" or "before" or "amid" or "despite" or "since" or "during" or "following" or "over")
                return true;
        return false;
    }

    // "came to the aid of Cuba", "is on Cuba's side": the subject of the verb that carries the noun, and no possessor.
    private static int Carrier(SentenceView view, int token)
    {
        if (view.Sentence.Child(token, Deprel.cop) >= 0)
            return Frames.SurfaceSubject(view, token, 0, out _);
        var at = token;
        for (var steps = 0; steps < 3 && at >= 0; steps++)
        {
            at = view.Head(at);
            if (at >= 0 && view.IsVerb(at))
                return Subjects.Of(view, at);
        }
        return -1;
    }

    // "in the eyes of Colombia", "in its view", "for Colombia": beside the trigger or beside its verb.
    private void Viewer(SentenceView view, int token, List<Entity> to)
    {
        for (var at = token; at >= 0 && to.Count == 0 && (at == token || view.IsVerb(at)); at = view.Head(at))
            foreach (var child in view.Children(at))
                if (view.Relation(child) is Deprel.obl or Deprel.nmod or Deprel.advmod && to.Count == 0)
                    if (view.Lemma(child) is "eye" or "eyes" or "view" or "opinion" or "judgment" or "judgement" or "reckoning" or "book" && view.Case(child) is "in" or "to" or "by")
                        AddOwner(child);
        // "the president in its eyes remains …": hung on the subject.
        if (to.Count == 0)
            for (var at = 0; at < view.Count && to.Count == 0; at++)
                if (view.Lemma(at) is "eye" or "eyes" && view.Case(at) == "in" && view.Relation(at) == Deprel.nmod)
                    AddOwner(at);

        void AddOwner(int at)
        {
            foreach (var inner in view.Children(at))
                if (view.Relation(inner) is Deprel.nmod_poss || (view.Relation(inner) == Deprel.nmod && view.Case(inner) == "of"))
                    parties.Add(view, inner, to);
        }
    }

    // "its support", "support by Cuba", else who does the verb that the noun hangs on; through "the declaration of support".
    private void Agent(SentenceView view, int token, List<Entity> to)
    {
        // "restated their support": a possessive pronoun is most often the subject itself.
        var possessor = view.Sentence.Child(token, Deprel.nmod_poss);
        if (possessor >= 0 && view[possessor].Upos == Upos.PRON && Frames.GoverningSubject(view, token, 0) is >= 0 and var subject)
            parties.Add(view, subject, to);
        var at = token;
        if (view.Sentence.Child(token, Deprel.cop) >= 0 && possessor < 0)
            parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), to);
        // "would break ranks after pledges of support": whoever pledged, not who breaks.
        var isApart = IsApart(view, token);
        for (var steps = 0; steps < 3 && to.Count == 0 && at >= 0; steps++)
        {
            if (!isApart || view.Sentence.Child(at, Deprel.nmod_poss) >= 0)
                parties.Add(view, Frames.NounSubject(view, at, 0), to);
            at = view.Relation(at) is Deprel.nmod or Deprel.obl or Deprel.conj && view.Case(at) is not ("after" or "before" or "amid" or "despite" or "since" or "during" or "following" or "over" or "without") && view[view.Head(at)].Upos == Upos.NOUN ? view.Head(at) : -1;
        }
        if (to.Count == 0 && view.Relation(token) is Deprel.obj or Deprel.obl && view.Head(token) is >= 0 and var verb && view.IsVerb(verb))
        {
            parties.Add(view, Frames.SurfaceSubject(view, verb, 0, out _), to);
            if (to.Count == 0)
                parties.Add(view, Subjects.Of(view, verb), to);
        }
    }

    private static int Predicate(SentenceView view, int verb)
    {
        if (view[verb].Upos == Upos.PROPN)
            return verb;
        if (view.Lemma(verb) is "remain" or "be" or "stay")
            foreach (var child in view.Children(verb))
                if (child > verb && view[child].Upos == Upos.PROPN && view.Relation(child) is Deprel.xcomp or Deprel.obj)
                    return child;
        return -1;
    }

    private void Self(SentenceView view, int token, StanceRule rule, List<Entity> to)
    {
        if (rule.Pos == "adj")
        {
            if (view.Relation(token) is Deprel.amod or Deprel.acl)
                parties.Add(view, view.Head(token), to);
            else
            {
                var said = Frames.SurfaceSubject(view, view.Relation(token) == Deprel.xcomp ? view.Head(token) : token, 0, out _);
                if (rule.Toward.Slot == Slot.Self)
                    Target(view, said, rule, to);
                else
                    parties.Add(view, said, to);
            }
            return;
        }
        // "one of Maduro's closest allies" is said of whoever "one" is.
        var at = token;
        if (view.Relation(at) == Deprel.nmod && view.Case(at) == "of" && view.Lower(view.Head(at)) is "one" or "some" or "many" or "most" or "several")
            at = view.Head(at);
        if (view.Sentence.Child(at, Deprel.cop) >= 0)
            parties.Add(view, Frames.SurfaceSubject(view, at, 0, out _), to);
        // "the president in its eyes remains Viktor Yanukovych"
        else if (view.Relation(at) == Deprel.nsubj && view.Head(at) is >= 0 and var said && Predicate(view, said) is >= 0 and var named)
            parties.Add(view, named, to);
        else if (view.Relation(at) == Deprel.xcomp || (view.Relation(at) == Deprel.obj && view.Lemma(view.Head(at)) is "remain" or "become" or "stay"))
            parties.Add(view, Frames.SurfaceSubject(view, view.Head(at), 0, out _), to);
        else if (view.Relation(at) is Deprel.appos or Deprel.acl)
            parties.Add(view, view.Head(at), to);
        else if (view.Relation(at) == Deprel.conj && view.Sentence.Child(at, Deprel.cc) < 0)
        {
            // "Cuba and Bolivia, allies of Maduro": the parser takes a second apposition for a third name.
            foreach (var name in view.Children(view.Head(at)))
                if (view.Relation(name) == Deprel.conj && view[name].Upos == Upos.PROPN)
                    parties.Add(view, name, to);
            if (view[view.Head(at)].Upos == Upos.PROPN && entities.HeadedAt(view.Ref(view.Head(at))) is { } called && !to.Contains(called))
                to.Add(called);
        }
        else if (entities.HeadedAt(view.Ref(at)) is { } entity && !entity.Name.Contains(view[token].Form, StringComparison.OrdinalIgnoreCase) && !entity.Name.Contains(view[token].Lemma, StringComparison.OrdinalIgnoreCase))
            to.Add(entity);
        foreach (var child in view.Children(at))
            if (to.Count == 0 && view.Relation(child) is Deprel.appos or Deprel.flat)
                parties.Add(view, child, to);
    }
}
