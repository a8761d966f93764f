using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Positions;

/// <summary>
/// Positions that are told by reference to one before: "so had Canada and Brazil", "Mexico has not", "as did New Zealand", "Syria did
/// likewise", "joining Israel", "joined the governments that recognize him".
/// </summary>
internal sealed class Ellipses(Parties parties, StanceMatcher matcher, SentenceList sentences)
{
    private readonly List<Entity> _holders = [];

    /// <summary>Adds the elliptic positions of a sentence.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="drafts">All positions so far.</param>
    /// <param name="first">The first of this sentence.</param>
    public void Read(SentenceView view, List<PositionDraft> drafts, int first)
    {
        if (drafts.Count == 0)
            return;
        for (var token = 0; token < view.Count; token++)
        {
            var kind = KindOf(view, token);
            if (kind == Kind.None || (kind is Kind.Lead or Kind.By ? Beside(view, token, kind, drafts, first) : Model(view, token, drafts, first)) is not { } model)
                continue;
            var stance = kind == Kind.Not ? Opposite(model.Stance) : model.Stance;
            if (stance is null)
                continue;
            _holders.Clear();
            Holders(view, token, kind);
            foreach (var holder in _holders)
                if (holder.Id != model.Holder?.Id && holder.Id != model.Toward?.Id && holder.Kind != EntityKind.Place)
                    drafts.Add(StanceMatcher.Draft(view, token, holder, model.Toward, stance.Value, model.Sure * (kind == Kind.Agree || stance == Stance.Neutral ? 0.7 : 0.9), false) with { Date = view[token].Lemma == "follow" ? null : model.Date });
        }
    }

    private enum Kind : byte
    {
        None, Same, Not, Join, Among, Agree, Lead, By,
    }

    private static Kind KindOf(SentenceView view, int token)
    {
        var lemma = view[token].Lemma;
        if (lemma is "join" && view.IsVerb(token))
            return Kind.Join;
        if (view.Lower(token) == "among" && token + 1 < view.Count && view.Lower(token + 1) is "them" or "whom")
            return Kind.Among;
        // "Britain said as much"; "Colombia followed on Wednesday", "followed suit".
        if (lemma == "say" && view.Sentence.Child(token, Deprel.obj) is >= 0 and var said && view.Lower(said) == "much")
            return Kind.Same;
        // "had already said the same", "take the same view"
        if (lemma is "say" or "take" or "do" or "hold" or "adopt" or "feel" or "think" && view.IsVerb(token) && SameObject(view, token))
            return Kind.Same;
        // "Yugoslavia's Tito agreed."
        if (lemma is "agree" or "concur" && view.Count <= 14 && IsBare(view, token))
            return Kind.Agree;
        // "were careful not to"
        if (lemma == "to" && token > 0 && view.Lower(token - 1) == "not" && token + 1 < view.Count && view[token + 1].Upos is Upos.PUNCT or Upos.CCONJ)
            return Kind.Not;
        // "recognized Croatia, followed by Austria and Belgium"
        if (lemma == "follow" && view[token].Xpos == "VBN" && token + 1 < view.Count && view.Lower(token + 1) == "by")
            return Kind.By;
        // "Following the lead of Germany, Austria recognized Croatia": Germany too.
        if (lemma == "follow" && view.Sentence.Child(token, Deprel.obj) is >= 0 and var lead && IsLead(view, lead) && view.Relation(token) == Deprel.advcl)
            return Kind.Lead;
        if (lemma == "follow" && view.Relation(token) is Deprel.root or Deprel.conj or Deprel.parataxis && (view.Sentence.Child(token, Deprel.obj) is var suit && (suit < 0 || view.Lower(suit) == "suit" || IsLead(view, suit))))
            return Kind.Same;
        // "Like Germany, Austria recognized Croatia"
        if (lemma == "like" && view.Relation(token) == Deprel.@case && token + 1 < view.Count && (token == 0 || view.Lower(token - 1) == ","))
            return Kind.Lead;
        // "was recognized by Germany on Monday and by Austria on Tuesday"
        if (lemma == "by" && token > 0 && view.Lower(token - 1) is "," or "and" or ";" && view.Relation(token) == Deprel.@case)
            return Kind.By;
        if (lemma is not ("do" or "have") || !IsAlone(view, token))
            return Kind.None;
        // "does not, and never will, accept" is no ellipsis.
        for (var at = token + 1; at < view.Count && at <= token + 6; at++)
            if (view.Lower(at) is "never")
                return Kind.None;
        if (view.IsNegated(token) || (token + 1 < view.Count && view.Lower(token + 1) is "not" or "n't" or "n’t"))
            return Kind.Not;
        foreach (var child in view.Children(token))
            if (view.Lower(child) is "so" or "as" or "likewise" or "too" or "same" or "also")
                return Kind.Same;
        return Kind.None;
    }

