using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Events.Matching;

/// <summary>A pattern that was tried on a trigger, for explanations.</summary>
/// <param name="Token">The trigger.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Why">Why it does not hold; null where it does.</param>
internal sealed record Attempt(int Token, Pattern Pattern, string? Why);

/// <summary>Finds the patterns that hold in a sentence, one a trigger.</summary>
internal sealed class TriggerFinder(RuleBook book, PatternMatcher matcher, Parties parties, EventWords words, EntityLayer entities, StatementLayer statements)
{
    private readonly List<Pattern> _candidates = [];

    /// <summary>The matches of a sentence, in order of their triggers.</summary>
    public List<Match> Find(SentenceView view, List<Attempt>? attempts)
    {
        List<Match> found = [];
        // Verbs first: a verb that carries a noun ("hold talks") keeps the noun's own rules away.
        for (var token = 0; token < view.Count; token++)
            if (view[token].Upos == Upos.VERB && view.Relation(token) is not (Deprel.amod or Deprel.compound or Deprel.@case or Deprel.@fixed))
                AddVerb(view, token, found, attempts);
            else if (view[token].Upos is Upos.ADJ)
                AddAdjective(view, token, found, attempts);
        for (var token = 0; token < view.Count; token++)
            if ((view[token].Upos is Upos.NOUN or Upos.PROPN || IsUsedAsNoun(view, token)) && view.Relation(token) is not (Deprel.compound or Deprel.flat) && !Consumed(found, token))
                AddNoun(view, token, found, attempts);
        found.Sort((one, other) => one.Token.CompareTo(other.Token));
        return found;
    }

    /// <summary>"The Turkish offensive has displaced thousands", where the tagger saw an adjective.</summary>
    private static bool IsUsedAsNoun(SentenceView view, int token) =>
        view[token].Upos == Upos.ADJ && view.Relation(token) is Deprel.nsubj or Deprel.obj or Deprel.nsubj_pass && view[token].Xpos == "JJ" && view.Sentence.Child(token, Deprel.cop) < 0;

    private static bool Consumed(List<Match> found, int token)
    {
        foreach (var match in found)
            if (match.Noun == token)
                return true;
        return false;
    }

