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

    private readonly bool _isAnnounceable;

    public Polarity(Lexicon lexicon, string table = "Positions/governors")
    {
        // Who says that he will support somebody supports him; who says that he will ask has not asked.
        _isAnnounceable = table == "Positions/governors";
        foreach (var row in lexicon.Rows(table))
            foreach (var word in row.List("words"))
                _governors[word] = row["kind"];
    }

    public Holding Of(SentenceView view, int token)
    {
        // "have not …, allies of": a "not" that the parser hangs on a noun without a copula is another's.
        var isNegated = (view.IsNegated(token) && (view[token].Upos != Upos.NOUN || view.Sentence.Child(token, Deprel.cop) >= 0)) || HasNo(view, token) || IsNoLonger(view, token) || IsNever(view, token);
        var isPlanned = IsPossible(view, token) && !isNegated && !(_isAnnounceable && IsAnnounced(view, token));
        var isWithdrawn = false;
        var at = token;
        for (var steps = 0; steps < 5; steps++)
        {
            if (view.HasMark(at, "if") || view.HasMark(at, "unless") || view.HasMark(at, "whether"))
                return Holding.NotYet;
            // "rather than veto it", "instead of recognizing him"; "without condemning him".
            if (IsLeft(view, at))
                return Holding.NotYet;
            if (view.HasMark(at, "without") && view[at].Xpos == "VBG")
                return isNegated ? Holding.Held : Holding.Negated;
            var head = view.Head(at);
            if (head < 0 || !Governs(view, at, head))
                break;
            var kind = _governors.GetValueOrDefault(view.Lemma(head));
            // "has no confidence" is negated once.
            var isHeadNegated = (view.IsNegated(head) || HasNo(view, head)) && !(view.Relation(at) == Deprel.obj && HasNo(view, at));
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
                case "plan" or "ask" when view.Relation(at) != Deprel.obj || at != token:
                    isPlanned = true;
                    break;
                case "pledge" or "continue":
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

    /// <summary>Stands for "whoever says it" in <see cref="Asker"/>.</summary>
    public const int WhoSpeaks = -2;

    /// <summary>Who asks that something be done: the subject of the verb of asking above it, or who says that it must; -1 for nobody.</summary>
    public int Asker(SentenceView view, int token)
    {
        var at = token;
        for (var steps = 0; steps < 4; steps++)
        {
            if (IsObligation(view, at))
                return WhoSpeaks;
            var head = view.Head(at);
            if (head < 0)
                return -1;
            var lemma = view.Lemma(head);
            if (_governors.GetValueOrDefault(lemma) == "ask" && view.Relation(at) is not (Deprel.nsubj or Deprel.acl_relcl or Deprel.conj))
                return view.IsVerb(head) ? Subjects.Of(view, head) : Frames.NounSubject(view, head, 0);
            // "it is time for Mugabe to go", "it would be best if he went"
            if (lemma is "time" or "good" or "best" or "better" or "moment" or "come" && view.Relation(at) is Deprel.acl or Deprel.advcl or Deprel.csubj or Deprel.ccomp or Deprel.xcomp
                && (view.IsToInfinitive(at) || view.HasMark(at, "if")))
                return WhoSpeaks;
            if (view.Relation(at) is not (Deprel.xcomp or Deprel.conj or Deprel.obj or Deprel.obl or Deprel.acl or Deprel.ccomp or Deprel.nmod or Deprel.advcl))
                return -1;
            at = head;
        }
        return -1;
    }

    /// <summary>Whether a verb of asking above a token is denied or only planned.</summary>
    public bool IsAskingDenied(SentenceView view, int token)
    {
        var at = token;
        for (var steps = 0; steps < 4 && at >= 0; steps++)
        {
            if (view.IsNegated(at) || view.HasMark(at, "whether"))
                return true;
            if (_governors.GetValueOrDefault(view.Lemma(at)) == "ask")
                return Of(view, at) is Holding.NotYet or Holding.Negated;
            if (view.Relation(at) is not (Deprel.xcomp or Deprel.conj or Deprel.obj or Deprel.obl or Deprel.acl or Deprel.ccomp or Deprel.nmod or Deprel.advcl))
                return false;
            at = view.Head(at);
        }
        return false;
    }

    /// <summary>Whether the words say that something must or should be done; not that it should have been.</summary>
    public static bool IsObligation(SentenceView view, int token)
    {
        var found = false;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.aux)
            {
                if (view.Lower(child) is "have" or "has" or "had" && child < token)
                    return false;
                found |= view.Lower(child) is "must" or "should" or "ought";
            }
        if (found)
            return true;
        return view.Relation(token) is Deprel.xcomp && view.Head(token) is >= 0 and var head && view.IsToInfinitive(token)
            && (view.Lemma(head) is "have" or "need" or "ought") && view.Sentence.Child(head, Deprel.obj) < 0;
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

    private static bool IsLeft(SentenceView view, int token)
    {
        if (!view.IsVerb(token))
            return false;
        foreach (var child in view.Children(token))
            if (child < token && view.Lower(child) is "than" or "rather" or "instead" && view.Relation(child) is Deprel.mark or Deprel.@case or Deprel.cc or Deprel.advmod or Deprel.@fixed)
                return view.Lower(child) is not "rather" || (child + 1 < view.Count && view.Lower(child + 1) == "than");
        return false;
    }

    // "does not, and never will, accept"
    private static bool IsNever(SentenceView view, int token)
    {
        if (!view.IsVerb(token))
            return false;
        for (var at = token - 1; at >= 0 && at >= token - 4 && view[at].Upos is Upos.AUX or Upos.PUNCT or Upos.ADV or Upos.PART; at--)
            if (view.Lower(at) is "never")
                return true;
        return false;
    }

    // "will treat her as the leader": said of oneself without a condition, it is held.
    private static bool IsAnnounced(SentenceView view, int token)
    {
        var isWill = false;
        foreach (var child in view.Children(token))
        {
            if (view.Relation(child) == Deprel.aux && view.Lower(child) is "will" or "would" or "'ll" or "’ll" or "shall")
                isWill = view.Lower(child) is not "would" || view.Relation(token) == Deprel.ccomp;
            if (view.Relation(child) == Deprel.advcl && (view.HasMark(child, "if") || view.HasMark(child, "unless") || view.HasMark(child, "once") || view.HasMark(child, "when")))
                return false;
        }
        if (isWill && view.Relation(token) == Deprel.ccomp && !(view.Head(token) is >= 0 and var said && view.Lemma(said) is "say" or "announce" or "declare" or "state" or "tell" or "add" or "promise" or "pledge" or "confirm" or "insist" or "warn" or "vow" or "write" or "reply"))
            return false;
        for (var at = token; isWill && at >= 0; at = view.Head(at))
            foreach (var child in view.Children(at))
                if (view.Relation(child) == Deprel.advcl && (view.HasMark(child, "if") || view.HasMark(child, "unless")))
                    return false;
        return isWill;
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
