using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Positions;

/// <summary>Who acts in a verb, past two habits of the parser.</summary>
internal static class Subjects
{
    /// <summary>The logical subject's token, or -1.</summary>
    public static int Of(SentenceView view, int token)
    {
        var frame = Frames.OfPredicate(view, token);
        var subject = frame.Subject;
        // "On Wednesday Maduro ordered": a name right before its verb is no part of the weekday.
        if (subject < 0 && !frame.Passive && token > 0 && view[token - 1].Upos == Upos.PROPN && view.Relation(token - 1) is Deprel.flat or Deprel.appos or Deprel.compound
            && view.Head(token - 1) is >= 0 and var day && view.Head(day) == token && view.Relation(day) == Deprel.obl)
            return token - 1;
        if (subject < 0)
            return -1;
        // A dateline is taken for a subject ("MADRID — Spain and France recognized"): of two, the nearer one acts.
        foreach (var child in view.Children(token))
            if (child > subject && child < token && view.Relation(child) == Deprel.nsubj && view.Relation(subject) == Deprel.nsubj && view.Head(subject) == token)
                subject = child;
        return subject;
    }
}
