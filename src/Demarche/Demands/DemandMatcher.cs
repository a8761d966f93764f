using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Positions;
using Demarche.Statements;

namespace Demarche.Demands;

/// <summary>Reads demands off one document's sentences by the rules. One thread, one document.</summary>
internal sealed class DemandMatcher(Dictionary<string, List<RequestRule>> rules, Polarity polarity, Parties parties, EntityLayer entities, StatementLayer statements)
{
    /// <summary>Adds the demands of a sentence.</summary>
    public void Read(SentenceView view, List<DemandDraft> drafts)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (!rules.TryGetValue(view[token].Lemma, out var candidates))
                continue;
            foreach (var rule in candidates)
                if (Try(view, token, rule, drafts))
                    break;
        }
    }

    private bool Try(SentenceView view, int token, RequestRule rule, List<DemandDraft> drafts)
    {
        if (rule.IsNoun ? view[token].Upos != Upos.NOUN : view[token].Upos != Upos.VERB)
            return false;
        var content = ContentOf(view, token, rule);
        var isTerm = view.Lemma(token) is "give" or "allow" or "have";
        if (content < 0 || (isTerm && !HasTerm(view, token, content)) || (polarity.Of(view, token) is Holding.NotYet or Holding.Negated && !IsWish(view, token)))
            return false;
        // "wants Spain to stay united" wishes it well and asks nothing.
        if (view.Lemma(token) is "want" or "like" or "expect" or "prefer" or "wish" && view.Lemma(content) is "stay" or "remain" or "succeed" or "win" or "know" or "be" or "have" or "become" or "survive" or "fail" or "lose" or "see")
            return false;
        // "urged him to heed his call": told by the verb above.
        if (rule.IsNoun && view.Head(token) is >= 0 and var heeding && IsAnswer(view, heeding) && view.IsToInfinitive(heeding))
            return false;
        List<Entity> by = [], of = [];
        if (rule.IsNoun)
            Demanding(view, token, by);
        else
            parties.Add(view, Subjects.Of(view, token), by);
        by.RemoveAll(entity => entity.Kind == EntityKind.Place);
        if (by.Count == 0 && !rule.IsNoun && Subjects.Of(view, token) is >= 0 and var we && view.Lower(we) == "we" && Issuer() is { } issuer)
            by.Add(issuer);
        if (by.Count == 0)
            return false;
        // "Jammeh has until Friday to go": who set the term is not told.
        if (view.Lemma(token) == "have")
        {
            (by, of) = (of, by);
            if (statements.At(view[token].Span.Begin)?.SpeakerHead is { } head && (entities.HeadedAt(head) ?? entities.Covering(head)) is { } speaker && !of.Exists(asked => asked.Id == speaker.Id))
                by.Add(speaker);
        }
        else
        {
            // "ignored its deadline", "rejected Spain's appeal": who answers is who was asked.
            if (rule.IsNoun && view.Head(token) is >= 0 and var answering && IsAnswer(view, answering) && view.Relation(token) is Deprel.obj or Deprel.nsubj_pass)
            {
                parties.Add(view, Subjects.Of(view, answering), of);
                of.RemoveAll(entity => entity.Kind == EntityKind.Place || by.Exists(asker => asker.Id == entity.Id));
            }
            if (of.Count == 0)
                Asked(view, token, rule, content, by, of);
        }
        if (of.Count == 0 && !(by.Exists(asker => asker.Country is not null) && ((rule.Contents[0] is "object" or "prep" && view.Lemma(token) is "call" or "demand") || IsPassive(view, content) || IsToBeDone(view, content))))
            return false;
        // "all its diplomats": those of a state, so the state too.
        foreach (var group in of.ToArray())
            if (group is { Kind: EntityKind.Group or EntityKind.Organization or EntityKind.Unknown, Wikidata: null })
                Owner(view, group, by, of);
        foreach (var group in of.ToArray())
            if (group is { Kind: EntityKind.Group, Country: null })
                foreach (var mention in group.Mentions)
                    if (mention.Sentence == view.Number && view.Sentence.Child(mention.Head, Deprel.nmod_poss) is >= 0 and var owner)
                        parties.Add(view, owner, of, entity => entity.Kind == EntityKind.State && !by.Exists(asker => asker.Id == entity.Id));
        var (first, last) = view.Sentence.Extent(content);
        var (begin, end) = (Math.Min(token, first), Math.Max(token, last));
        drafts.Add(new()
        {
            Trigger = view.Ref(token), By = by, Of = of,
            Content = view.Sentence.SpanOf(first > token || content < token ? first : content, last),
            Span = view.Sentence.SpanOf(begin, end),
            Answer = view.Lemma(token) is "persuade" or "convince" or "prevail" ? DemandAnswer.Met : IsVain(view, token) ? DemandAnswer.Refused : DemandAnswer.Open,
        });
        return true;
    }

    // "that American troops leave": the United States is asked too.
    private void Owner(SentenceView view, Entity group, List<Entity> by, List<Entity> of)
    {
        foreach (var mention in group.Mentions)
            if (mention.Sentence == view.Number && mention.Form == MentionForm.Nominal)
                foreach (var child in view.Children(mention.Head))
                    if (child < mention.Head && view.Relation(child) is Deprel.amod or Deprel.compound
                        && entities.HeadedAt(view.Ref(child)) is { Kind: EntityKind.State } state && !by.Exists(asker => asker.Id == state.Id) && !of.Contains(state))
                        of.Add(state);
                    // "the forces of the government and of the rebels"
                    else if (child > mention.Head && view.Relation(child) == Deprel.nmod && view.Case(child) == "of")
                        parties.Add(view, child, of, entity => entity.Kind is EntityKind.State or EntityKind.Organization && !by.Exists(asker => asker.Id == entity.Id));
    }

    // "asked to be spared", "wants the republic proclaimed": of whom is not told.
    private static bool IsToBeDone(SentenceView view, int content) => view[content].Xpos == "VBN" && (view.Sentence.Child(content, Deprel.aux_pass) >= 0 || !view.IsToInfinitive(content));

    // "Russia's call", "calls from Russia"; not who rejects it.
    private void Demanding(SentenceView view, int token, List<Entity> by)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nmod && view.Case(child) is "from" or "by" || view.Relation(child) is Deprel.nmod_poss && view[child].Upos != Upos.PRON)
                parties.Add(view, child, by);
        if (by.Count == 0)
            parties.Add(view, view.Sentence.Child(token, Deprel.nmod_poss), by);
        if (by.Count == 0 && !(view.Head(token) is >= 0 and var verb && IsAnswer(view, verb)))
            parties.Add(view, Subjects.Author(view, Frames.NounSubject(view, token, 0)), by);
    }

    // "rejected Spain's appeal": who answers is who was asked.
    private static bool IsAnswer(SentenceView view, int verb) =>
        view.Lemma(verb) is "reject" or "ignore" or "refuse" or "defy" or "meet" or "accept" or "dismiss" or "receive" or "get" or "face" or "rebuff" or "spurn" or "heed" or "brush" or "disregard" or "scorn";

    private static int ContentOf(SentenceView view, int token, RequestRule rule)
    {
        foreach (var kind in rule.Contents)
            foreach (var child in view.Children(token))
                if (Is(view, token, child, kind, rule))
                    return child;
        // "wants the prisoners freed", hung on the prisoners.
        if (Array.IndexOf(rule.Contents, "participle") >= 0 && view.Lemma(token) is "want" or "like" && view.Sentence.Child(token, Deprel.obj) is >= 0 and var wanted && view.Sentence.Child(wanted, Deprel.acl) is >= 0 and var done && view[done].Xpos == "VBN")
            return done;
        // "issued an ultimatum to Russia to withdraw": the infinitive hangs on the verb.
        if (rule.IsNoun && view.Head(token) is >= 0 and var verb && view.IsVerb(verb) && view.Relation(token) == Deprel.obj)
            foreach (var child in view.Children(verb))
                if (child > token && (view.Relation(child) is Deprel.advcl or Deprel.xcomp && view.IsToInfinitive(child)
                    || (view.Relation(child) == Deprel.obl && Array.IndexOf(rule.Contents, "prep") >= 0 && view.HasCase(child, rule.ContentPrepositions))))
                    return child;
        // "urged both parties to negotiate", where the parser hung the infinitive on the noun.
        if (rule.Contents[0] == "infinitive")
            foreach (var child in view.Children(token))
                if (view.Relation(child) is Deprel.obj or Deprel.iobj or Deprel.obl or Deprel.nsubj_pass)
                    if (InfinitiveIn(view, child, token, 2) is >= 0 and var inner)
                        return inner;
        return -1;
    }

    private static int InfinitiveIn(SentenceView view, int noun, int after, int depth)
    {
        foreach (var child in view.Children(noun))
        {
            if (child > after && view.Relation(child) is Deprel.acl or Deprel.advcl && view.IsToInfinitive(child))
                return child;
            if (depth > 1 && view.Relation(child) is Deprel.nmod or Deprel.conj && InfinitiveIn(view, child, after, depth - 1) is >= 0 and var inner)
                return inner;
        }
        return -1;
    }

    private static bool Is(SentenceView view, int token, int child, string kind, RequestRule rule) => kind switch
    {
        "infinitive" => child > token && view.Relation(child) is Deprel.xcomp or Deprel.ccomp or Deprel.advcl or Deprel.acl && view.IsToInfinitive(child) && !IsPurpose(view, child),
        "that" => (view.Relation(child) == Deprel.ccomp || (rule.IsNoun && (view.Relation(child) == Deprel.acl || (view.Relation(child) == Deprel.acl_relcl && view[token].Upos == Upos.NOUN)) && view.HasMark(child, "that"))) && (view.IsVerb(child) || view.Sentence.Child(child, Deprel.obj) >= 0) && !view.HasMark(child, "whether") && !view.HasMark(child, "if") && !IsTold(view, token, child),
        "participle" => child > token && view.Relation(child) is Deprel.xcomp or Deprel.ccomp && view[child].Xpos == "VBN" && view.ChildOf(child, Deprel.aux, Deprel.aux_pass) < 0,
        "object" => view.Relation(child) is Deprel.obj or Deprel.nsubj_pass && view.IsNominal(child),
        _ => child > token && view.Relation(child) is Deprel.obl or Deprel.nmod or Deprel.advcl
            && (view.HasCase(child, rule.ContentPrepositions) || Array.Exists(rule.ContentPrepositions, word => view.HasMark(child, word))),
    };

    // "appealed to Spain in vain"
    private static bool IsVain(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Lower(child) is "vain" or "avail" or "unsuccessfully" or "fruitlessly")
                return true;
        return false;
    }

    // "would like Spain to leave"
    private static bool IsWish(SentenceView view, int token)
    {
        if (view.Lemma(token) is "like" or "prefer" && !view.IsNegated(token))
            foreach (var child in view.Children(token))
                if (view.Relation(child) == Deprel.aux && view.Lower(child) is "would" or "'d")
                    return true;
        return false;
    }

    // "asked to be spared"
    private static bool IsPassive(SentenceView view, int content) => view.IsToInfinitive(content) && view.Sentence.Child(content, Deprel.aux_pass) >= 0;

    private static bool IsPurpose(SentenceView view, int child) => view.Head(child) >= 0 && child > 2 && view.Lower(child - 2) == "order" && view.Lower(child - 1) == "to" && view.Lower(Math.Max(0, child - 3)) == "in";

    // "insisted that it was innocent" tells, "insisted that he leave" asks: what is asked stands in the base form or with should or must.
    private static bool IsTold(SentenceView view, int token, int child)
    {
        if (view.Lemma(token) is "demand" or "request" or "require")
            return false;
        foreach (var aux in view.Children(child))
            if (view.Relation(aux) == Deprel.aux && view.Lower(aux) is "should" or "must" or "ought")
                return HasPerfect(view, child);
        // "said that Iraq had to withdraw", "needed to free them"
        if (view.Lemma(child) is "have" or "need" or "ought" && view.Sentence.Child(child, Deprel.xcomp) is >= 0 and var due && view.IsToInfinitive(due) && view.Sentence.Child(child, Deprel.obj) < 0)
            return false;
        if (view.Lemma(token) is not ("insist" or "propose" or "ask" or "recommend" or "suggest" or "urge" or "order"))
            return true;
        return (view[child].Xpos is not ("VB" or "VBP") && view.Lower(child) != view.Lemma(child)) || HasAuxiliary(view, child);
    }

    // "should have left": a reproach.
    private static bool HasPerfect(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.aux && view.Lower(child) == "have")
                return true;
        return false;
    }

    private static bool HasAuxiliary(SentenceView view, int token) =>
        view.ChildOf(token, Deprel.aux, Deprel.cop) is >= 0 and var found && view[found].Xpos is not "VB";

    private static bool HasTerm(SentenceView view, int token, int content)
    {
        for (var at = token + 1; at < content; at++)
            if (view.Lower(at) is "until" or "till")
                return true;
        // "the 72 hours that he allowed them to surrender"
        if (view.Relation(token) == Deprel.acl_relcl && view.Head(token) is >= 0 and var term && view.Lemma(term) is "hour" or "day" or "week" or "month" or "minute" or "time")
            return true;
        foreach (var child in view.Children(token))
            if (view.Case(child) is "until" or "till" || view.Lemma(child) is "hour" or "day" or "week" or "month" or "minute" or "deadline" or "ultimatum" or "time")
                return true;
        return false;
    }

    // "We call on both parties", outside quotation marks: the organization that the text begins by quoting.
    private Entity? Issuer()
    {
        foreach (var statement in statements.All)
            if (statement.Sentence < 5 && statement.SpeakerHead is { } head && (entities.HeadedAt(head) ?? entities.Covering(head)) is { Kind: EntityKind.Organization } issuer)
                return issuer;
        return null;
    }

    // The person or state named last before a pronoun, but for those who ask.
    private Entity? Before(SentenceView view, int pronoun, List<Entity> by, EntityKind kind = EntityKind.Person)
    {
        Entity? best = null;
        var latest = -1;
        foreach (var entity in entities.All)
            if (entity.Kind == kind && !by.Exists(asker => asker.Id == entity.Id))
                foreach (var mention in entity.Mentions)
                    if (mention.Sentence <= view.Number && view.Number - mention.Sentence <= 3 && mention.Span.Begin > latest && mention.Span.Begin < view[pronoun].Span.Begin)
                        (best, latest) = (entity, mention.Span.Begin);
        return best;
    }

    // Who is asked: by the rule's place; else who is to do it; else somebody named in what is asked.
    private void Asked(SentenceView view, int token, RequestRule rule, int content, List<Entity> by, List<Entity> of)
    {
        if (rule.Prepositions is { } prepositions)
        {
            foreach (var child in view.Children(token))
                if ((child != content || view.HasCase(child, rule.ContentPrepositions)) && view.Relation(child) is Deprel.obl or Deprel.nmod && view.HasCase(child, prepositions))
                    Add(child);
        }
        else
        {
            var frame = Frames.OfPredicate(view, token);
            Add(frame.Indirect);
            if (of.Count == 0 && frame.Object != content)
                Add(frame.Object);
        }
        if (of.Count == 0)
            foreach (var child in view.Children(content))
                if (view.Relation(child) is Deprel.nsubj or Deprel.nsubj_pass || (view.Relation(child) == Deprel.obl_agent && view[content].Xpos == "VBN" && view.ChildOf(content, Deprel.aux, Deprel.aux_pass) < 0))
                    Add(child);
        // "the general suggested that he go": another than the general.
        if (of.Count == 0 && view.Sentence.Child(content, Deprel.nsubj) is >= 0 and var pronoun && pronoun > token && view.Lower(pronoun) is "he" or "she" && Before(view, pronoun, by) is { } other)
            of.Add(other);
        // "a call for NATO to stop"
        if (of.Count == 0 && view.IsToInfinitive(content))
            Add(Subjects.Of(view, content) is >= 0 and var doing && doing > token ? doing : -1);
        if (of.Count == 0 && view.IsNominal(content))
        {
            // "called for the release of the prisoners by Israel", "requested a meeting of the Council".
            foreach (var child in view.Children(content))
                if (view.Relation(child) is Deprel.nmod or Deprel.nmod_poss or Deprel.obl && view.Case(child) is "of" or "by" or "from" or "within" or "'s" or null && view.Lower(child) is not ("my" or "our" or "me" or "us"))
                    Add(child, isPublic: true);
        }

        // "demanded its withdrawal": another's than who demands.
        if (of.Count == 0 && rule.Contents[0] == "object" && view.Sentence.Child(content, Deprel.nmod_poss) is >= 0 and var whose && view.Lower(whose) is "its" or "his" or "her" or "their"
            && Before(view, whose, by, view.Lower(whose) is "its" or "their" ? EntityKind.State : EntityKind.Person) is { } owner)
            of.Add(owner);

        void Add(int at, bool isPublic = false)
        {
            if (of.Count > 0 || at < 0)
                return;
            parties.Add(view, at, of);
            of.RemoveAll(entity => entity.Kind == EntityKind.Place || (isPublic && entity is { Country: null, Wikidata: null, Kind: not EntityKind.Organization }) || by.Exists(asker => asker.Id == entity.Id));
        }
    }
}