    private static bool IsLead(SentenceView view, int token) => view.Lemma(token) is "lead" or "example" or "footstep" or "line";

    private static bool SameObject(SentenceView view, int token)
    {
        if (view.Sentence.Child(token, Deprel.obj) is not (>= 0 and var said) || said < token)
            return false;
        if (view.Lower(said) is "same" or "likewise")
            return true;
        if (view.Lemma(said) is not ("view" or "line" or "position" or "stand" or "stance" or "attitude" or "opinion" or "tone" or "step"))
            return false;
        foreach (var child in view.Children(said))
            if (view.Lower(child) is "same" or "similar" or "identical")
                return true;
        return false;
    }

    private static bool IsBare(SentenceView view, int token)
    {
        if (view.Relation(token) is not (Deprel.root or Deprel.conj or Deprel.parataxis) || view.IsNegated(token))
            return false;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obj or Deprel.obl or Deprel.xcomp or Deprel.ccomp or Deprel.advcl or Deprel.advmod or Deprel.conj)
                return false;
        return view.ChildOf(token, Deprel.nsubj, Deprel.nsubj) >= 0;
    }

    // The verb stands for another: it has no object of its own but the names behind "so had".
    private static bool IsAlone(SentenceView view, int token)
    {
        if (view.Relation(token) is Deprel.aux or Deprel.aux_pass)
            return view[view.Head(token)].Upos is Upos.NOUN && view.Sentence.Child(view.Head(token), Deprel.cop) < 0;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.xcomp or Deprel.ccomp or Deprel.iobj
                || (view.Relation(child) == Deprel.obj && view[child].Upos is not Upos.PROPN && view.Lower(child) is not "same" && !HasName(view, child)))
                return false;
        return true;
    }

    private static bool HasName(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.conj && view[child].Upos == Upos.PROPN)
                return true;
        return false;
    }

    private void Holders(SentenceView view, int token, Kind kind)
    {
        if (kind == Kind.Join)
        {
            // "Australia …, joining Israel": Israel too. "Israel joined the governments that recognize him": Israel.
            var joined = view.Sentence.Child(token, Deprel.obj);
            parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), _holders);
            if (joined >= 0 && view[joined].Upos == Upos.PROPN)
            {
                parties.Add(view, joined, _holders);
                // The parser hangs what follows a relative clause on its last noun: "joining Israel, which had done so on Sunday, and Georgia".
                foreach (var child in view.Children(joined))
                    if (view.Relation(child) == Deprel.acl_relcl)
                        foreach (var inner in view.Children(child))
                            if (view.Relation(inner) == Deprel.obl)
                                foreach (var name in view.Children(inner))
                                    if (view.Relation(name) == Deprel.conj && view[name].Upos == Upos.PROPN)
                                        parties.Add(view, name, _holders);
            }
            return;
        }
        if (kind == Kind.Lead)
        {
            if (view.Lower(token) == "like")
                parties.Add(view, view.Head(token), _holders);
            else if (view.Sentence.Child(token, Deprel.obj) is >= 0 and var lead)
                foreach (var child in view.Children(lead))
                    if (view.Relation(child) is Deprel.nmod or Deprel.nmod_poss)
                        parties.Add(view, child, _holders);
            return;
        }
        if (kind == Kind.By)
        {
            if (view.Lower(token) == "by")
                parties.Add(view, view.Head(token), _holders);
            else
                foreach (var child in view.Children(token))
                    if (view.Relation(child) is Deprel.obl_agent or Deprel.obl && view.Case(child) == "by")
                        parties.Add(view, child, _holders);
            return;
        }
        if (kind == Kind.Among)
        {
            // "Among them were Haiti and …": the names behind.
            for (var at = token + 2; at < view.Count && _holders.Count == 0 && at <= token + 5; at++)
                if (view[at].Upos == Upos.PROPN && view.Relation(at) is not (Deprel.compound or Deprel.amod or Deprel.flat))
                    parties.Add(view, at, _holders);
            return;
        }
        if (view.Lower(token) == "to")
        {
            var above = view.Head(token);
            while (above >= 0 && Frames.SurfaceSubject(view, above, 0, out _) < 0)
                above = view.Head(above);
            parties.Add(view, above < 0 ? -1 : Frames.SurfaceSubject(view, above, 0, out _), _holders);
            return;
        }
        if (SameObject(view, token))
        {
            parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), _holders);
            return;
        }
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nsubj or Deprel.obj or Deprel.nsubj_pass)
                parties.Add(view, child, _holders);
        if (view.Relation(token) == Deprel.aux)
            for (var name = 0; name < token; name++)
                if (_holders.Count == 0 && view[name].Upos == Upos.PROPN && view.Head(name) >= token)
                    parties.Add(view, name, _holders);
        // "have not, including Cuba and Bolivia".
        for (var at = token + 1; at < view.Count && at <= token + 4; at++)
            if (view.Lower(at) is "including" && view.Head(at) >= 0)
            {
                parties.Add(view, view.Sentence.Child(at, Deprel.obj) is >= 0 and var named ? named : view.Head(at), _holders);

                break;
            }
    }

    // The position of the clause that the words belong to: behind "Following the lead of", before "followed by" and a further "by".
    private static PositionDraft? Beside(SentenceView view, int token, Kind kind, List<PositionDraft> drafts, int first)
    {
        if (kind == Kind.By)
        {
            for (var at = drafts.Count - 1; at >= first; at--)
                if (drafts[at].Trigger.Token < token && drafts[at].Stance != Stance.ClaimsOffice)
                {
                    for (var between = drafts[at].Trigger.Token + 1; between < token; between++)
                        if (view[between].Upos == Upos.VERB || (view.Lower(token) == "by" && view[between].Upos == Upos.AUX))
                            return null;
                    return view.Lower(token) != "by" || Frames.IsPassive(view, drafts[at].Trigger.Token) ? drafts[at] : null;
                }
            return null;
        }
        var main = view.Head(view.Lower(token) == "like" ? view.Head(token) : token);
        for (var at = first; at < drafts.Count && main >= 0; at++)
            if (drafts[at].Trigger.Token > token && (drafts[at].Trigger.Token == main || view.Sentence.IsUnder(drafts[at].Trigger.Token, main)) && drafts[at].Stance is not (Stance.ClaimsOffice or Stance.Neutral))
                return drafts[at];
        return null;
    }

    // The last position before the words in this sentence; else what the main verb of the sentence before told, or of the one before
    // that, unless a main verb between tells of a position that could not be read.
    private PositionDraft? Model(SentenceView view, int token, List<PositionDraft> drafts, int first)
    {
        var isJoin = view[token].Lemma == "join";
        // "Canada abstained; so did Belgium" takes up the verb that it hangs on, and no other.
        var taken = !isJoin && !view.HasMark(token, "as") && view.Relation(token) is Deprel.parataxis or Deprel.conj or Deprel.advcl && view.Head(token) is >= 0 and var verb && view.IsVerb(verb) ? verb : -1;
        for (var at = drafts.Count - 1; at >= first; at--)
            if (drafts[at].Stance != Stance.ClaimsOffice && (taken < 0 || view.Sentence.IsUnder(drafts[at].Trigger.Token, taken)) && (isJoin ? drafts[at].Stance == Stance.Recognizes || IsJoinedIn(view, token, drafts[at].Trigger.Token) : drafts[at].Trigger.Token < token))
                return drafts[at];
        for (var number = view.Number - 1; number >= 0 && number >= view.Number - 2 && !isJoin && taken < 0; number--)
        {
            var sentence = sentences[number];
            for (var at = first - 1; at >= 0 && drafts[at].Trigger.Sentence >= number; at--)
                if (drafts[at].Trigger.Sentence == number && drafts[at].Stance is Stance.Recognizes or Stance.DoesNotRecognize or Stance.Supports or Stance.Opposes && IsMain(sentence, drafts[at].Trigger.Token))
                    return drafts[at];
            if (matcher.IsTrigger(new(sentence, number), sentence.Root))
                return null;
        }
        return null;
    }

    // "Austria joined Germany in condemning Serbia"
    private static bool IsJoinedIn(SentenceView view, int join, int trigger)
    {
        for (var at = trigger; at >= 0; at = view.Head(at))
            if (view.Head(at) == join)
                return (view.Relation(at) is Deprel.advcl or Deprel.obl or Deprel.ccomp or Deprel.xcomp) && (view.Case(at) == "in" || view.HasMark(at, "in"));
        return false;
    }

    private static bool IsMain(Sentence sentence, int token)
    {
        for (var steps = 0; token >= 0 && steps < 5; steps++)
        {
            if (token == sentence.Root)
                return true;
            if (sentence[token].Relation is Deprel.acl_relcl or Deprel.advcl or Deprel.ccomp or Deprel.parataxis)
                return false;
            token = sentence[token].Head;
        }
        return false;
    }

    private static Stance? Opposite(Stance stance) => stance switch
    {
        Stance.Recognizes => Stance.DoesNotRecognize,
        Stance.Opposes or Stance.Supports => Stance.Neutral,
        _ => null,
    };
}
