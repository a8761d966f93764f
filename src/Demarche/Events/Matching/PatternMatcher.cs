using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;
using Demarche.Language;

namespace Demarche.Events.Matching;

/// <summary>Tells whether a pattern holds at a trigger, and who its parties are.</summary>
internal sealed class PatternMatcher(Parties parties, EventWords words, RuleBook book)
{
    /// <summary>The match, or null with the reason.</summary>
    public Match? Try(SentenceView view, Pattern pattern, Frame frame, out string? why)
    {
        var match = new Match(pattern, frame);
        why = null;
        if (pattern.Rule.Near is { } near && !HasNear(view, near))
        {
            why = "none of the words that the rule wants near stands in the sentence";
            return null;
        }
        if (pattern.Rule.Without is { } without && HasNear(view, without))
        {
            why = "one of the words that the rule does not want stands in the sentence";
            return null;
        }
        if (pattern.SubjectPart?.Not is { } unwanted && frame.Subject >= 0 && IsOneOf(view, frame.Subject, unwanted))
        {
            why = "the subject is one of the words that the rule does not want";
            return null;
        }
        if (pattern.SubjectPart?.Nouns is not null && (frame.Subject < 0 || !HasNoun(view, frame, pattern.SubjectPart.Nouns)))
        {
            why = "the subject is none of the rule's words";
            return null;
        }
        if (pattern.Subject != Slot.None && pattern.Class != TriggerClass.Noun && !Put(match, view, pattern.Subject, frame.Subject, pattern.SubjectPart)
            && pattern.SubjectPart is { Strict: true } or { Test: not null })
        {
            why = "the subject is nobody whom the rule takes";
            return null;
        }
        var bare = 0;
        foreach (var part in pattern.Parts)
        {
            var filler = Fill(view, pattern, frame, match, part, ref bare, out var holds);
            if (!holds && !part.Optional)
            {
                why = part.Nouns is not null && part.Words.Length == 0 ? "the object is none of the rule's nouns"
                    : part.Words.Length > 0 ? $"nothing stands behind '{string.Join(' ', part.Words.Select(word => word[0]))}'"
                    : part.Clause != ClauseKind.None ? "the clause that the rule asks for is missing" : "there is no object";
                return null;
            }
            if (holds && filler >= 0 && part.Not is { } not && IsOneOf(view, filler, not))
            {
                why = $"'{view.Lemma(filler)}' is one of the words that the rule does not want there";
                return null;
            }
            if (filler >= 0 && part.Nouns is null && (part.Slot == Slot.Recipient || (part.Slot == Slot.Matter && pattern.Rule.Type == EventType.Accuse)) && IsOwn(view, match, frame, filler))
            {
                why = "it is his own";
                return null;
            }
            match.Fillers.Add(filler);
            if (holds && part.Nouns is not null && match.Noun < 0 && filler >= 0)
                match.Noun = filler;
            if (holds && filler >= 0 && part.Slot is Slot.Actor or Slot.Recipient
                && !Put(match, view, part.Slot, filler, part) && (part.Strict || (part.Test is not null && parties.Add(view, filler, []) == Found.Head)))
            {
                why = "nobody who is known stands in a place that the rule asks for";
                return null;
            }
        }
        if (pattern.Class == TriggerClass.Verb && LeftParticle(view, pattern, frame.Trigger) is { } particle)
        {
            why = $"the rule has no place for '{particle}'";
            return null;
        }
        LookInside(view, match);
        if (match.Recipients.Count == 0)
            TakeLeftObject(view, match);
        if (match.Recipients.Count == 0 && match.Clause >= 0)
            LookInClause(view, match);
        return match;
    }

    /// <summary>"surrounded himself", "defended his record": who acts on himself or on his own things acts on nobody; his own people are somebody.</summary>
    private bool IsOwn(SentenceView view, Match match, Frame frame, int filler)
    {
        if (view.Lower(filler) is "himself" or "herself" or "themselves" or "itself" or "myself" or "yourself" or "ourselves")
            return match.Pattern.Class == TriggerClass.Verb;
        if (match.Pattern.Rule.Type is not (EventType.Support or EventType.Aid or EventType.Assault or EventType.Accuse or EventType.Coerce) || match.Actors.Count == 0 || view[filler].Upos != Upos.NOUN
            || (match.Pattern.Rule.Type != EventType.Aid && parties.IsSomebody(view, filler)))
            return false;
        foreach (var child in view.Children(filler))
            // "is defending his remarks": one's own, even where nobody knows whose.
            if (view.Relation(child) == Deprel.nmod_poss && view[child].Upos == Upos.PRON && (match.Pattern.Rule.Id == "support.defend" || parties.Names(view, child, match.Actors)))
                return true;
        return false;
    }

