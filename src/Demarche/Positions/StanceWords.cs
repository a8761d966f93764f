using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Positions;

/// <summary>Where the words of a rule stand in a sentence: whether they fit, and the tokens of what they govern.</summary>
internal static class StanceWords
{
    private static readonly string[] Of = ["of"];

    // A question asks and tells nothing, but for what stands in a relative clause of it.
    public static bool IsAsked(SentenceView view, int token)
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

    public static bool Fits(SentenceView view, int token, StanceRule rule)
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
            if (rule.Pos == "verb" && HasPredicate(view, token, words))
                continue;
            else if (!(rule.Pos == "noun" ? HasAbove(view, token, words) || HasBelow(view, token, words, 1) : HasBelow(view, token, words, 2)))
                return false;
        return true;
    }

    // "wondered why it had been silent"
    public static bool IsWhy(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (child < token && view.Lower(child) is "why" or "how")
                return true;
        return false;
    }

    public static bool HasBelow(SentenceView view, int token, string[] words, int depth)
    {
        foreach (var child in view.Children(token))
        {
            if (view.Relation(child) is Deprel.nsubj or Deprel.conj or Deprel.acl_relcl or Deprel.parataxis or Deprel.nmod_desc or Deprel.flat || (view.Relation(child) == Deprel.compound && view[child].Upos != Upos.PRON))
                continue;
            // "gave another account: that soldiers …" gives no soldiers.
            if (view[token].Upos == Upos.NOUN && view.Relation(child) is Deprel.ccomp or Deprel.acl or Deprel.appos)
                continue;
            if (view.IsOneOf(child, words) || (depth > 1 && HasBelow(view, child, words, depth - 1)))
                return true;
        }
        return false;
    }

    // "regards the installation, by lawmakers who met under guns, as void": what stands behind "as", wherever the parser hung it.
    private static bool HasPredicate(SentenceView view, int token, string[] words)
    {
        for (var at = token + 2; at < view.Count; at++)
            if (view.Case(at) == "as" && view.IsOneOf(at, words) && view.Sentence.IsUnder(at, token))
                return true;
        return false;
    }

    public static bool HasAbove(SentenceView view, int token, string[] words)
    {
        // "winning the support of the army and the backing of Russia": of both.
        for (var steps = 0; steps < 3; steps++)
        {
            if (view.Head(token) is not (>= 0 and var head))
                return false;
            if (view.IsOneOf(head, words))
                return true;
            // "assured Syria of its support", hung on Syria.
            if (view.Relation(token) is not (Deprel.conj or Deprel.nmod or Deprel.obl) || (view.Relation(token) != Deprel.conj && steps == 0 && view.Relation(head) is not (Deprel.iobj or Deprel.obj)))
                return false;
            token = head;
        }
        return false;
    }

    // "the Iran-backed militia": who backs.
    public static int Compound(SentenceView view, int token)
    {
        for (var at = token - 1; at >= 0 && at >= token - 2; at--)
            if (view[at].Upos is Upos.PROPN && view.Head(at) == token)
                return at;
        return -1;
    }

    // "called Maduro a dictator": of two objects the one that the rule does not name. "recognize what he called his claim": inside the clause.
    public static int ObjectOf(SentenceView view, int token, StanceRule rule)
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

    // What stands behind a preposition: below the trigger, or, for a noun, below its verb ("gave its support to Maduro").
    public static int Behind(SentenceView view, int token, string[] prepositions, bool isNoun)
    {
        foreach (var child in view.Children(token))
            if (child > token && view.Relation(child) is Deprel.obl or Deprel.nmod or Deprel.advcl or Deprel.obl_agent && view.HasCase(child, prepositions) && view.Case(child) is not "according")
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
        // "the rupture of relations with India"
        if (isNoun)
            foreach (var child in view.Children(token))
                if (child > token && view.Relation(child) is Deprel.nmod && view.Case(child) == "of" && prepositions[0] == "with")
                    foreach (var inner in view.Children(child))
                        if (inner > child && view.Relation(inner) is Deprel.nmod or Deprel.obl && view.HasCase(inner, prepositions))
                            return inner;
        // "severed relations with India", where it hangs on the noun.
        if (!isNoun)
            foreach (var child in view.Children(token))
                if (child > token && view.Relation(child) is Deprel.obj)
                    foreach (var inner in view.Children(child))
                        if (inner > child && view.Relation(inner) is Deprel.nmod or Deprel.obl && view.HasCase(inner, prepositions))
                            return inner;
        return -1;
    }

    // The clause of the trigger, without what hangs on it as a clause of its own.
    public static TextSpan SpanOf(SentenceView view, int token)
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
