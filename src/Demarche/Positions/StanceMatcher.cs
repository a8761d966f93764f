using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Positions;

/// <summary>Reads positions off one document's sentences by the rules. One thread, one document.</summary>
internal sealed class StanceMatcher(
    Dictionary<string, List<StanceRule>> rules, Polarity polarity, Parties parties, Matters matters, EntityLayer entities, StatementLayer statements)
{
    private static readonly string[] Of = ["of"];
    private const double Unsure = 0.55;
    private readonly List<Entity> _holders = [];
    private readonly List<Entity> _towards = [];

    /// <summary>Adds the positions of a sentence.</summary>
    public void Read(SentenceView view, List<PositionDraft> drafts)
    {
        var taken = 0;
        matters.Read(view);
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
            // Words whose holder is not named may have one by a later rule.
            if (drafts.Count > before && drafts[^1].Holder is not null)
                return;
        }
    }

    private void Try(SentenceView view, int token, StanceRule rule, List<PositionDraft> drafts)
    {
        if (!Fits(view, token, rule) || IsAsked(view, token))
            return;
        // "is behind him": said of the predicate.
        if (rule.Pos == "prep")
            token = view.Head(token);
        // What somebody asks for is no plan of his: "called on Mugabe to resign".
        var holding = rule.Holder.Slot == Slot.Asker ? (polarity.IsAskingDenied(view, token) ? Holding.NotYet : Holding.Held) : polarity.Of(view, token);
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
        // "declared the occupation illegal": against whoever occupies.
        if (stance == Stance.DoesNotRecognize && rule.Stance == Stance.DoesNotRecognize && rule.Toward.Slot == Slot.Object && matters.KindOf(view, ObjectOf(view, token, rule)) is ActKind.Deed or ActKind.Blow or ActKind.Harm)
            stance = Stance.Opposes;
        // "withheld recognition": of whom it was just told that others recognize him.
        string? date = null;
        if (_towards.Count == 0 && holding == Holding.Negated && rule is { Pos: "noun", Stance: Stance.Recognizes })
            for (var at = drafts.Count - 1; at >= 0 && _towards.Count == 0; at--)
                if (drafts[at] is { Stance: Stance.Recognizes, Toward: { } known })
                {
                    _towards.Add(known);
                    date = drafts[at].Date;
                }
        // "condemned Iraq; Yemen abstained": toward whom the others took sides.
        var isAbstaining = rule.Name == "abstain";
        if (_towards.Count == 0 && rule.Toward.IsContextual && stance is { } side && (rule.Toward.Slot != Slot.Object || IsVague(view, ObjectOf(view, token, rule))))
            Context(view, side, rule.Name is "vote" or "veto", drafts);
        if (_towards.Count == 0 && rule.Toward.IsOptional)
        {
            for (var at = drafts.Count - 1; at >= 0 && _towards.Count == 0 && view.Number - drafts[at].Trigger.Sentence <= 1; at--)
                if (drafts[at] is { Stance: Stance.Opposes or Stance.Recognizes or Stance.DoesNotRecognize, Toward: { } other } && !_holders.Exists(holder => holder.Id == other.Id))
                    _towards.Add(other);
            // An abstention is toward the body whose vote it is.
            if (_towards.Count == 0)
                matters.Body(view, _holders, _towards);
        }
        if (_towards.Count == 0 && rule.Toward.IsOptional && !isAbstaining)
            foreach (var holder in _holders)
                drafts.Add(Draft(view, token, holder, null, stance.Value, rule.Sure, false));
        if (_holders.Count == 0 && rule.Stance is Stance.Recognizes or Stance.Supports or Stance.Opposes)
            foreach (var toward in _towards)
                drafts.Add(Draft(view, token, null, toward, stance.Value, rule.Sure, false));
        _holders.RemoveAll(holder => !IsSide(view, holder) || (rule.Sure <= Unsure && !IsPublic(holder)));
        _towards.RemoveAll(toward => !IsSide(view, toward) || (rule.Sure <= Unsure && !IsPublic(toward)));
        foreach (var holder in _holders)
            foreach (var toward in _towards)
                if (stance == Stance.ClaimsOffice && holder.Id != toward.Id)
                    continue;
                else if (rule.Holder.Slot == Slot.Asker && toward.Kind is not (EntityKind.Person or EntityKind.State) && view.Lemma(token) == "go")
                    continue;
                else if (holder.Id == toward.Id)
                {
                    // Who calls himself the rightful president claims the office.
                    if (stance is Stance.Recognizes or Stance.ClaimsOffice && holder.Kind == EntityKind.Person)
                        drafts.Add(Draft(view, token, holder, holder, Stance.ClaimsOffice, rule.Sure, false));
                }
                else if ((holder.Country is null || toward.Kind != EntityKind.State || holder.Country != toward.Country) && holder.Kind != EntityKind.Place && toward.Kind != EntityKind.Place)
                    drafts.Add(Draft(view, token, holder, toward, stance.Value, rule.Sure, holding == Holding.Withdrawn) with { Date = date });
    }

    // "The chairman of the party rejected it": no word of his own phrase is what he rejects, but what he was asked.
    private void Unbind(SentenceView view, int pronoun, StanceRule rule, List<Entity> to)
    {
        var removed = to.RemoveAll(entity => _holders.Exists(holder => holder.Id == entity.Id || IsNamedWith(view, holder, entity)));
        if (to.Count > 0 || view.Lower(pronoun) is not ("it" or "that" or "this") || rule.Stance != Stance.Opposes)
            return;
        if (removed > 0 || view.Lower(pronoun) is "that" or "this")
            matters.Asking(view, _holders, to, false);
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

    private bool IsVague(SentenceView view, int at) => at < 0 || view[at].Upos == Upos.PRON || matters.KindOf(view, at) != ActKind.None;

    // Toward whom others have just been told to stand so; of a vote, else the body that votes.
    private void Context(SentenceView view, Stance stance, bool isVote, List<PositionDraft> drafts)
    {
        for (var at = drafts.Count - 1; at >= 0 && !isVote && view.Number - drafts[at].Trigger.Sentence <= 1; at--)
            if (drafts[at].Toward is { } toward && drafts[at].Stance == stance && !_holders.Exists(holder => holder.Id == toward.Id))
            {
                _towards.Add(toward);
                return;
            }
        if (isVote)
            matters.Body(view, _holders, _towards);
    }

    // "any government", "denuclearization talks", "a banner": nobody who could take a side or be taken sides about.
    private static bool IsSide(SentenceView view, Entity entity)
    {
        if (entity is not { Country: null, Wikidata: null } || entity.Kind is EntityKind.Person or EntityKind.State)
            return true;
        foreach (var mention in entity.Mentions)
        {
            if (mention.Sentence != view.Number || mention.Form != MentionForm.Nominal)
                continue;
            if (view.Lower(mention.First) is "any" or "every" or "no" or "not" or "few" or "nobody" || view.Lemma(mention.Head) is "talk" or "talks" or "negotiation" or "rival" or "banner" or "process")
                return false;
        }
        return true;
    }

    private static bool IsPublic(Entity entity) => entity.Country is not null || entity.Wikidata is not null || entity.Kind is EntityKind.Person;

    // Whoever stands behind what the words are about, where it is an act ("condemned the annexation").
    private void Target(SentenceView view, int at, StanceRule rule, List<Entity> to)
    {
        var kind = rule.Stance is Stance.Supports or Stance.Opposes or Stance.DoesNotRecognize ? matters.KindOf(view, at) : ActKind.None;
        if (kind != ActKind.None)
            matters.Add(view, at, _holders, to);
        if (kind != ActKind.Harm && to.Count == 0)
            parties.Add(view, at, to);
        // "has offered two destroyers": what is given is not who gets it; "with us", said of one's own state.
        if (at >= 0 && to.Count > 0)
            foreach (var words in rule.With)
                if (rule.Stance == Stance.Supports && view.IsOneOf(at, words) && entities.HeadedAt(view.Ref(at)) is { Country: null, Wikidata: null } thing)
                    to.Remove(thing);
        if (at >= 0 && view.Lower(at) is "us" or "we" or "me")
            to.RemoveAll(entity => _holders.Exists(holder => holder.Country is not null && holder.Country == entity.Country));
        if (at >= 0 && view[at].Upos == Upos.PRON)
            Unbind(view, at, rule, to);
        if (to.Count == 0)
            matters.Add(view, at, _holders, to);
    }

    // A question asks and tells nothing, but for what stands in a relative clause of it.
    private static bool IsAsked(SentenceView view, int token)
    {
        var last = view.Count - 1;
        while (last > 0 && view[last].Upos == Upos.PUNCT && view.Lower(last) is not "?")
            last--;
        if (view.Lower(last) is not "?")
            return false;
        for (var at = token; at >= 0; at = view.Head(at))
            if (view.Relation(at) is Deprel.acl_relcl)
                return false;
        return true;
    }

    private static bool Fits(SentenceView view, int token, StanceRule rule)
    {
        var upos = view[token].Upos;
        var fits = rule.Pos switch
        {
            "verb" => upos == Upos.VERB || (upos == Upos.AUX && rule.Name == "have"),
            "noun" => upos is Upos.NOUN,
            "prep" => upos == Upos.ADP && view.Relation(token) == Deprel.@case && view.Head(token) is >= 0 and var nominal && view.IsNominal(nominal) && view.Sentence.Child(nominal, Deprel.cop) >= 0,
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

    private static bool HasAbove(SentenceView view, int token, string[] words)
    {
        // "winning the support of the army and the backing of Russia": of both.
        for (var steps = 0; steps < 3; steps++)
        {
            if (view.Head(token) is not (>= 0 and var head))
                return false;
            if (view.IsOneOf(head, words))
                return true;
            if (view.Relation(token) is not (Deprel.conj or Deprel.nmod or Deprel.obl) || (view.Relation(token) != Deprel.conj && steps == 0))
                return false;
            token = head;
        }
        return false;
    }

    private void Fill(SentenceView view, int token, StanceRule rule, SlotRule slot, List<Entity> to)
    {
        switch (slot.Slot)
        {
            case Slot.Subject when rule.Pos == "prep":
                parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), to);
                break;
            case Slot.Subject when view.Relation(token) == Deprel.amod:
                parties.Add(view, Compound(view, token), to);
                break;
            case Slot.Subject when slot == rule.Toward && rule.Holder.Slot == Slot.Asker:
                parties.Add(view, Subjects.Of(view, token), to);
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
                if (view.Head(token) is >= 0 and var giving && view.IsVerb(giving))
                    foreach (var child in view.Children(giving))
                        if (child != token && child > giving && to.Count == 0 && view.Relation(child) is Deprel.obj or Deprel.iobj)
                            parties.Add(view, child, to);
                break;
            case Slot.Object when view.Relation(token) == Deprel.amod:
                // "the Iran-backed militia"
                if (Compound(view, token) >= 0)
                    parties.Add(view, view.Head(token), to);
                break;
            case Slot.Object when rule.Pos == "prep":
                Target(view, token, rule, to);
                break;
            case Slot.Object:
                Target(view, ObjectOf(view, token, rule), rule, to);
                // Two parts of one name, which the parser took for two objects.
                if (to.Count == 0)
                    parties.Add(view, Frames.OfPredicate(view, token).Indirect, to);
                break;
            case Slot.Agent:
                Agent(view, token, to);
                break;
            case Slot.Self:
                Self(view, token, rule, to);
                break;
            case Slot.Speaker:
                Speaker(view, token, to);
                break;
            case Slot.Prep:
                var behind = Behind(view, token, slot.Prepositions, rule.Pos == "noun");
                Target(view, behind, rule, to);
                if (to.Count == 0 && rule.Pos == "noun" && slot.Prepositions[0] == "of")
                    parties.Add(view, view.Sentence.Child(token, Deprel.nmod_poss), to);
                break;
        }
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

    // "the Iran-backed militia": who backs.
    private static int Compound(SentenceView view, int token)
    {
        for (var at = token - 1; at >= 0 && at >= token - 2; at--)
            if (view[at].Upos is Upos.PROPN && view.Head(at) == token)
                return at;
        return -1;
    }

    // "called Maduro a dictator": of two objects the one that the rule does not name. "recognize what he called his claim": inside the clause.
    private static int ObjectOf(SentenceView view, int token, StanceRule rule)
    {
        var frame = Frames.OfPredicate(view, token);
        if (frame.Indirect >= 0 && frame.Object >= 0)
            foreach (var words in rule.With)
                if (view.IsOneOf(frame.Object, words) || HasBelow(view, frame.Object, words, 1))
                    return frame.Indirect;
        // "wants the president restored"
        if (rule.Holder.Slot == Slot.Asker && view[token].Xpos is "VBN" or "VBD" && view.Relation(token) is Deprel.ccomp or Deprel.xcomp && (view.Sentence.Child(token, Deprel.nsubj) is >= 0 and var wanted || (wanted = view.Sentence.Child(view.Head(token), Deprel.obj)) >= 0))
            return wanted;
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
        if (view.Sentence.Child(token, Deprel.cop) >= 0 && possessor < 0)
            parties.Add(view, Frames.SurfaceSubject(view, token, 0, out _), to);
        for (var steps = 0; steps < 3 && to.Count == 0 && at >= 0; steps++)
        {
            parties.Add(view, Frames.NounSubject(view, at, 0), to);
            at = view.Relation(at) is Deprel.nmod or Deprel.obl or Deprel.conj && view.Case(at) is not ("after" or "before" or "amid" or "despite" or "since" or "during" or "following" or "over" or "without") && view[view.Head(at)].Upos == Upos.NOUN ? view.Head(at) : -1;
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
        else if (view.Relation(at) == Deprel.xcomp)
            parties.Add(view, Frames.SurfaceSubject(view, view.Head(at), 0, out _), to);
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
            if (child > token && view.Relation(child) is Deprel.obl or Deprel.nmod or Deprel.advcl or Deprel.obl_agent && view.HasCase(child, prepositions))
                return child;
        foreach (var child in view.Children(token))
        {
            // "For Paris, Ouattara is the president"; "take sides between Britain and Argentina".
            if (child < token && view.Relation(child) is Deprel.obl && view.HasCase(child, prepositions))
                return child;
            if (child > token && prepositions[0] == "between" && view.Relation(child) is Deprel.obj && view[child].Upos == Upos.NOUN)
                foreach (var inner in view.Children(child))
                    if (inner > child && view.Relation(inner) == Deprel.nmod && view.HasCase(inner, prepositions) && !view.HasCase(inner, Of))
                        return inner;
        }
        if (isNoun && view.Head(token) is >= 0 and var verb && view.IsVerb(verb))
            foreach (var child in view.Children(verb))
                if (child > token && view.Relation(child) is Deprel.obl && view.HasCase(child, prepositions))
                    return child;
        // "severed relations with India", where it hangs on the noun.
        if (!isNoun)
            foreach (var child in view.Children(token))
                if (child > token && view.Relation(child) is Deprel.obj)
                    foreach (var inner in view.Children(child))
                        if (inner > child && view.Relation(inner) is Deprel.nmod or Deprel.obl && view.HasCase(inner, prepositions))
                            return inner;
        return -1;
    }

    /// <summary>Whether a token is a word that tells of a position in some sentence.</summary>
    public bool IsTrigger(SentenceView view, int token) => rules.TryGetValue(view[token].Lemma, out var candidates) && candidates.Exists(rule => rule.With.Length == 0 || rule.Stance == Stance.Recognizes);

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