    /// <summary>A particle that turns the verb's sense ("call off", "turn down") and that the pattern does not have, or null.</summary>
    private static string? LeftParticle(SentenceView view, Pattern pattern, int trigger)
    {
        foreach (var child in view.Children(trigger))
            if (view.Relation(child) == Deprel.compound_prt && view.Lower(child) is "off" or "down" or "away" or "on" && (view.Lower(child) != "on" || view.Lemma(trigger) == "call") && view.Lemma(trigger) is not ("kick" or "set")
                && !pattern.Parts.Any(part => part.Words.Any(word => view.IsOneOf(child, word))))
                return view.Lower(child);
        return null;
    }

    /// <summary>An object, or the subject of a "that" clause, that no part of the pattern took is whom the act concerns.</summary>
    private void TakeLeftObject(SentenceView view, Match match)
    {
        var frame = match.Frame;
        if (match.Pattern.Class == TriggerClass.Noun || match.Pattern.Parts.Any(part => part.Slot == Slot.Actor))
            return;
        if (frame.Object >= 0 && !match.Fillers.Contains(frame.Object))
            match.RecipientFound = parties.Add(view, frame.Object, match.Recipients, entity => !match.Actors.Contains(entity));
        if (match.Recipients.Count > 0 || match.Pattern.Rule.Type is not (EventType.Request or EventType.Threaten or EventType.Coerce or EventType.Accuse))
            return;
        // "urged North Korea to resume talks", where the parser took the object for the clause's subject.
        var clause = view.ChildOf(frame.Trigger, Deprel.ccomp, Deprel.xcomp);
        if (clause >= 0 && view.ChildOf(clause, Deprel.nsubj, Deprel.nsubj_pass) >= 0)
            match.RecipientFound = parties.Add(view, Frames.SurfaceSubject(view, clause, 0, out _), match.Recipients, entity => !match.Actors.Contains(entity));
    }

    /// <summary>"agreed to house the refugees": whom the clause's verb acts on, else who is named in it.</summary>
    private void LookInClause(SentenceView view, Match match)
    {
        if (match.Pattern.Rule.Type is EventType.Consult || match.Pattern.Parts.Any(part => part.Slot == Slot.Actor))
            return;
        if (match.Pattern.Rule.Type is EventType.Request or EventType.Accuse && view.ChildOf(match.Clause, Deprel.nsubj, Deprel.nsubj_pass) is >= 0 and var subject)
            parties.Add(view, subject, match.Recipients, entity => !match.Actors.Contains(entity));
        // Those who are known before those who are only named by a noun ("agreed to build a school in Mali": Mali).
        for (var known = 1; known >= 0 && match.Recipients.Count == 0; known--)
        {
            bool Fits(Entity entity) => !match.Actors.Contains(entity) && (known == 0 || entity.Kind != EntityKind.Unknown);
            foreach (var child in view.Children(match.Clause))
                if (match.Recipients.Count == 0 && view.Relation(child) is Deprel.obj or Deprel.iobj or Deprel.obl && view.Case(child) is null or "to" or "for" or "with" or "from" or "against" or "on")
                    parties.Add(view, child, match.Recipients, Fits);
            if (match.Recipients.Count == 0)
                parties.AddFarInside(view, match.Clause, match.Recipients, Fits);
        }
        match.RecipientFound = Found.Place;
        match.RecipientInClause = match.Recipients.Count > 0;
    }

    /// <summary>What is said of an object: a noun or an adjective.</summary>
    private static int Said(SentenceView view, int trigger)
    {
        foreach (var child in view.Children(trigger))
            if (view.Relation(child) == Deprel.xcomp && view[child].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN && view.Sentence.Child(child, Deprel.appos) < 0)
                return child;
        // called the claim "laughable": the parser takes quoted words for another name of the object.
        foreach (var child in view.Children(trigger))
            if (view.Relation(child) is Deprel.obj or Deprel.xcomp && view.Sentence.Child(child, Deprel.appos) is >= 0 and var quoted && view[quoted - 1].Upos is not Upos.PROPN)
                return quoted;
        return -1;
    }

