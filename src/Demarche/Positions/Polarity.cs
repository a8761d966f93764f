using Demarche.Events.Grammar;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Positions;

/// <summary>Whether words hold: said, denied, taken back, or only planned, asked for or possible.</summary>
internal enum Holding : byte
{
    Held, Negated, Withdrawn, NotYet,
}

/// <summary>Reads negation, refusal, plans and conditions off the words above a trigger.</summary>
internal sealed class Polarity
{
    private readonly Dictionary<string, string> _governors = new(StringComparer.Ordinal);

    public Polarity(Lexicon lexicon, string table = "Positions/governors")
    {
        foreach (var row in lexicon.Rows(table))
            foreach (var word in row.List("words"))
                _governors[word] = row["kind"];
    }

    public Holding Of(SentenceView view, int token)
    {
        // "have not …, allies of": a "not" that the parser hangs on a noun without a copula is another's.
        var isNegated = (view.IsNegated(token) && (view[token].Upos != Upos.NOUN || view.Sentence.Child(token, Deprel.cop) >= 0)) || HasNo(view, token) || IsNoLonger(view, token);
        var isPlanned = IsPossible(view, token) && !isNegated;
        var isWithdrawn = false;
        var at = token;
        for (var steps = 0; steps < 5; steps++)
        {
            if (view.HasMark(at, "if") || view.HasMark(at, "unless") || view.HasMark(at, "whether"))
                return Holding.NotYet;
            var head = view.Head(at);
            if (head < 0 || !Governs(view, at, head))
                break;
            var kind = _governors.GetValueOrDefault(view.Lemma(head));
            var isHeadNegated = view.IsNegated(head) || HasNo(view, head);
            switch (kind)
            {
                case "refuse":
                    isNegated = !isNegated;
                    isPlanned = false;
                    break;
                case "withdraw" when view.IsVerb(token):
                    isNegated = !isHeadNegated;
                    isHeadNegated = isPlanned = false;
                    at = head;
                    continue;
                case "withdraw" when view.Relation(at) != Deprel.advcl:
                    isWithdrawn = !isHeadNegated;
                    isHeadNegated = false;
                    break;
                case "plan" when view.Relation(at) != Deprel.obj:
                    isPlanned = true;
                    break;
                case "continue":
                    isPlanned = false;
                    at = head;
                    continue;
            }
            if (isHeadNegated)
            {
                isNegated = !isNegated;
                isPlanned = false;
            }
            else if (IsPossible(view, head) && !isNegated && kind != "refuse")
                isPlanned = true;
            at = head;
        }
        return isWithdrawn ? Holding.Withdrawn : isPlanned ? Holding.NotYet : isNegated ? Holding.Negated : Holding.Held;
    }

    // A finite clause of its own ("he said that …") is judged by itself.
    private static bool Governs(SentenceView view, int token, int head) => view.Relation(token) switch
    {
        Deprel.xcomp => true,
        Deprel.obj or Deprel.nsubj_pass or Deprel.obl or Deprel.nmod or Deprel.compound => view[token].Upos is Upos.NOUN,
        Deprel.ccomp or Deprel.acl => view.IsToInfinitive(token) || view[token].Xpos == "VBG",
        Deprel.advcl => view.IsToInfinitive(token) ? view[head].Upos is not Upos.NOUN : view[token].Xpos == "VBG" && (head == token - 1 || head == token - 2),
        Deprel.conj => view.IsVerb(head) && (view.Relation(head) == Deprel.xcomp || view.Relation(head) == Deprel.ccomp) && Frames.SurfaceSubject(view, token, 5, out _) < 0,
        _ => false,
    };

    private static bool IsPossible(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) == Deprel.aux && view.Lower(child) is "will" or "would" or "could" or "may" or "might" or "should" or "can" or "must" or "'ll" or "’ll" or "shall")
                return true;
        return false;
    }

    private static bool HasNo(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
        {
            if (view.Relation(child) == Deprel.det && view.Lower(child) == "no")
                return true;
            if (view.Relation(child) == Deprel.obj)
                foreach (var inner in view.Children(child))
                    if (view.Relation(inner) == Deprel.det && view.Lower(inner) is "no")
                        return true;
        }
        return view.Lemma(token) == "lack";
    }

    private static bool IsNoLonger(SentenceView view, int token)
    {
        foreach (var child in view.Children(token))
            if (view.Lower(child) == "longer")
                foreach (var inner in view.Children(child))
                    if (view.Lower(inner) == "no")
                        return true;
        return false;
    }
}
