using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Positions;

/// <summary>Reads positions off one document's sentences by the rules. One thread, one document.</summary>
internal sealed class StanceMatcher(
    Dictionary<string, List<StanceRule>> rules, Polarity polarity, Parties parties, EntityLayer entities, StatementLayer statements)
{
    private readonly List<Entity> _holders = [];
    private readonly List<Entity> _towards = [];
    private readonly Dictionary<string, Entity> _owners = new(StringComparer.Ordinal);

    /// <summary>Adds the positions of a sentence.</summary>
    public void Read(SentenceView view, List<PositionDraft> drafts)
    {
        var taken = 0;
        Own(view);
        for (var token = 0; token < view.Count; token++)
        {
            taken = drafts.Count;
            // "opposed" has rules of its own beside those of "oppose".
            if (view[token].Upos is Upos.VERB or Upos.ADJ && rules.TryGetValue(view.Lower(token), out var candidates))
                TryAll(view, token, candidates, drafts);
            if (drafts.Count == taken && rules.TryGetValue(view[token].Lemma, out candidates))
                TryAll(view, token, candidates, drafts);
        }
    }

    private void TryAll(SentenceView view, int token, List<StanceRule> candidates, List<PositionDraft> drafts)
    {
        var before = drafts.Count;
        foreach (var rule in candidates)
        {
            Try(view, token, rule, drafts);
            if (drafts.Count > before)
                return;
        }
    }

    private void Try(SentenceView view, int token, StanceRule rule, List<PositionDraft> drafts)
    {
        if (!Fits(view, token, rule))
            return;
        var holding = polarity.Of(view, token);
        var stance = holding == Holding.Negated ? rule.Negated : rule.Stance;
        if (holding == Holding.NotYet || stance is null || (holding == Holding.Withdrawn && rule.Pos != "noun"))
            return;
        _holders.Clear();
        _towards.Clear();
        Fill(view, token, rule, rule.Holder, _holders);
        // "France said that it would not be recognized": where a passive names nobody, the one who speaks.
        if (_holders.Count == 0 && rule.Pos == "verb" && rule.Holder.Slot == Slot.Subject && rule.Stance == Stance.Recognizes && Frames.IsPassive(view, token))
            Fill(view, token, rule, new(Slot.Speaker, [], false), _holders);
        if (rule.Toward.Slot == Slot.Itself)
        {
            foreach (var holder in _holders)
                if (holder.Kind is EntityKind.Person or EntityKind.Unknown)
                    drafts.Add(Draft(view, token, holder, holder, stance.Value, rule.Sure, false));
            return;
        }
        Fill(view, token, rule, rule.Toward, _towards);
        // "withheld recognition": of whom it was just told that others recognize him.
        string? date = null;
        if (_towards.Count == 0 && holding == Holding.Negated && rule is { Pos: "noun", Stance: Stance.Recognizes })
            for (var at = drafts.Count - 1; at >= 0 && _towards.Count == 0; at--)
                if (drafts[at] is { Stance: Stance.Recognizes, Toward: { } known })
                {
                    _towards.Add(known);
                    date = drafts[at].Date;
                }
        if (_towards.Count == 0 && rule.Toward.IsOptional)
            foreach (var holder in _holders)
                drafts.Add(Draft(view, token, holder, null, stance.Value, rule.Sure, false));
        if (_holders.Count == 0 && rule.Stance is Stance.Recognizes or Stance.Supports or Stance.Opposes)
            foreach (var toward in _towards)
                drafts.Add(Draft(view, token, null, toward, stance.Value, rule.Sure, false));
        foreach (var holder in _holders)
            foreach (var toward in _towards)
                if (holder.Id != toward.Id && (holder.Country is null || toward.Kind != EntityKind.State || holder.Country != toward.Country) && holder.Kind != EntityKind.Place && toward.Kind != EntityKind.Place)
                    drafts.Add(Draft(view, token, holder, toward, stance.Value, rule.Sure, holding == Holding.Withdrawn) with { Date = date });
    }

    // Whose tests, votes and campaigns the article has told of: "North Korea's test", and later "condemned the test".
    private void Own(SentenceView view)
    {
        for (var token = 0; token < view.Count; token++)
            if (view[token].Upos == Upos.NOUN && entities.HeadedAt(view.Ref(token)) is null && view.Sentence.Child(token, Deprel.nmod_poss) is >= 0 and var possessor
                && view[possessor].Upos == Upos.PROPN && entities.HeadedAt(view.Ref(possessor)) is { Kind: EntityKind.State or EntityKind.Person or EntityKind.Organization } owner)
                _owners.TryAdd(view.Lemma(token), owner);
    }

    private void Owner(SentenceView view, int token, List<Entity> to)
    {
        if (to.Count == 0 && token >= 0 && view[token].Upos == Upos.NOUN && _owners.TryGetValue(view.Lemma(token), out var owner))
            to.Add(owner);
    }

    private static bool Fits(SentenceView view, int token, StanceRule rule)
    {
        var upos = view[token].Upos;
        var fits = rule.Pos switch
        {
            "verb" => upos == Upos.VERB || (upos == Upos.AUX && rule.Name == "have"),
            "noun" => upos is Upos.NOUN,
            _ => upos == Upos.ADJ || (upos == Upos.VERB && view[token].Xpos is "VBN" or "JJ"),
        };
        if (!fits || (rule.Pos == "adj" && upos == Upos.VERB && view.Lemma(token) == view.Lower(token)))
            return false;
        if (rule.With.Length == 0)
            return true;
        // The words stand below a verb, or above a noun.
        foreach (var words in rule.With)
            if (!(rule.Pos == "noun" ? HasAbove(view, token, words) || HasBelow(view, token, words, 1) : HasBelow(view, token, words, 2)))
                return false;
        return true;
    }

    private static bool HasBelow(SentenceView view, int token, string[] words, int depth)
    {
        foreach (var child in view.Children(token))
        {
            if (view.Relation(child) is Deprel.nsubj or Deprel.conj or Deprel.acl_relcl or Deprel.parataxis or Deprel.nmod_desc or Deprel.compound or Deprel.flat)
                continue;
            if (view.IsOneOf(child, words) || (depth > 1 && HasBelow(view, child, words, depth - 1)))
                return true;
        }
        return false;
    }

    private static bool HasAbove(SentenceView view, int token, string[] words) => view.Head(token) is >= 0 and var head && view.IsOneOf(head, words);

    private void Fill(SentenceView view, int token, StanceRule rule, SlotRule slot, List<Entity> to)
    {
        switch (slot.Slot)
        {
            case Slot.Subject:
                parties.Add(view, rule.Pos == "verb" ? Subjects.Of(view, token) : Frames.SurfaceSubject(view, token, 0, out _), to);
                break;
            case Slot.Object:
                parties.Add(view, ObjectOf(view, token, rule), to);
                // Two parts of one name, which the parser took for two objects.
                if (to.Count == 0)
                    parties.Add(view, Frames.OfPredicate(view, token).Indirect, to);
                Owner(view, ObjectOf(view, token, rule), to);
                break;
            case Slot.Agent:
                Agent(view, token, to);
                break;
            case Slot.Self:
                Self(view, token, rule, to);
                break;
            case Slot.Speaker:
                if (statements.At(view[token].Span.Begin)?.SpeakerHead is { } head && (entities.HeadedAt(head) ?? entities.Covering(head)) is { } speaker)
                    to.Add(speaker);
                break;
            case Slot.Prep:
                var behind = Behind(view, token, slot.Prepositions, rule.Pos == "noun");
                parties.Add(view, behind, to);
                Owner(view, behind, to);
                if (to.Count == 0 && rule.Pos == "noun" && slot.Prepositions[0] == "of")
                    parties.Add(view, view.Sentence.Child(token, Deprel.nmod_poss), to);
                break;
        }
    }

    // "called Maduro a dictator": of two objects the one that the rule does not name. "recognize what he called his claim": inside the clause.
    private static int ObjectOf(SentenceView view, int token, StanceRule rule)
    {
        var frame = Frames.OfPredicate(view, token);
        if (frame.Indirect >= 0 && frame.Object >= 0)
            foreach (var words in rule.With)
                if (view.IsOneOf(frame.Object, words))
                    return frame.Indirect;
        if (frame.Passive)
            return frame.Object;
        if (frame.Object >= 0 && view.Lower(frame.Object) != "what")
            return frame.Object;
        foreach (var child in view.Children(frame.Object >= 0 ? frame.Object : token))
            if (child > token && view.Relation(child) is Deprel.ccomp or Deprel.acl_relcl)
                foreach (var inner in view.Children(child))
                    if (inner > child && view.Relation(inner) is Deprel.obj or Deprel.xcomp or Deprel.obl && view.IsNominal(inner))
                        return inner;
        return frame.Object;
    }

    // "its support", "support by Cuba", else who does the verb that the noun hangs on; through "the declaration of support".
    private void Agent(SentenceView view, int token, List<Entity> to)
    {
        // "restated their support": a possessive pronoun is most often the subject itself.
        var possessor = view.Sentence.Child(token, Deprel.nmod_poss);
        if (possessor >= 0 && view[possessor].Upos == Upos.PRON && Frames.GoverningSubject(view, token, 0) is >= 0 and var subject)
            parties.Add(view, subject, to);
        var at = token;
        for (var steps = 0; steps < 3 && to.Count == 0 && at >= 0; steps++)
        {
            parties.Add(view, Frames.NounSubject(view, at, 0), to);
            at = view.Relation(at) is Deprel.nmod or Deprel.obl or Deprel.conj && view[view.Head(at)].Upos == Upos.NOUN ? view.Head(at) : -1;
        }
        if (to.Count == 0 && view.Relation(token) is Deprel.obj or Deprel.obl && view.Head(token) is >= 0 and var verb && view.IsVerb(verb))
            parties.Add(view, Frames.SurfaceSubject(view, verb, 0, out _), to);
    }

    private void Self(SentenceView view, int token, StanceRule rule, List<Entity> to)
    {
        if (rule.Pos == "adj")
        {
            if (view.Relation(token) is Deprel.amod or Deprel.acl)
                parties.Add(view, view.Head(token), to);
            else if (view.Relation(token) == Deprel.xcomp)
                parties.Add(view, Frames.SurfaceSubject(view, view.Head(token), 0, out _), to);
            else
                parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), to);
            return;
        }
        // "one of Maduro's closest allies" is said of whoever "one" is.
        var at = token;
        if (view.Relation(at) == Deprel.nmod && view.Case(at) == "of" && view.Lower(view.Head(at)) is "one" or "some" or "many" or "most" or "several")
            at = view.Head(at);
        if (view.Sentence.Child(at, Deprel.cop) >= 0)
            parties.Add(view, Frames.SurfaceSubject(view, at, 0, out _), to);
        else if (view.Relation(at) is Deprel.appos or Deprel.acl)
            parties.Add(view, view.Head(at), to);
        else if (view.Relation(at) == Deprel.conj && view.Sentence.Child(at, Deprel.cc) < 0)
        {
            // "Cuba and Bolivia, allies of Maduro": the parser takes a second apposition for a third name.
            foreach (var name in view.Children(view.Head(at)))
                if (view.Relation(name) == Deprel.conj && view[name].Upos == Upos.PROPN)
                    parties.Add(view, name, to);
            if (view[view.Head(at)].Upos == Upos.PROPN && entities.HeadedAt(view.Ref(view.Head(at))) is { } named && !to.Contains(named))
                to.Add(named);
        }
        else if (entities.HeadedAt(view.Ref(at)) is { } entity && !entity.Name.Contains(view[token].Form, StringComparison.OrdinalIgnoreCase) && !entity.Name.Contains(view[token].Lemma, StringComparison.OrdinalIgnoreCase))
            to.Add(entity);
        foreach (var child in view.Children(at))
            if (to.Count == 0 && view.Relation(child) is Deprel.appos or Deprel.flat)
                parties.Add(view, child, to);
    }

    // What stands behind a preposition: below the trigger, or, for a noun, below its verb ("gave its support to Maduro").
    private static int Behind(SentenceView view, int token, string[] prepositions, bool isNoun)
    {
        foreach (var child in view.Children(token))
            if (child > token && view.Relation(child) is Deprel.obl or Deprel.nmod or Deprel.advcl && view.HasCase(child, prepositions))
                return child;
        if (isNoun && view.Head(token) is >= 0 and var verb && view.IsVerb(verb))
            foreach (var child in view.Children(verb))
                if (child > token && view.Relation(child) is Deprel.obl && view.HasCase(child, prepositions))
                    return child;
        return -1;
    }

    /// <summary>Whether a token is a word that tells of a position in some sentence.</summary>
    public bool IsTrigger(SentenceView view, int token) => rules.ContainsKey(view[token].Lemma);

    internal static PositionDraft Draft(SentenceView view, int token, Entity? holder, Entity? toward, Stance stance, double sure, bool isWithdrawn) =>
        new(holder, toward, stance, view.Ref(token), SpanOf(view, token), sure, isWithdrawn);

    // The clause of the trigger, without what hangs on it as a clause of its own.
    private static TextSpan SpanOf(SentenceView view, int token)
    {
        var at = token;
        while (!view.IsVerb(at) && view.Head(at) >= 0)
            at = view.Head(at);
        int first = Math.Min(at, token), last = Math.Max(at, token);
        foreach (var child in view.Children(at))
        {
            if (view.Relation(child) is Deprel.conj or Deprel.parataxis or Deprel.advcl or Deprel.punct or Deprel.cc or Deprel.acl_relcl or Deprel.ccomp)
                continue;
            var (from, to) = view.Sentence.Extent(child);
            first = Math.Min(first, from);
            last = Math.Max(last, to);
        }
        return view.Sentence.SpanOf(first, last);
    }
}