    private static bool HasNear(SentenceView view, HashSet<string> near)
    {
        for (var token = 0; token < view.Count; token++)
            if (near.Contains(view.Lemma(token)))
                return true;
        return false;
    }

    private int Fill(SentenceView view, Pattern pattern, Frame frame, Match match, PatternPart part, ref int bare, out bool holds)
    {
        holds = true;
        if (part.Clause != ClauseKind.None)
        {
            var clause = ClauseOf(view, frame.Trigger, part.Clause, part.Nouns);
            holds = clause >= 0;
            match.Clause = holds && !part.Optional ? clause : match.Clause;
            return -1;
        }
        if (part.IsParticle)
        {
            foreach (var word in part.Words)
                holds &= view.HasParticle(frame.Trigger, word);
            return -1;
        }
        if (part.Words.Length == 0)
        {
            // Two bare places: "promise R {aid}".
            var two = pattern.Parts.Count(other => other.Words.Length == 0 && other.Clause == ClauseKind.None && !other.Optional) > 1;
            var first = bare++ == 0 && two;
            var second = two && !first;
            // "called the test a crime": one object, and what is said of it.
            // "urged Cuba to resume talks", where the parser saw two objects: the one who is spoken to comes first.
            var spoken = !two && part.Nouns is null && part.Slot == Slot.Recipient && frame.Indirect >= 0 && pattern.Rule.Type is EventType.Request or EventType.Threaten;
            var token = (first || spoken) && frame.Indirect >= 0 ? frame.Indirect
                : first && Said(view, frame.Trigger) < 0 ? -1
                : second && frame.Indirect < 0 ? Said(view, frame.Trigger)
                : frame.Object;
            if (token >= 0 && (part.Nouns is null || NounAt(view, ref token, part.Nouns)))
                return token;
            holds = false;
            return -1;
        }
        var found = Oblique(view, frame, match, part);
        holds = found >= 0;
        return found;
    }

    /// <summary>The filler behind a preposition: on the trigger, on an earlier filler, or the object of a particle verb.</summary>
    private int Oblique(SentenceView view, Frame frame, Match match, PatternPart part)
    {
        if (frame.Object >= 0 && !match.Fillers.Contains(frame.Object) && ParticlesHold(view, frame.Trigger, frame.Object, part, part.Words.Length)
            && !view.HasCase(frame.Object, part.Words[^1]))
        {
            var token = frame.Object;
            if (part.Nouns is null || NounAt(view, ref token, part.Nouns))
                return token;
        }
        var found = OnToken(view, frame.Trigger, frame.Trigger, part);
        for (var i = match.Fillers.Count - 1; i >= 0 && found < 0; i--)
            if (match.Fillers[i] >= 0)
                found = OnToken(view, match.Fillers[i], frame.Trigger, part);
        if (found < 0 && match.Fillers.Count == 0 && frame.Object >= 0)
            found = OnToken(view, frame.Object, frame.Trigger, part);
        if (found < 0 && frame.Indirect >= 0 && part.Words.Length == 1 && part.Words[0][0] is "to" or "for" && part.Nouns is null && part.Slot is Slot.Recipient or Slot.Actor)
            found = frame.Indirect;
        // A noun's phrase may hang on the verb that carries the noun ("carried out strikes on").
        if (found < 0 && match.Pattern.Class == TriggerClass.Noun && view.Head(frame.Trigger) is >= 0 and var governor
            && view.Relation(frame.Trigger) is Deprel.obj or Deprel.nsubj_pass or Deprel.obl && view.IsVerb(governor))
            found = OnToken(view, governor, frame.Trigger, part);
        return found >= 0 ? found : Below(view, frame.Trigger, frame.Trigger, part, 0);
    }

    /// <summary>Behind a preposition deeper down ("gave $2 million in assistance to Fiji"), not in another clause.</summary>
    private int Below(SentenceView view, int on, int trigger, PatternPart part, int depth)
    {
        // "spoke in the context of its work with the police": who is met stands nearer.
        if (depth > 2 || part.Words.Length > 1)
            return -1;
        var ofObject = part.Slot == Slot.Actor && depth == 0;
        foreach (var child in view.Children(on))
            if (child > trigger && view.Relation(child) is Deprel.obj or Deprel.obl or Deprel.nmod or Deprel.nummod && !(ofObject && view.Relation(child) != Deprel.obj))
            {
                var found = depth == 0 ? -1 : OnToken(view, child, trigger, part);
                if (found < 0)
                    found = Below(view, child, trigger, part, depth + 1);
                if (found >= 0)
                    return found;
            }
        return -1;
    }

