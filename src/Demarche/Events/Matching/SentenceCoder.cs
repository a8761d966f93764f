using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Events.RuleLanguage;
using Demarche.Language;

namespace Demarche.Events.Matching;

/// <summary>Codes the sentences of one document: finds triggers, then lets outer words compose them. One thread.</summary>
internal sealed class SentenceCoder
{
    private readonly EventWords _words;
    private readonly TriggerFinder _finder;
    private readonly Composer _composer;
    private readonly EventConfidence _confidence;

    public SentenceCoder(RuleBook book, Composition composition, EventWords words, Document document)
    {
        var (entities, statements) = (document.Get(Layers.Entities), document.Get(Layers.Statements));
        _words = words;
        _confidence = new(new(document.Get(Layers.Sentences), words), statements, NewsSetting.TrustIn(document.Get(Layers.Sentences), entities, words));
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
            draft.Confidence = _confidence.Of(view, draft);
        // PLOVER asks for a recipient of these.
        drafts.RemoveAll(draft => draft.Recipients.Count == 0 && draft.Actors.Count == 1 && draft.Type is EventType.Aid or EventType.Sanction or EventType.Cooperate);
        // What is neither told as done nor sure of its parties is left out.
        drafts.RemoveAll(_confidence.IsUnsure);
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
}