    private void AddVerb(SentenceView view, int token, List<Match> found, List<Attempt>? attempts)
    {
        var lemma = view.Lemma(token);
        _candidates.Clear();
        var frame = Frames.OfPredicate(view, token);
        AddWithNoun(view, frame.Object, lemma, 0);
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obl or Deprel.obl_unmarked or Deprel.xcomp or Deprel.obj or Deprel.nmod or Deprel.dep && child != frame.Object)
                AddWithNoun(view, child, lemma, 0);
        // "is opposed to", "are committed to", where the tagger saw a passive.
        if (frame.Passive && view[token].Xpos == "VBN" && book.Adjectives(view.Lower(token)) is { Length: > 0 } adjectives)
        {
            var before = found.Count;
            var (verbs, states) = (_candidates.ToArray(), new Frame(token, false, Frames.SurfaceSubject(view, token, 0, out var inherited), -1, -1, inherited));
            _candidates.Clear();
            _candidates.AddRange(adjectives);
            Take(view, states, found, attempts, null);
            if (found.Count > before)
                return;
            _candidates.Clear();
            _candidates.AddRange(verbs);
        }
        _candidates.AddRange(book.Verbs(lemma));
        Take(view, frame, found, attempts, null);
        if (statements.At(view[token].Span.Begin) is { } statement)
        {
            _candidates.Clear();
            _candidates.AddRange(book.Verdicts(lemma));
            if (ClauseMood.Of(view, token, words) is { Must: true, Negated: false })
                _candidates.AddRange(book.Verdicts("*must"));
            Take(view, frame, found, attempts, statement);
        }
    }

    private void AddWithNoun(SentenceView view, int noun, string verb, int depth)
    {
        if (noun < 0 || depth > 3)
            return;
        var lemma = view.Lemma(noun);
        AddTriggered(book.VerbsWith(lemma), verb);
        if (view[noun].Upos == Upos.PROPN)
            AddTriggered(book.VerbsWith(view.Lower(noun)), verb);
        var expression = book.HeadsExpression(lemma);
        var partitive = words.Partitives.Contains(lemma);
        foreach (var child in view.Children(noun))
        {
            if (view.Relation(child) == Deprel.amod)
                AddTriggered(book.VerbsWith(view.Lemma(child)), verb);
            if (expression && view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod_poss or Deprel.nmod or Deprel.nummod)
                AddTriggered(book.VerbsWith(view.Lemma(child).ToLowerInvariant() + "_" + lemma), verb);
            if (view.Relation(child) is Deprel.conj or Deprel.appos || (partitive && view.Relation(child) == Deprel.nmod))
                AddWithNoun(view, child, verb, depth + 1);
        }
    }

    private void AddTriggered(Pattern[] patterns, string lemma)
    {
        foreach (var pattern in patterns)
            if (pattern.Triggered(lemma) && !_candidates.Contains(pattern))
                _candidates.Add(pattern);
    }

    private void AddAdjective(SentenceView view, int token, List<Match> found, List<Attempt>? attempts)
    {
        var lemma = view.Lemma(token);
        var patterns = book.Adjectives(lemma);
        var verdicts = book.Verdicts(lemma);
        if ((patterns.Length == 0 && verdicts.Length == 0) || view.Relation(token) == Deprel.amod)
            return;
        var frame = Frames.OfPredicate(view, token);
        _candidates.Clear();
        _candidates.AddRange(patterns);
        Take(view, frame, found, attempts, null);
        if (verdicts.Length > 0 && statements.At(view[token].Span.Begin) is { } statement)
        {
            _candidates.Clear();
            _candidates.AddRange(verdicts);
            Take(view, frame, found, attempts, statement);
        }
    }

    private void AddNoun(SentenceView view, int token, List<Match> found, List<Attempt>? attempts)
    {
        var lemma = view[token].Upos == Upos.PROPN ? view.Lower(token) : view.Lemma(token);
        _candidates.Clear();
        _candidates.AddRange(book.Nouns(lemma));
        var verdicts = book.Verdicts(lemma);
        if (book.HeadsExpression(lemma))
            foreach (var child in view.Children(token))
                if (view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod_poss or Deprel.nmod)
                    _candidates.AddRange(book.Nouns(view.Lemma(child).ToLowerInvariant() + "_" + lemma));
        if (_candidates.Count == 0 && verdicts.Length == 0)
            return;
        var copula = view.Sentence.Child(token, Deprel.cop) >= 0;
        // Who carries the noun is told by AddHolder: not every verb's subject does what its object names ("condemned the attack").
        var subject = copula ? Frames.SurfaceSubject(view, token, 0, out _) : -1;
        var frame = new Frame(token, false, subject, -1, -1, !copula);
        Take(view, frame, found, attempts, null);
        if (copula && verdicts.Length > 0 && statements.At(view[token].Span.Begin) is { } statement)
        {
            _candidates.Clear();
            _candidates.AddRange(verdicts);
            Take(view, frame, found, attempts, statement);
        }
    }

    private void Take(SentenceView view, Frame frame, List<Match> found, List<Attempt>? attempts, Statement? statement)
    {
        if (_candidates.Count == 0)
            return;
        _candidates.Sort((one, other) => other.Weight.CompareTo(one.Weight));
        foreach (var pattern in _candidates)
        {
            var match = matcher.Try(view, pattern, frame, out var why);
            if (match is not null)
            {
                if (pattern.Class == TriggerClass.Noun)
                    AddNounParties(view, match);
                if (statement is not null)
                    AddSpeaker(match, statement);
                if (match.Actors.Count == 0)
                    AddImpliedActor(view, match);
                AddPlace(view, match);
                match.Recipients.RemoveAll(match.Actors.Contains);
                Sides.Clean(match);
                why = match.Actors.Count == 0 && !pattern.Rule.Blocks ? "nobody who acts is known" : Unfit(pattern, match) ?? Unmeant(view, pattern, match);
                if (why is null && !pattern.Rule.Blocks)
                    found.Add(match);
            }
            attempts?.Add(new(frame.Trigger, pattern, why));
            if (why is null)
                return;
        }
    }

    /// <summary>Which side is not what the rule asks for, or null.</summary>
    private static string? Unfit(Pattern pattern, Match match)
    {
        var rule = pattern.Rule;
        return rule.Actor is { } actor && !actor.TakesOne(match.Actors) ? "the rule does not take such an actor"
            : rule.Recipient is { } recipient && !recipient.TakesOne(match.Recipients) ? "the rule does not take such a recipient"
            : rule.Party is { } party && !party.TakesOne(match.Actors) && !party.TakesOne(match.Recipients) ? "neither side is what the rule asks for"
            : pattern is { Class: TriggerClass.Noun, Subject: Slot.Actor, SubjectPart.Test: { } test } && !test.TakesOne(match.Actors) ? "the rule does not take such an actor"
            : null;
    }

    /// <summary>Why the words are not meant of such an act: nobody in arms and no word of force for an attack, a verdict on what may be, an act on oneself; or null.</summary>
    private string? Unmeant(SentenceView view, Pattern pattern, Match match)
    {
        if (pattern.Rule.Blocks)
            return null;
        if (pattern.Class == TriggerClass.Verdict && (match.Frame.Passive && pattern.Subject == Slot.Recipient || ClauseMood.Of(view, match.Token, words).Possible || view.IsToInfinitive(match.Token)))
            return "the words do not judge what is done";
        if (pattern.Rule.Id == "request.must" && match.RecipientFound == Found.Inside)
            return "who is named inside the subject is not who must act";
        if (pattern.Class == TriggerClass.Verb)
            foreach (var child in view.Children(match.Token))
                if (view.Relation(child) is Deprel.obj or Deprel.iobj && view.Lower(child) is "himself" or "herself" or "themselves" or "itself" && !pattern.Parts.Any(part => part.Nouns is not null))
                    return "who acts on himself acts on nobody";
        // "called the senator a charlatan for his remarks"
        if (pattern.Rule.Type == EventType.Request && view.Lemma(match.Token) == "call" && pattern.Class == TriggerClass.Verb && match.Frame.Object >= 0 && !match.Fillers.Contains(match.Frame.Object))
            return "it is a name that is called";
        // "the opportunity that he has to speak", "has the means to pay": no duty.
        if (pattern.Rule.Id == "request.must" && view.Lemma(match.Token) is "have" or "need" && (view.Relation(match.Token) == Deprel.acl_relcl || match.Frame.Object >= 0))
            return "he has something, and does not have to";
        // "the illness of the minister, which forced her to rest": nobody is a thing.
        if (view.Relation(match.Token) == Deprel.acl_relcl && view.ChildOf(match.Token, Deprel.nsubj, Deprel.nsubj) is >= 0 and var relative && view.Lower(relative) is "which"
            && match.Actors.Count > 0 && match.Actors.TrueForAll(actor => actor.Kind == EntityKind.Person))
            return "'which' is no person";
        if (Sides.IsAtHome(match))
            return "who travels in his own country visits nobody";
        if (match.Frame.Subject >= 0 && view.Lemma(match.Frame.Subject) is "percent" or "%" or "percentage")
            return "a share is nobody";
        if (pattern.Rule.Type == EventType.Assault && words.Figurative.Contains(view.Lemma(match.Token)) && !match.Actors.Exists(UsesForce) && !match.Recipients.Exists(IsGround) && !TellsOfForce(view, match))
            return "nothing tells of force";
        return null;
    }

    /// <summary>Whether somebody may be thought to use force: not a politician, a company or a newspaper.</summary>
    private static bool UsesForce(Entity entity)
    {
        foreach (var sector in entity.Sectors)
            if (sector is "MIL" or "REB" or "COP" or "UAF" or "CRM" or "SPY" or "SEP" or "INS")
                return true;
        return entity.Kind is EntityKind.State or EntityKind.Group or EntityKind.Place or EntityKind.Unknown;
    }

    private static bool IsGround(Entity entity) => entity.Kind is EntityKind.State or EntityKind.Place;

    private bool TellsOfForce(SentenceView view, Match match)
    {
        for (var token = 0; token < view.Count; token++)
            if (token != match.Token && words.Violence.Contains(view.Lemma(token)))
                return true;
        return false;
    }

    private void AddSpeaker(Match match, Statement statement)
    {
        if (statement.SpeakerHead is { } head && (entities.HeadedAt(head) ?? entities.Covering(head)) is { } speaker && !match.Recipients.Contains(speaker) && match.Recipients.Count > 0)
            match.Actors.Add(speaker);
    }

    /// <summary>Who acts in a noun: copular subject, possessor, "by" phrase, the nationality before it, the subject of its light verb.</summary>
    private void AddNounParties(SentenceView view, Match match)
    {
        if (match.Pattern.Subject == Slot.None)
            return;
        var noun = match.Token;
        var to = match.Pattern.Subject == Slot.Actor ? match.Actors : match.Recipients;
        if (to.Count > 0)
            return;
        if (!match.Frame.InheritedSubject)
            parties.Add(view, match.Frame.Subject, to);
        else if (view.Relation(noun) == Deprel.appos && view.Head(noun) >= 0)
            parties.Add(view, view.Head(noun), to);
        else
            AddHolder(view, match, noun, to);
    }

    private void AddHolder(SentenceView view, Match match, int noun, List<Entity> to)
    {
        foreach (var child in view.Children(noun))
            if (view.Relation(child) == Deprel.nmod_poss || (view.Relation(child) is Deprel.nmod or Deprel.obl && view.Case(child) == "by"))
                parties.Add(view, child, to, entity => !match.Recipients.Contains(entity));
        foreach (var child in view.Children(noun))
            if (view.Relation(child) is Deprel.amod or Deprel.compound or Deprel.nmod_unmarked or Deprel.nmod_desc && parties.Modifier(view, child) is { } modifier
                && !to.Contains(modifier) && !match.Recipients.Contains(modifier))
            {
                // "Israel's Gaza offensive": the possessor acts, the other is acted on.
                (to.Count == 0 ? to : match.Recipients.Count == 0 ? match.Recipients : to).Add(modifier);
                if (to.Count > 1)
                    to.RemoveAt(to.Count - 1);
            }
        if (to.Count > 0)
            return;
        var verb = view.Head(noun);
        if (verb < 0 || !view.IsVerb(verb) || view.Relation(noun) is not (Deprel.obj or Deprel.nsubj_pass or Deprel.obl))
            return;
        if (words.Undergoing.Contains(view.Lemma(verb)))
        {
            if (match.Recipients.Count == 0)
                parties.Add(view, Frames.SurfaceSubject(view, verb, 0, out _), match.Recipients);
            foreach (var child in view.Children(verb))
                if (view.Relation(child) is Deprel.obl && view.Case(child) is "from" or "by")
                    parties.Add(view, child, to);
            foreach (var child in view.Children(noun))
                if (view.Relation(child) is Deprel.nmod && view.Case(child) is "from")
                    parties.Add(view, child, to);
        }
        else if (view.Relation(noun) != Deprel.obl && (words.LightVerbs.Contains(view.Lemma(verb)) || words.Owning.Contains(view.Lemma(verb))))
            parties.Add(view, Frames.GoverningSubject(view, noun, 0), to, entity => !match.Recipients.Contains(entity));
    }

    /// <summary>
    /// "issued a statement criticizing …": whose statement it is. "was arrested in Niger", where the rule says so: the state where it happened.
    /// </summary>
    private void AddImpliedActor(SentenceView view, Match match)
    {
        var token = match.Token;
        var head = view.Head(token);
        if (!match.Frame.Passive && view.Relation(token) is Deprel.acl or Deprel.acl_relcl && head >= 0 && match.Pattern.Subject == Slot.Actor)
            match.ActorFound = parties.Add(view, Frames.NounSubject(view, head, 0), match.Actors, entity => !match.Recipients.Contains(entity));
        if (match.Actors.Count == 0 && match.Pattern.Rule.Type is EventType.Assault or EventType.Coerce && (match.Frame.Passive || match.Pattern.Subject == Slot.Recipient))
            AddDoerOfNoun(view, match);
        if (match.Actors.Count == 0 && match.Frame.Passive)
            AddAnnouncer(view, match);
        if (match.Actors.Count > 0 || !match.Frame.Passive || !match.Pattern.Rule.AgentFromPlace)
            return;
        foreach (var child in view.Children(token))
            if (match.Actors.Count == 0 && view.Relation(child) is Deprel.obl && view.Case(child) is "in" or "from" or "at")
                AddPlaceUnder(view, match, child);
        match.ActorFound = Found.Place;
    }

    /// <summary>"Two officers were killed in a Taliban attack", "were wounded in clashes with rebels": whose deed the noun is.</summary>
    private void AddDoerOfNoun(SentenceView view, Match match)
    {
        foreach (var child in view.Children(match.Token))
        {
            if (view.Relation(child) is not (Deprel.obl or Deprel.obl_agent) || view.Case(child) is not ("in" or "during" or "by" or "from" or "after" or "with") || !IsViolence(view, child))
                continue;
            foreach (var holder in view.Children(child))
                if (view.Relation(holder) == Deprel.nmod_poss || (view.Relation(holder) is Deprel.nmod or Deprel.obl && view.Case(holder) is "by" or "with" or "from"))
                    parties.Add(view, holder, match.Actors, entity => entity.Kind != EntityKind.Place && !match.Recipients.Contains(entity));
            foreach (var holder in view.Children(child))
                if (match.Actors.Count == 0 && view.Relation(holder) is Deprel.amod or Deprel.compound && parties.Modifier(view, holder) is { } doer
                    && doer.Kind != EntityKind.Place && !match.Recipients.Contains(doer))
                    match.Actors.Add(doer);
            if (match.Actors.Count == 0)
                continue;
            match.ActorFound = Found.Inside;
            if (match.Noun < 0)
                match.Noun = child;
            return;
        }
    }

    private bool IsViolence(SentenceView view, int noun)
    {
        foreach (var pattern in book.Nouns(view.Lemma(noun)))
            if (pattern.Rule.Type is EventType.Assault or EventType.Coerce)
                return true;
        return false;
    }

    /// <summary>"the embassy would be closed, the minister said": who announces what will be done does it.</summary>
    private void AddAnnouncer(SentenceView view, Match match)
    {
        if (ClauseMood.Of(view, match.Token, words) is not ({ Future: true } or { Would: true }) || statements.At(view[match.Token].Span.Begin)?.SpeakerHead is not { } head)
            return;
        if ((entities.HeadedAt(head) ?? entities.Covering(head)) is { } speaker && PartyTest.Political.Takes(speaker) && speaker.Kind != EntityKind.Unknown && !match.Recipients.Contains(speaker))
        {
            match.Actors.Add(speaker);
            match.ActorFound = Found.Place;
        }
    }

    private void AddPlaceUnder(SentenceView view, Match match, int token)
    {
        parties.Add(view, token, match.Actors, entity => entity.Kind is EntityKind.State or EntityKind.Place or EntityKind.Unknown && !match.Recipients.Contains(entity));
        if (match.Actors.Count == 0)
            parties.AddFarInside(view, token, match.Actors, entity => entity.Kind is EntityKind.State or EntityKind.Place && !match.Recipients.Contains(entity));
    }

    /// <summary>Where nobody is acted on, the place where it is done stands for them ("imposed a curfew in the capital").</summary>
    private void AddPlace(SentenceView view, Match match)
    {
        if (match.Recipients.Count > 0 || match.Pattern.Rule.Type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten or EventType.Agree or EventType.Support
            || match.Pattern.Parts.Any(part => part.Slot == Slot.Actor))
            return;
        AddPlaceOn(view, match, match.Token);
        foreach (var filler in match.Fillers)
            if (filler >= 0 && match.Recipients.Count == 0)
                AddPlaceOn(view, match, filler);
        foreach (var filler in match.Fillers)
            if (filler >= 0 && match.Recipients.Count == 0 && match.Pattern.Class == TriggerClass.Verb)
                parties.AddFarInside(view, filler, match.Recipients, entity => entity.Kind is EntityKind.Place or EntityKind.State && !match.Actors.Contains(entity));
        if (match.Recipients.Count > 0)
            match.RecipientFound = Found.Place;
    }

    private void AddPlaceOn(SentenceView view, Match match, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obl or Deprel.nmod && view.Case(child) is { } preposition && words.Locatives.Contains(preposition))
            {
                parties.Add(view, child, match.Recipients, entity => entity.Kind != EntityKind.Person && !match.Actors.Contains(entity));
                if (match.Recipients.Count > 0)
                    return;
            }
    }
}
