using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Finds the words that name a speaker.</summary>
internal sealed class SpeakerReader(CueTable cues)
{
    /// <summary>The subject of a verb, taken over from the verb that it hangs on where it has none of its own; -1 for none.</summary>
    public int Subject(Sentence sentence, int verb, bool isPassive = false)
    {
        if (isPassive)
            return Agent(sentence, verb);
        if (sentence[verb].Relation == Deprel.conj && Beside(sentence, verb) is var beside and >= 0)
            return beside;
        var at = verb;
        for (var steps = 0; steps < 8; steps++)
        {
            foreach (var child in sentence.Children(at))
                if (sentence[child].Relation is Deprel.nsubj or Deprel.nsubj_outer || (sentence[child].Relation == Deprel.nsubj_pass && at != verb))
                    return child;
            var (head, relation) = (sentence[at].Head, sentence[at].Relation);
            switch (relation)
            {
                case Deprel.conj or Deprel.advcl or Deprel.parataxis when head >= 0:
                    at = head;
                    // "he said that A, adding that B": who adds is who said
                    if (at < verb && relation == Deprel.advcl && cues.Is("aside", sentence[verb].Lemma) && sentence[at].Relation == Deprel.ccomp && sentence[at].Head >= 0)
                        at = sentence[at].Head;
                    break;
                case Deprel.xcomp or Deprel.ccomp when head >= 0:
                    if (relation == Deprel.ccomp && sentence[at].Is(Features.Fin))
                        return -1;
                    var @object = sentence.Child(head, Deprel.obj);
                    if (@object >= 0 && @object < at && !IsSubjectControl(sentence[head].Lemma))
                        return @object;
                    at = head;
                    break;
                case Deprel.acl or Deprel.acl_relcl when head >= 0:
                    return head;
                default:
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>The name or pronoun that stands between "and" and a verb whose subject the tree has hung elsewhere: "and [South Korea] says".</summary>
    private static int Beside(Sentence sentence, int verb)
    {
        if (sentence.Child(verb, Deprel.nsubj) >= 0 || sentence.Child(verb, Deprel.nsubj_pass) >= 0)
            return -1;
        var at = verb - 1;
        while (at >= 0 && sentence[at].Upos is Upos.ADV or Upos.AUX)
            at--;
        var last = at;
        while (at >= 0 && sentence[at].Upos is Upos.PROPN)
            at--;
        if (at == last && at >= 0 && sentence[at].Upos == Upos.PRON && sentence[at].Is(Features.Nom))
            at--;
        return at >= 0 && at < last && sentence[at].Upos is Upos.CCONJ ? last : -1;
    }

    /// <summary>The "by" phrase of a passive verb, or -1.</summary>
    public static int Agent(Sentence sentence, int verb)
    {
        foreach (var child in sentence.Children(verb))
        {
            if (sentence[child].Relation == Deprel.obl_agent)
                return child;
            if (sentence[child].Relation is not (Deprel.obl or Deprel.nmod))
                continue;
            foreach (var grandchild in sentence.Children(child))
                if (sentence[grandchild].Relation == Deprel.@case && sentence[grandchild].Lemma == "by")
                    return child;
        }
        return -1;
    }

    /// <summary>The speaker named by the phrase of <paramref name="head"/>, as far as it lies outside the cue.</summary>
    public Speaker Read(SentenceReader reader, int head, int cueFirst, int cueLast)
    {
        if (head < 0)
            return Speaker.Nobody;
        var sentence = reader.Sentence;
        int first = head, last = head;
        Extend(sentence, head, head, cueFirst, cueLast, ref first, ref last, 0);
        if (head < cueFirst)
            last = Math.Min(last, cueFirst - 1);
        else if (head > cueLast)
            first = Math.Max(first, cueLast + 1);
        if (reader.Sentence[first].Relation == Deprel.@case && first < head && sentence[first].Upos == Upos.ADP)
            first++;
        while (first < head && sentence[first].Upos is Upos.PUNCT or Upos.CCONJ)
            first++;
        if (last < cueFirst)
            last = ToCue(sentence, last, cueFirst);
        while (last > head && sentence[last].Upos == Upos.PUNCT && sentence[last].Form is not (")" or "]"))
            last--;
        var token = sentence[head];
        var antecedent = head;
        if (token.Lemma is "who" or "which" or "that" && token.Upos is Upos.PRON or Upos.SCONJ && token.Head >= 0
            && sentence[token.Head].Relation == Deprel.acl_relcl && sentence[token.Head].Head >= 0)
            antecedent = sentence[token.Head].Head;
        return new(new(reader.Number, antecedent), sentence.SpanOf(first, last), IsAnonymous(sentence, antecedent, first, last));
    }

    /// <summary>Whether the words describe a source without naming it.</summary>
    public bool IsAnonymous(Sentence sentence, int head, int first, int last)
    {
        if (!cues.Is("anonymous", sentence[head].Lemma) || sentence[head].Upos == Upos.PROPN)
            return false;
        for (var i = Math.Min(first, head); i <= last && i < sentence.Count; i++)
            if (sentence[i].Upos == Upos.PROPN && sentence[i].Relation is Deprel.appos or Deprel.flat or Deprel.nsubj)
                return false;
        return true;
    }

    /// <summary>Takes in the rest of a name that the tree has torn apart: "Rep. [Ann Lee (D-Ohio)] said".</summary>
    private static int ToCue(Sentence sentence, int last, int cueFirst)
    {
        for (var i = last + 1; i < cueFirst; i++)
            if (sentence[i].Upos is not (Upos.PROPN or Upos.NOUN or Upos.NUM or Upos.X or Upos.SYM) && sentence[i].Form is not ("(" or ")" or "-" or "." or "[" or "]" or "of"))
                return last;
        return cueFirst - 1;
    }

    /// <summary>Widens to what hangs on the head, leaving out clauses that hold the cue.</summary>
    private static void Extend(Sentence sentence, int token, int head, int cueFirst, int cueLast, ref int first, ref int last, int depth)
    {
        if (depth > 100)
            return;
        foreach (var child in sentence.Children(token))
        {
            if (sentence[child].Relation is Deprel.acl or Deprel.acl_relcl or Deprel.parataxis or Deprel.cc && token == head)
            {
                var (from, to) = sentence.Extent(child);
                if (from <= cueLast && cueFirst <= to)
                    continue;
                if (sentence[child].Relation == Deprel.parataxis || (sentence[child].Relation == Deprel.cc && child < head))
                    continue;
            }
            if (child >= cueFirst && child <= cueLast)
                continue;
            first = Math.Min(first, child);
            last = Math.Max(last, child);
            Extend(sentence, child, head, cueFirst, cueLast, ref first, ref last, depth + 1);
        }
    }

    private static bool IsSubjectControl(string lemma) => lemma is "promise" or "use" or "take" or "make" or "hold" or "release" or "issue";
}
