using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Positions;

/// <summary>Who acts in a verb, past two habits of the parser.</summary>
internal static class Subjects
{
    /// <summary>The logical subject's token, or -1.</summary>
    public static int Of(SentenceView view, int token) => Author(view, Nearest(view, token, Acting(view, token)));

    // "has the sympathy of Washington, which blamed India": a relative clause behind a name is the name's, not the thing's.
    private static int Nearest(SentenceView view, int token, int subject)
    {
        if (subject < 0 || view[subject].Upos != Upos.NOUN)
            return subject;
        var clause = token;
        while (clause >= 0 && view.Relation(clause) == Deprel.conj)
            clause = view.Head(clause);
        if (clause < 0 || view.Relation(clause) != Deprel.acl_relcl || view.Head(clause) != subject)
            return subject;
        foreach (var child in view.Children(clause))
            if (view.IsRelativePronoun(child) && child > 2 && view.Lower(child - 1) == "," && view[child - 2].Upos == Upos.PROPN)
            {
                var name = child - 2;
                while (view.Head(name) > subject && view[view.Head(name)].Upos == Upos.PROPN)
                    name = view.Head(name);
                return view.Relation(name) is Deprel.nmod or Deprel.appos && view.Sentence.IsUnder(name, subject) ? name : subject;
            }
        return subject;
    }

    // "adopted a resolution condemning …", "a statement by France": what a paper says its authors say.
    internal static int Author(SentenceView view, int token)
    {
        for (var steps = 0; steps < 3 && token >= 0 && IsPaper(view, token); steps++)
        {
            var author = ByAuthor(view, token);
            if (author < 0 || author == token)
                break;
            token = author;
        }
        return token;
    }

    private static bool IsPaper(SentenceView view, int token) => view[token].Upos == Upos.NOUN && view.Lemma(token) is
        "resolution" or "statement" or "letter" or "communiqué" or "communique" or "declaration" or "message" or "telegram" or "note" or "memorandum" or "petition" or "decree"
        or "motion" or "cable" or "bulletin" or "manifesto" or "text" or "document" or "order" or "ultimatum" or "measure";

    private static int ByAuthor(SentenceView view, int paper)
    {
        if (view.Sentence.Child(paper, Deprel.nmod_poss) is >= 0 and var owner && view[owner].Upos != Upos.PRON)
            return owner;
        foreach (var child in view.Children(paper))
        {
            if (view.Relation(child) is Deprel.nmod or Deprel.obl && view.Case(child) is "by" or "from")
                return child;
            if (view.Relation(child) is Deprel.acl or Deprel.acl_relcl && view[child].Xpos == "VBN")
                foreach (var inner in view.Children(child))
                    if (view.Relation(inner) is Deprel.obl_agent or Deprel.obl && view.Case(inner) == "by")
                        return inner;
        }
        return Frames.NounSubject(view, paper, 0);
    }

    private static int Acting(SentenceView view, int token)
    {
        var frame = Frames.OfPredicate(view, token);
        var subject = frame.Subject;
        // "On Wednesday Maduro ordered": a name right before its verb is no part of the weekday.
        if (subject < 0 && !frame.Passive && token > 0 && view[token - 1].Upos == Upos.PROPN && view.Relation(token - 1) is Deprel.flat or Deprel.appos or Deprel.compound
            && view.Head(token - 1) is >= 0 and var day && view.Head(day) == token && view.Relation(day) == Deprel.obl)
            return token - 1;
        // "it is time for Mugabe to go", "the time had come for him to go"
        if (view.IsToInfinitive(token) && view.Head(token) is >= 0 and var governor && view.Sentence.Child(token, Deprel.nsubj) < 0)
            for (var at = token - 1; at > governor; at--)
                if ((view.Head(at) == governor || view.Head(at) == token) && view.IsNominal(at) && view.Case(at) == "for")
                    return at;
                else if (view.Head(at) == governor && view.IsNominal(at) && view.HasMark(token, "for"))
                    return at;
        // "was the first to recognize", "the latest country to break"
        if (subject < 0 && view.Relation(token) is Deprel.acl or Deprel.advcl or Deprel.csubj && view.IsToInfinitive(token) && view.Head(token) is >= 0 and var ranked
            && (view.Sentence.Child(ranked, Deprel.cop) >= 0 || view.Relation(ranked) == Deprel.xcomp))
            return Frames.SurfaceSubject(view, view.Relation(ranked) == Deprel.xcomp ? view.Head(ranked) : ranked, 0, out _);
        // "Kiev, for its part, regards": a name before a comma is taken for one that is called.
        if (subject < 0 && !frame.Passive && view[token].Xpos is "VBZ" or "VBD" or "VBP")
            foreach (var child in view.Children(token))
                if (child < token && view.Relation(child) is Deprel.vocative or Deprel.dislocated && view[child].Upos == Upos.PROPN)
                    return child;
        if (subject < 0)
            return -1;
        // A dateline is taken for a subject ("MADRID — Spain and France recognized"): of two, the nearer one acts.
        foreach (var child in view.Children(token))
            if (child > subject && child < token && view.Relation(child) == Deprel.nsubj && view.Relation(subject) == Deprel.nsubj && view.Head(subject) == token)
                subject = child;
        return subject;
    }
}
