using Demarche.Language;

namespace Demarche.Entities;

/// <summary>The words of a noun phrase around its head.</summary>
internal static class NounPhrase
{
    /// <summary>The first word that belongs to the phrase before its head: determiners, adjectives, compounds, possessors.</summary>
    public static int First(Sentence sentence, int head)
    {
        var first = head;
        foreach (var child in sentence.Children(head))
        {
            if (child >= head)
                break;
            if (sentence[child].Relation is Deprel.det or Deprel.amod or Deprel.compound or Deprel.nmod_poss or Deprel.nummod or Deprel.det_predet
                or Deprel.nmod_desc or Deprel.nmod or Deprel.flat or Deprel.advmod or Deprel.appos)
            {
                var begin = sentence.Extent(child).First;
                first = Math.Min(first, begin);
            }
        }
        // "at least 2,839 soldiers": the preposition is the number's.
        while (first < head && sentence[first].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADP && sentence[first + 1].Form is not ("least" or "most"))
            first++;
        return first;
    }

    /// <summary>The last word of the phrase with the "of" phrase that follows its head at once, if there is one.</summary>
    public static int LastWithOf(Sentence sentence, int head)
    {
        foreach (var child in sentence.Children(head))
        {
            if (child <= head || sentence[child].Relation != Deprel.nmod)
                continue;
            var marker = sentence.Child(child, Deprel.@case);
            if (marker == head + 1 && sentence[marker].Lemma is "of" or "for" or "in")
            {
                var (_, last) = Core(sentence, child);
                return last;
            }
        }
        return head;
    }

    /// <summary>A phrase's words without clauses and punctuation behind the head.</summary>
    public static (int First, int Last) Core(Sentence sentence, int head)
    {
        var last = head;
        foreach (var child in sentence.Children(head))
        {
            if (child > head && sentence[child].Relation is Deprel.flat or Deprel.compound or Deprel.@fixed)
                last = Math.Max(last, sentence.Extent(child).Last);
        }
        return (First(sentence, head), Math.Max(last, LastWithOf(sentence, head)));
    }

    /// <summary>The word among first..last whose head lies outside.</summary>
    public static int HeadOf(Sentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var head = sentence[i].Head;
            if ((head < first || head > last) && sentence[i].Upos is not (Upos.PUNCT or Upos.ADP or Upos.DET))
                return i;
        }
        return last;
    }

    /// <summary>Whether a determiner or possessor makes the phrase point back.</summary>
    public static bool IsDefinite(Sentence sentence, int head)
    {
        foreach (var child in sentence.Children(head))
            if (sentence[child].Relation == Deprel.det && sentence[child].Lemma is "the" or "this" or "that" or "these" or "those" or "both"
                || sentence[child].Relation == Deprel.nmod_poss)
                return true;
        return false;
    }
}