    private int OnToken(SentenceView view, int on, int trigger, PatternPart part)
    {
        foreach (var child in view.Children(on))
        {
            if (child == trigger || view.Relation(child) is not (Deprel.obl or Deprel.nmod or Deprel.obl_agent or Deprel.advcl or Deprel.obl_unmarked or Deprel.dep or Deprel.acl))
                continue;
            if (!view.HasCase(child, part.Words[^1]) && !(view.Relation(child) is Deprel.advcl or Deprel.acl && view.HasMark(child, part.Words[^1][0])))
                continue;
            var token = child;
            if (ParticlesHold(view, trigger, child, part, part.Words.Length - 1) && (part.Nouns is null || NounAt(view, ref token, part.Nouns)))
                return token;
        }
        return -1;
    }

    private static bool ParticlesHold(SentenceView view, int trigger, int filler, PatternPart part, int count)
    {
        for (var i = 0; i < count; i++)
            if (!view.HasParticle(trigger, part.Words[i]) && !view.HasCase(filler, part.Words[i]))
                return false;
        return true;
    }

    /// <summary>The clause that hangs on a trigger, or on its object ("ask R to leave"), headed by one of the verbs; -1 where there is none.</summary>
    private static int ClauseOf(SentenceView view, int trigger, ClauseKind clause, HashSet<string>? verbs)
    {
        foreach (var child in view.Children(trigger))
        {
            var relation = view.Relation(child);
            if (clause switch
            {
                ClauseKind.Infinitive => relation is Deprel.xcomp or Deprel.ccomp or Deprel.advcl or Deprel.acl && view.IsToInfinitive(child),
                ClauseKind.Duty => (relation == Deprel.ccomp || IsThatClause(view, child)) && IsDuty(view, child),
                ClauseKind.That => (relation == Deprel.ccomp && !view.IsToInfinitive(child)) || IsThatClause(view, child),
                _ => relation is Deprel.xcomp or Deprel.advcl or Deprel.acl or Deprel.ccomp && view[child].Xpos == "VBG",
            } && (verbs is null || verbs.Contains(view.Lemma(child))))
                return child;
        }
        // "told the rebels to leave", "was asked by the council to leave", where the parser hung the clause on the one who is told or asks.
        foreach (var child in view.Children(trigger))
            if (view.Relation(child) is Deprel.obj or Deprel.iobj or Deprel.obl_agent && view.ChildOf(child, Deprel.acl, Deprel.ccomp) is >= 0 and var modifier
                && (verbs is null || verbs.Contains(view.Lemma(modifier)))
                && clause switch
                {
                    ClauseKind.Infinitive => view.IsToInfinitive(modifier),
                    ClauseKind.That => IsThatClause(view, modifier),
                    ClauseKind.Duty => IsThatClause(view, modifier) && IsDuty(view, modifier),
                    ClauseKind.Gerund => view[modifier].Xpos == "VBG",
                    _ => false,
                })
                return modifier;
        return -1;
    }

    /// <summary>"the demand that Turkey leave".</summary>
    private static bool IsThatClause(SentenceView view, int clause) => view.Relation(clause) is Deprel.acl or Deprel.ccomp && view.HasMark(clause, "that");

    /// <summary>"that he should go", "that he go".</summary>
    private static bool IsDuty(SentenceView view, int clause)
    {
        var (subject, auxiliary) = (-1, false);
        foreach (var child in view.Children(clause))
        {
            if (view.Relation(child) == Deprel.aux && view.Lower(child) is "must" or "should" or "ought")
                return true;
            subject = child < clause && view.Relation(child) is Deprel.nsubj or Deprel.nsubj_pass ? child : subject;
            auxiliary |= view.Relation(child) == Deprel.aux || (view.Relation(child) is Deprel.aux_pass or Deprel.cop && view.Lower(child) != "be");
        }
        // A plural verb of one subject is a subjunctive ("that Turkey leave").
        return subject >= 0 && !auxiliary && (view[clause].Xpos == "VB" || view.ChildOf(clause, Deprel.aux_pass, Deprel.cop) >= 0
            || (view[clause].Xpos == "VBP" && view[subject].Xpos is "NN" or "NNP" && view.Sentence.Child(subject, Deprel.conj) < 0));
    }

