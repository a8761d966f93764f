using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>
/// Repairs what the tree gives for a verb of saying by the order of words: "CLAUSE, NP said", "CLAUSE, NP said, CLAUSE",
/// "NP said … that CLAUSE".
/// </summary>
internal static class Surface
{
    /// <summary>Completes the marked content, or marks one where the tree has none; false where there is none.</summary>
    public static bool Complete(SentenceReader reader, Cue cue, CueExtent extent, TextSpan? speaker, bool found)
    {
        var sentence = reader.Sentence;
        int first = extent.First, last = extent.Last;
        if (speaker is { } span && span.Begin >= sentence.Span.Begin && span.End <= sentence.Span.End)
        {
            first = Math.Min(first, reader.TokenFrom(span.Begin));
            last = Math.Max(last, reader.TokenFrom(span.End) - 1);
        }
        else if (found)
            return true;
        else
            return Behind(reader, cue, extent);
        var marked = found ? reader.FirstMarked() : -1;
        var isSetOff = first > 0 && IsComma(sentence[first - 1]);
        if (isSetOff && (marked >= 0 && marked < first || (IsFloating(sentence, extent, last) && Start(reader, first) < first - 2)))
        {
            // "…, he said" and "…, he said, …": everything before it is said, whatever the tree hangs it on
            if (marked >= 0 && marked < first || !IsPhraseOf(sentence, extent.Top, first))
                reader.Mark(Start(reader, first), first - 2);
            if (!found && last + 1 < sentence.Count && IsComma(sentence[last + 1]))
                reader.Mark(last + 2, sentence.Count - 1);
            return true;
        }
        if (found && marked > extent.Last)
            FillGap(reader, cue, extent, marked);
        return found || Behind(reader, cue, extent);
    }

    /// <summary>Whether the clause that names the speaker is set off on both sides: "…, the army said."</summary>
    private static bool IsFloating(Sentence sentence, CueExtent extent, int last)
    {
        var end = Math.Max(last, extent.Last);
        for (var i = end + 1; i < sentence.Count; i++)
        {
            if (sentence[i].Upos == Upos.PUNCT)
                return true;
            // a time or place may follow: "…, the army said on Tuesday."
            if (i > end + 8 || sentence[i].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ || sentence[i].Upos == Upos.PRON)
                return false;
        }
        return true;
    }

    /// <summary>Where the words before the cue's clause begin: the sentence, behind "and" of an earlier clause.</summary>
    private static int Start(SentenceReader reader, int before)
    {
        var start = 0;
        while (start < before && reader.Sentence[start].Upos == Upos.PUNCT)
            start++;
        return start;
    }

    /// <summary>"said at a rally that …": the tree may have hung the clause on the rally.</summary>
    private static bool Behind(SentenceReader reader, Cue cue, CueExtent extent)
    {
        var sentence = reader.Sentence;
        for (var i = extent.Last + 1; i < sentence.Count; i++)
        {
            if (sentence[i].Form == ";" || (sentence[i].Relation == Deprel.conj && sentence[i].Upos == Upos.VERB && sentence[i].Head <= extent.Last))
                return false;
            if (sentence[i].Form != "that" || sentence[i].Relation != Deprel.mark)
                continue;
            reader.Clear();
            reader.Mark(i, sentence[i].Head < i ? sentence.Count - 1 : Math.Max(sentence.Extent(sentence[i].Head).Last, i));
            return true;
        }
        return !cue.Takes(CueFrames.Object | CueFrames.TellTo | CueFrames.ObjectTo | CueFrames.To) && Rest(reader, extent);
    }

    /// <summary>"NP said NP …": a clause whose verb the tree has not seen.</summary>
    private static bool Rest(SentenceReader reader, CueExtent extent)
    {
        var sentence = reader.Sentence;
        var next = extent.Last + 1;
        if (next + 3 >= sentence.Count || sentence[next].Upos is not (Upos.DET or Upos.PRON or Upos.PROPN or Upos.NOUN or Upos.NUM or Upos.ADJ)
            || (sentence[next].Head == extent.Top && sentence[next].Relation is Deprel.nsubj or Deprel.obl_unmarked))
            return false;
        var hasVerb = false;
        foreach (var child in sentence.Children(extent.Top))
            if (child > extent.Last && sentence[child].Relation is Deprel.obj or Deprel.iobj or Deprel.xcomp or Deprel.obl or Deprel.dep)
                reader.Mark(child);
        for (var i = next; i < sentence.Count && !hasVerb; i++)
            hasVerb = reader.IsMarked(i) && sentence[i].Upos is Upos.VERB or Upos.AUX;
        return hasVerb && reader.FirstMarked() == next;
    }

    /// <summary>"said [the envoy's letter] was late": the subject of the clause may have been torn off.</summary>
    private static void FillGap(SentenceReader reader, Cue cue, CueExtent extent, int marked)
    {
        var sentence = reader.Sentence;
        var next = extent.Last + 1;
        if (next >= marked || cue.Takes(CueFrames.TellTo | CueFrames.ObjectTo | CueFrames.Told) || sentence[next].Upos is Upos.ADP or Upos.PUNCT or Upos.ADV or Upos.PART or Upos.CCONJ)
            return;
        foreach (var child in sentence.Children(extent.Top))
            if (child > extent.Last && child < marked && sentence[child].Relation is Deprel.nsubj or Deprel.obl_unmarked or Deprel.obl or Deprel.advmod or Deprel.iobj)
                return;
        reader.Mark(next, marked - 1);
    }

    /// <summary>Whether nothing but one phrase of the verb stands before its clause: "In a letter, he said, …".</summary>
    private static bool IsPhraseOf(Sentence sentence, int verb, int first)
    {
        for (var i = 0; i < first - 1; i++)
            if (sentence[i].Upos is Upos.VERB or Upos.AUX)
                return false;
        foreach (var child in sentence.Children(verb))
            if (child < first && sentence[child].Relation is Deprel.obl or Deprel.obl_unmarked or Deprel.advmod)
                return true;
        return false;
    }

    private static bool IsComma(in Token token) => token.Form is "," or "-" or "—" or "–" or "--";
}
