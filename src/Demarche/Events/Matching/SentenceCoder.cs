using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Events.Matching;

/// <summary>Codes the sentences of one document: finds triggers, then lets outer words compose them. One thread.</summary>
internal sealed class SentenceCoder
{
    private const double Unsure = 0.28;
    private readonly EventWords _words;
    private readonly TriggerFinder _finder;
    private readonly Composer _composer;

    public SentenceCoder(RuleBook book, Composition composition, EventWords words, EntityLayer entities, StatementLayer statements)
    {
        _words = words;
        var parties = new Parties(entities, statements, words);
        _finder = new(book, new(parties, words, book), parties, words, entities, statements);
        _composer = new(composition, words, parties, entities, statements);
    }

    /// <summary>The events of a sentence, in order of their triggers.</summary>
    public List<EventDraft> Code(SentenceView view, List<Attempt>? attempts = null)
    {
        var matches = _finder.Find(view, attempts);
        List<EventDraft> drafts = [];
        foreach (var match in matches)
            drafts.Add(DraftOf(view, match));
        foreach (var raw in drafts.ToArray())
        {
            if (raw.IsSaying)
                raw.Dropped = ClauseMood.Of(view, raw.Token, _words) is { Negated: true } or { Condition: true };
            else
                _composer.Compose(view, raw, drafts);
            if (raw.Match.Pattern.Rule.Also is { } also)
                drafts.Add(Second(raw, also.Type, also.Modes));
        }
        drafts.RemoveAll(draft => draft.Dropped || draft.Actors.Count == 0);
        foreach (var draft in drafts)
            draft.Confidence = Confidence(view, draft);
        // PLOVER asks for a recipient of these.
        drafts.RemoveAll(draft => draft.Recipients.Count == 0 && draft.Actors.Count == 1 && draft.Type is EventType.Aid or EventType.Sanction or EventType.Cooperate);
        // What is neither told as done nor sure of its parties is left out.
        drafts.RemoveAll(draft => draft.Confidence < (draft.Status == EventStatus.Hypothetical ? Unsure + 0.1 : Unsure));
        drafts.Sort((one, other) => one.Token != other.Token ? one.Token.CompareTo(other.Token) : other.Confidence.CompareTo(one.Confidence));
        return drafts;
    }

    private static EventDraft DraftOf(SentenceView view, Match match)
    {
        var rule = match.Pattern.Rule;
        int first = match.Token, last = match.Token;
        foreach (var child in view.Children(match.Token))
            if (view.Relation(child) == Deprel.compound_prt)
                last = Math.Max(last, child);
        if (match.Noun > last && match.Noun - last <= 5)
            last = match.Noun;
        return new()
        {
            Type = rule.Type,
            Rule = rule.Id,
            Token = match.Token,
            Modes = rule.Modes,
            Contexts = rule.Contexts,
            Cameo = rule.Cameo,
            Actors = match.Actors,
            Recipients = match.Recipients,
            Confidence = rule.Confidence,
            Match = match,
            First = first,
            Last = last,
            IsSaying = match.Pattern.Class == TriggerClass.Verdict,
        };
    }

    private static EventDraft Second(EventDraft raw, EventType type, System.Collections.Immutable.ImmutableArray<string> modes) => new()
    {
        Type = type,
        Rule = raw.Rule,
        Token = raw.Token,
        Modes = modes,
        Contexts = raw.Contexts,
        Actors = raw.Actors,
        Recipients = raw.Recipients,
        Confidence = raw.Confidence - 0.05,
        Status = raw.Status,
        Match = raw.Match,
        First = raw.First,
        Last = raw.Last,
        Dropped = raw.Dropped,
        Past = raw.Past,
    };

    /// <summary>The rule's own confidence, less for parties found in a roundabout way, for nouns, and for depth in the sentence.</summary>
    private static double Confidence(SentenceView view, EventDraft draft)
    {
        var confidence = draft.Confidence;
        var match = draft.Match;
        if (!draft.Composed)
        {
            confidence *= match.ActorFound switch { Found.Head or Found.Nobody => 1, Found.Place => 0.65, _ => 0.9 };
            confidence *= match.RecipientFound switch { Found.Head => 1, Found.Inside => 0.97, Found.Place => 0.85, _ => match.Actors.Count > 1 ? 1 : 0.8 };
            if (match.Pattern.Class == TriggerClass.Noun)
                confidence *= 0.75;
            if (match.Frame.InheritedSubject)
                confidence *= 0.93;
        }
        else if (draft.Recipients.Count == 0)
            confidence *= 0.9;
        confidence *= draft.Status switch { EventStatus.Actual => 1, EventStatus.Planned => 0.7, EventStatus.Hypothetical => 0.5, _ => 0.6 };
        for (var at = draft.Token; view.Head(at) >= 0 && confidence > 0.1; at = view.Head(at))
            if (view.Relation(at) is Deprel.acl or Deprel.acl_relcl or Deprel.advcl)
                confidence *= 0.85;
            else if (view.Relation(at) is Deprel.nmod or Deprel.obl or Deprel.nmod_poss)
                confidence *= 0.93;
        return Math.Round(Math.Clamp(confidence, 0.05, 0.99), 3);
    }
}