    private bool HasNoun(SentenceView view, Frame frame, HashSet<string> nouns)
    {
        var token = frame.Subject;
        return NounAt(view, ref token, nouns);
    }

    /// <summary>Whether a filler's head, what it counts, or a coordinated one is among the nouns; moves to the one that is.</summary>
    public bool NounAt(SentenceView view, ref int token, HashSet<string> nouns)
    {
        if (IsOneOf(view, token, nouns))
            return true;
        var partitive = words.Partitives.Contains(view.Lemma(token));
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.conj || (partitive && view.Relation(child) == Deprel.nmod && view.Case(child) == "of"))
            {
                var inner = child;
                if (NounAt(view, ref inner, nouns))
                {
                    token = inner;
                    return true;
                }
            }
        return false;
    }

    public bool IsOneOf(SentenceView view, int token, HashSet<string> nouns)
    {
        var lemma = view.Lemma(token);
        if (nouns.Contains(lemma))
            return true;
        if (view[token].Upos == Upos.PROPN && nouns.Contains(view.Lower(token)))
            return true;
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.amod && nouns.Contains(view.Lemma(child)))
                return true;
        if (!book.HeadsExpression(lemma))
            return false;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod_poss or Deprel.nmod or Deprel.nummod && nouns.Contains(view.Lemma(child).ToLowerInvariant() + "_" + lemma))
                return true;
        return false;
    }

    /// <summary>"condemned the killing of the journalists": not the journalists are blamed.</summary>
    private bool IsHarm(SentenceView view, Match match, int token) =>
        match.Pattern.Rule.Type == EventType.Accuse && match.Pattern.Rule.Modes.Contains("disapprove") && view.IsNominal(token) && words.Harms.Contains(view.Lemma(token));

    private bool Put(Match match, SentenceView view, Slot slot, int token, PatternPart? part)
    {
        if (slot is not (Slot.Actor or Slot.Recipient) || token < 0)
            return false;
        Func<Entity, bool>? fits = part?.Test is { } test ? test.Takes : null;
        var found = slot == Slot.Recipient && IsHarm(view, match, token)
            ? parties.AddDoer(view, token, match.Recipients, entity => (fits is null || fits(entity)) && !match.Actors.Contains(entity))
            : parties.Add(view, token, slot == Slot.Actor ? match.Actors : match.Recipients, fits);
        if (slot == Slot.Actor)
            match.ActorFound = match.ActorFound == Found.Nobody ? found : match.ActorFound;
        else
            match.RecipientFound = match.RecipientFound == Found.Nobody ? found : match.RecipientFound;
        return found != Found.Nobody;
    }

    /// <summary>Who is named inside the matter ("rejected Iran's proposal") is the recipient where no part gave one; as a last resort, far inside.</summary>
    private void LookInside(SentenceView view, Match match)
    {
        // "discussed Libya with France", "held talks in Bern with Turkey": all who act stand in their places.
        if (match.Actors.Count > 1 && match.Pattern.Parts.Any(part => part.Slot == Slot.Actor && !part.Optional))
            return;
        for (var i = 0; i < match.Fillers.Count && match.Recipients.Count == 0; i++)
            if (match.Fillers[i] >= 0 && match.Pattern.Parts[i].Slot is Slot.Matter or Slot.None && !IsHarm(view, match, match.Fillers[i])
                && parties.AddNamedIn(view, match.Fillers[i], match.Recipients, entity => !match.Actors.Contains(entity), match.Pattern.Parts[i].Nouns is not null)
                    is not Found.Nobody and var found)
                match.RecipientFound = found == Found.Head ? Found.Inside : found;
        for (var i = 0; i < match.Fillers.Count && match.Recipients.Count == 0; i++)
            if (match.Fillers[i] >= 0 && match.Pattern.Parts[i].Slot is Slot.Matter or Slot.Recipient && !IsHarm(view, match, match.Fillers[i]))
                match.RecipientFound = parties.AddFarInside(view, match.Fillers[i], match.Recipients, entity => !match.Actors.Contains(entity), match.Pattern.Parts[i].Slot == Slot.Matter);
    }
}
