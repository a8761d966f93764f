using Demarche.Language;

namespace Demarche.Events.Grammar;

/// <summary>
/// The places around a trigger in relation terms: who acts, on what, and what else hangs on it. Passives, relative clauses, participles,
/// coordination and control are undone, so that "the town was shelled by the army" and "the army, which shelled the town" have one frame.
/// </summary>
/// <param name="Trigger">The trigger's token.</param>
/// <param name="Passive">Whether the words are passive.</param>
/// <param name="Subject">The logical subject's token, or -1.</param>
/// <param name="Object">The logical object's token, or -1.</param>
/// <param name="Indirect">The logical indirect object's token, or -1.</param>
/// <param name="InheritedSubject">Whether the subject stands in another clause.</param>
internal readonly record struct Frame(int Trigger, bool Passive, int Subject, int Object, int Indirect, bool InheritedSubject);

/// <summary>Builds frames.</summary>
internal static class Frames
{
    private const int Deepest = 6;
    private static readonly HashSet<string> Times = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "yesterday", "week", "month", "year", "night", "morning",
    };

    // "called the king to thank him": the infinitive is the caller's.
    private static readonly HashSet<string> WithOwnPurpose = new(StringComparer.Ordinal) { "call", "phone", "telephone", "visit", "meet", "join", "promise" };
    private static readonly HashSet<string> Documents = new(StringComparer.Ordinal)
    {
        "report", "statement", "resolution", "letter", "lawsuit", "suit", "vote", "motion", "declaration", "communique", "petition", "editorial", "tweet", "message",
        "complaint", "decree", "draft", "bill", "note", "appeal", "order",
    };

    /// <summary>The frame of a verb or a predicative adjective.</summary>
    public static Frame OfPredicate(SentenceView view, int token)
    {
        var passive = IsPassive(view, token);
        int subject = SurfaceSubject(view, token, 0, out var inherited), obj = -1, indirect = -1, agent = -1;
        foreach (var child in view.Children(token))
            switch (view.Relation(child))
            {
                case Deprel.obj when obj < 0:
                    obj = Antecedent(view, token, child);
                    break;
                // "gave the rebels an ultimatum", where the parser saw two objects.
                // "contracts worth $11 billion", "defended Russia over claims", "will host the king next Wednesday"
                case Deprel.obj when child > 0 && (view.Lower(child - 1) == "worth" || view.Case(child) is not null || Times.Contains(view.Lower(child))):
                    break;
                case Deprel.obj when indirect < 0:
                    (indirect, obj) = (obj, child);
                    break;
                // A name is no predicate ("called President Macron").
                case Deprel.xcomp when obj < 0 && !passive && (view[child].Upos == Upos.PROPN || (view[child].Upos == Upos.NOUN && view.Sentence.Child(child, Deprel.appos) >= 0)):
                    obj = child;
                    break;
                case Deprel.iobj when indirect < 0:
                    indirect = child;
                    break;
                case Deprel.obl_agent:
                    agent = child;
                    break;
                case Deprel.obl when agent < 0 && passive && view.Case(child) == "by":
                    agent = child;
                    break;
            }
        if (!passive)
        {
            if (obj < 0)
                obj = ImpliedObject(view, token);
            if (obj < 0)
                obj = SharedObject(view, token);
            if (obj < 0)
                (obj, indirect) = (indirect, -1);
            if (obj < 0)
                obj = BareOblique(view, token);
            if (obj < 0)
                obj = RaisedObject(view, token);
            return new(token, false, subject, obj, indirect, inherited);
        }
        if (agent < 0)
            agent = StrayAgent(view, token);
        // "was given aid": the surface subject is the one who gets it.
        return obj >= 0 ? new(token, true, agent, obj, subject, false) : new(token, true, agent, subject, indirect, false);
    }

    public static bool IsPassive(SentenceView view, int token)
    {
        var hasAux = false;
        foreach (var child in view.Children(token))
        {
            if (view.Relation(child) is Deprel.nsubj_pass or Deprel.aux_pass or Deprel.csubj_pass or Deprel.obl_agent)
                return true;
            if (view.Relation(child) == Deprel.nsubj && !view.IsRelativePronoun(child))
                return false;
            hasAux |= view.Relation(child) == Deprel.aux;
        }
        if (view[token].Xpos != "VBN" || hasAux || IsHeadlineVerb(view, token))
            return false;
        if (view.Relation(token) == Deprel.conj && view.Head(token) >= 0)
            return view[view.Head(token)].Xpos == "VBN" && IsPassive(view, view.Head(token));
        return view.Relation(token) is Deprel.acl or Deprel.advcl or Deprel.xcomp or Deprel.root or Deprel.amod or Deprel.acl_relcl or Deprel.parataxis or Deprel.ccomp
            && view.Sentence.Child(token, Deprel.obj) < 0;
    }

    /// <summary>"Rebels attacked the town", where the parser took the subject for the head: a participle of the root noun that has objects of its own.</summary>
    private static bool IsHeadlineVerb(SentenceView view, int token)
    {
        var head = view.Head(token);
        return view.Relation(token) == Deprel.acl && head >= 0 && view.Relation(head) == Deprel.root && head < token && view.IsNominal(head)
            && view.Sentence.Child(token, Deprel.obl_agent) < 0 && view[token].Form.EndsWith("ed", StringComparison.Ordinal);
    }

    /// <summary>The surface subject, through relative clauses, coordination, control and participles; -1 where there is none.</summary>
    public static int SurfaceSubject(SentenceView view, int token, int depth, out bool inherited)
    {
        inherited = false;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nsubj or Deprel.nsubj_pass or Deprel.nsubj_outer)
                return Antecedent(view, token, child);
        if (view.ChildOf(token, Deprel.csubj, Deprel.csubj_pass) >= 0)
            return -1;
        inherited = true;
        foreach (var arc in view.Sentence.Enhanced)
            if (arc.Head == token && arc.Relation is Deprel.nsubj or Deprel.nsubj_pass && arc.Dependent != token && !view.IsRelativePronoun(arc.Dependent))
                return arc.Dependent;
        // "Peru cut ties", where the parser made the subject a part of the verb.
        foreach (var child in view.Children(token))
            if (child < token && view.Relation(child) is Deprel.compound or Deprel.nmod or Deprel.nmod_unmarked && view.IsNominal(child) && view.Case(child) is null)
                return child;
        if (StraySubject(view, token) is >= 0 and var stray)
            return stray;
        var head = view.Head(token);
        if (head < 0 || depth >= Deepest)
            return -1;
        switch (view.Relation(token))
        {
            case Deprel.conj or Deprel.parataxis when IsPredicate(view, head) && view.Relation(token) == Deprel.conj:
                return SurfaceSubject(view, head, depth + 1, out _);
            case Deprel.conj when view.IsNominal(head) && view.Relation(head) == Deprel.acl:
                return view.Head(head);
            case Deprel.xcomp:
                var obj = view.Sentence.Child(head, Deprel.obj);
                if (obj < 0)
                    obj = view.Sentence.Child(head, Deprel.iobj);
                return obj >= 0 && !WithOwnPurpose.Contains(view.Lemma(head)) && IsPredicate(view, head) ? Antecedent(view, head, obj) : SurfaceSubject(view, head, depth + 1, out _);
            // "accused the army of shelling", "kept the army from shelling": the object does it.
            case Deprel.advcl when view[token].Xpos == "VBG" && (view.HasMark(token, "of") || view.HasMark(token, "from") || view.HasMark(token, "for"))
                && view.Sentence.Child(head, Deprel.obj) is >= 0 and var blamed:
                return Antecedent(view, head, blamed);
            case Deprel.advcl when IsPassive(view, head) && view[token].Xpos == "VBG" && (view.HasMark(token, "of") || view.HasMark(token, "from") || view.HasMark(token, "for")):
                return SurfaceSubject(view, head, depth + 1, out _);
            case Deprel.advcl when IsPredicate(view, head) || view.Sentence.Child(head, Deprel.cop) >= 0:
                return SurfaceSubject(view, head, depth + 1, out _);
            case Deprel.ccomp when view.IsToInfinitive(token):
                var told = view.Sentence.Child(head, Deprel.obj);
                return told >= 0 ? told : SurfaceSubject(view, head, depth + 1, out _);
            case Deprel.acl when view.IsToInfinitive(token):
                return NounSubject(view, head, depth + 1);
            // "put out a report accusing the army": whose report it is.
            case Deprel.acl when Documents.Contains(view.Lemma(head)) && NounSubject(view, head, depth + 1) is >= 0 and var issuer:
                return issuer;
            case Deprel.acl or Deprel.acl_relcl when view.IsNominal(head):
                return head;
            case Deprel.advcl when view.IsNominal(head):
                return NounSubject(view, head, depth + 1);
            default:
                return -1;
        }
    }

    /// <summary>"mishandled the case and Labour accused them", where the parser coordinated the subject with the object before it: it stands between the verb's "and" and the verb.</summary>
    private static int StraySubject(SentenceView view, int token)
    {
        if (view.Relation(token) != Deprel.conj || view[token].Xpos is not ("VBD" or "VBZ" or "VBP") || view.Sentence.Child(token, Deprel.cc) is not (>= 0 and var and))
            return -1;
        for (var at = and + 1; at < token; at++)
            if (view.Relation(at) == Deprel.conj && view.IsNominal(at) && view.Head(at) < and)
                return at;
        return -1;
    }

    /// <summary>Who acts in a noun: its possessor, "by" phrase, or the subject of the verb that it is the object of.</summary>
    public static int NounSubject(SentenceView view, int noun, int depth)
    {
        var possessor = view.Sentence.Child(noun, Deprel.nmod_poss);
        if (possessor >= 0)
            return possessor;
        foreach (var child in view.Children(noun))
            if (view.Relation(child) is Deprel.nmod or Deprel.obl && view.Case(child) == "by")
                return child;
        return GoverningSubject(view, noun, depth);
    }

    /// <summary>The subject of the verb that governs a noun.</summary>
    public static int GoverningSubject(SentenceView view, int noun, int depth)
    {
        var head = view.Head(noun);
        if (head < 0 || depth >= Deepest)
            return -1;
        if (view.Relation(noun) is Deprel.obj or Deprel.obl or Deprel.xcomp && IsPredicate(view, head))
            return OfPredicateSubject(view, head, depth);
        if (view.Relation(noun) == Deprel.nsubj_pass && IsPredicate(view, head))
            return OfPredicateSubject(view, head, depth);
        return view.Relation(noun) == Deprel.conj && view.IsNominal(head) ? NounSubject(view, head, depth + 1) : -1;
    }

    private static int OfPredicateSubject(SentenceView view, int verb, int depth)
    {
        if (!IsPassive(view, verb))
            return SurfaceSubject(view, verb, depth + 1, out _);
        foreach (var child in view.Children(verb))
            if (view.Relation(child) == Deprel.obl_agent || (view.Relation(child) == Deprel.obl && view.Case(child) == "by"))
                return child;
        return -1;
    }

    public static bool IsPredicate(SentenceView view, int token) => view[token].Upos is Upos.VERB or Upos.AUX or Upos.ADJ;

    /// <summary>The word itself, or whom a relative pronoun takes up.</summary>
    private static int Antecedent(SentenceView view, int verb, int token)
    {
        if (!view.IsRelativePronoun(token))
            return token;
        foreach (var arc in view.Sentence.Enhanced)
            if (arc.Head == verb && arc.Dependent != token && arc.Relation is Deprel.nsubj or Deprel.nsubj_pass or Deprel.obj or Deprel.obl && !view.IsRelativePronoun(arc.Dependent))
                return arc.Dependent;
        for (var at = verb; at >= 0; at = view.Head(at))
            if (view.Relation(at) is Deprel.acl_relcl or Deprel.acl)
                return view.Head(at);
        return token;
    }

    /// <summary>"the town that the army shelled": the noun that an object-less relative clause hangs on.</summary>
    private static int ImpliedObject(SentenceView view, int token)
    {
        foreach (var arc in view.Sentence.Enhanced)
            if (arc.Head == token && arc.Relation == Deprel.obj && !view.IsRelativePronoun(arc.Dependent))
                return arc.Dependent;
        return view.Relation(token) == Deprel.acl_relcl && view.ChildOf(token, Deprel.nsubj, Deprel.nsubj) is >= 0 and var subject
            && !view.IsRelativePronoun(subject) && !HasOblique(view, token) ? view.Head(token) : -1;
    }

    /// <summary>"turned down the request", where the parser made the object an oblique without a preposition.</summary>
    private static int BareOblique(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (child > token && view.Relation(child) == Deprel.obl && view.Case(child) is null && view.IsNominal(child))
                return child;
        return -1;
    }

    /// <summary>"wants the king to go", where the parser took the object for the infinitive's subject.</summary>
    private static int RaisedObject(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (child > token && view.Relation(child) == Deprel.ccomp && view.IsToInfinitive(child) && view.ChildOf(child, Deprel.nsubj, Deprel.nsubj_pass) is > 0 and var subject && subject > token)
                return subject;
        return -1;
    }

    /// <summary>"were sent to the militia by Iran", where the parser hung the agent on the noun before it.</summary>
    private static int StrayAgent(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (child > token && view.Relation(child) is Deprel.obl or Deprel.obj)
                foreach (var inner in view.Children(child))
                    if (inner > child && view.Relation(inner) == Deprel.nmod && view.Case(inner) == "by")
                        return inner;
        return -1;
    }

    private static bool HasOblique(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obl or Deprel.ccomp or Deprel.xcomp)
                return true;
        return false;
    }

    /// <summary>"attacked and destroyed the base": the object of a coordinated verb that stands behind.</summary>
    private static int SharedObject(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obl or Deprel.ccomp or Deprel.xcomp or Deprel.advcl)
                return -1;
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.conj && view.IsVerb(child) && view.ChildOf(child, Deprel.nsubj, Deprel.nsubj_pass) < 0)
                return view.Sentence.Child(child, Deprel.obj);
        return -1;
    }
}
