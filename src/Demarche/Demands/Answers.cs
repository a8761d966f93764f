using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events.Grammar;
using Demarche.Language;

namespace Demarche.Demands;

/// <summary>Finds how demands were answered: words of Demands/answers.tsv, said of those who were asked, after the demand.</summary>
internal sealed class Answers(Dictionary<string, AnswerRule> rules, Parties parties)
{
    private const int Window = 30;
    private readonly List<Entity> _subjects = [];

    public void Find(SentenceView view, List<DemandDraft> drafts)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (Echo(view, token, drafts) is { } echoed)
            {
                _subjects.Clear();
                parties.Add(view, Frames.OfPredicate(view, token).Subject, _subjects);
                if (_subjects.Count > 0)
                    Answer(view, token, echoed, drafts, false);
                continue;
            }
            if (!rules.TryGetValue(view[token].Lemma, out var rule) || !view.IsVerb(token) || IsAsked(view, token, drafts) || AnswerOf(view, token, rule) is not { } answer)
                continue;
            var isDeadline = rule.Objects.Length > 0 && view.Lemma(token) is "expire" or "lapse" or "pass";
            if (rule.Objects.Length > 0 && !(isDeadline ? Subject(view, token, rule.Objects) : Has(view, token, rule.Objects)))
                continue;
            _subjects.Clear();
            if (!isDeadline)
            {
                parties.Add(view, Frames.OfPredicate(view, token).Subject, _subjects);
                if (_subjects.Count == 0)
                    continue;
            }
            Answer(view, token, answer, drafts, isDeadline);
        }
    }

    // "urged him to heed his call" is no answer, but what is asked.
    private static bool IsAsked(SentenceView view, int token, List<DemandDraft> drafts)
    {
        if (!view.IsToInfinitive(token))
            return false;
        for (var at = drafts.Count - 1; at >= 0 && drafts[at].Trigger.Sentence == view.Number; at--)
            if (drafts[at].Trigger.Token != token && drafts[at].Content.Contains(view[token].Span.Begin))
                return true;
        return false;
    }

    // "Gambia did so", "Gambia did not", right after the demand.
    private static DemandAnswer? Echo(SentenceView view, int token, List<DemandDraft> drafts)
    {
        if (view[token].Lemma != "do" || drafts.Count == 0 || view.Number - drafts[^1].Trigger.Sentence > 1 || view.Relation(token) is Deprel.aux or Deprel.aux_pass
            || view[token].Xpos is not ("VBD" or "VBN"))
            return null;
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obj or Deprel.xcomp or Deprel.ccomp)
                return null;
        if (view.IsNegated(token))
            return DemandAnswer.Refused;
        foreach (var child in view.Children(token))
            if (view.Lower(child) == "so" && child > token)
                return DemandAnswer.Met;
        return null;
    }

    private static DemandAnswer? AnswerOf(SentenceView view, int token, AnswerRule rule)
    {
        var isNegated = view.IsNegated(token);
        var head = view.Head(token);
        if (view.Relation(token) == Deprel.xcomp && head >= 0 && view.Lemma(head) is "refuse" or "decline" or "fail")
            isNegated = !isNegated;
        else if (!isNegated)
            foreach (var child in view.Children(token))
                if (view.Relation(child) == Deprel.aux && view.Lower(child) is "should" or "must" or "could" or "might" or "may" or "would")
                    return null;
        return isNegated ? rule.Negated : rule.Answer;
    }

    private void Answer(SentenceView view, int token, DemandAnswer answer, List<DemandDraft> drafts, bool isDeadline)
    {
        var at = view.Ref(token);
        var isFound = false;
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var draft = drafts[i];
            // "rejected Senegal's demand that …": the demand stands behind its answer.
            var isBehind = at.Sentence == draft.Trigger.Sentence && view.Relation(draft.Trigger.Token) is Deprel.obj or Deprel.obl && view.Head(draft.Trigger.Token) == token;
            if ((draft.Trigger.CompareTo(at) >= 0 && !isBehind) || at.Sentence - draft.Trigger.Sentence > Window || draft.AnswerTrigger is { } known && known.Sentence < at.Sentence)
                continue;
            // "agreed to order …" is no answer to what it contains.
            if (isDeadline ? draft.Deadline is null || isFound : !Concerns(draft))
                continue;
            draft.Answer = draft.Answer != DemandAnswer.Open && draft.Answer != answer ? DemandAnswer.Partly : answer;
            draft.AnswerTrigger = at;
            var (first, last) = view.Sentence.Extent(token);
            draft.AnswerSpan = view.Sentence.SpanOf(first, last);
            isFound = true;
        }
    }

    // Those who answer are those who were asked, or of their state.
    private bool Concerns(DemandDraft draft)
    {
        foreach (var subject in _subjects)
        {
            if (draft.By.Exists(by => by.Id == subject.Id))
                return false;
            foreach (var asked in draft.Of)
                if (asked.Id == subject.Id || (asked.Country is { } country && country == subject.Country && country.Length == 3 && country is not ("IGO" or "NGO") && MayAnswer(asked, subject)))
                    return true;
        }
        return false;
    }

    // An army, a court or a parliament answers for itself: what it does is no answer of its president.
    private static bool MayAnswer(Entity asked, Entity subject) =>
        subject.Kind == EntityKind.Person || subject.Sectors is not ["MIL" or "COP" or "JUD" or "LEG", ..] || asked.Sectors.Contains(subject.Sectors[0]);

    private static bool Has(SentenceView view, int token, string[] words)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.obj or Deprel.obl or Deprel.nsubj_pass && view.IsOneOf(child, words))
                return true;
        return false;
    }

    private static bool Subject(SentenceView view, int token, string[] words)
    {
        foreach (var child in view.Children(token))
            if (view.Relation(child) is Deprel.nsubj or Deprel.nsubj_pass && view.IsOneOf(child, words))
                return true;
        return false;
    }
}
