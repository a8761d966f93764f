using Demarche.Language;

namespace Demarche.Statements;

/// <summary>How far a verb's cue reaches: auxiliaries, adverbs, negation, and verbs that only lengthen it ("tried to argue").</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
/// <param name="Top">The verb whose subject speaks.</param>
/// <param name="Negated">Whether the cue says that it was not said.</param>
internal readonly record struct CueExtent(int First, int Last, int Top, bool Negated)
{
    /// <summary>The extent of the cue whose verb stands at a token.</summary>
    public static CueExtent Of(Sentence sentence, CueTable cues, int verb, int last)
    {
        int first = verb, top = verb;
        var negated = false;
        for (var steps = 0; steps < 6; steps++)
        {
            first = Leftward(sentence, top, first, ref negated);
            var (head, relation) = (sentence[top].Head, sentence[top].Relation);
            if (relation != Deprel.xcomp || head < 0 || head >= first || first - head > 3
                || cues.Verb(sentence[head].Lemma) is not { } chain || !chain.Takes(CueFrames.Chain) || !OnlyAdverbs(sentence, head + 1, first))
                break;
            negated |= chain.Takes(CueFrames.Denies);
            top = first = head;
        }
        return new(first, last, top, negated);
    }

    private static int Leftward(Sentence sentence, int verb, int first, ref bool negated)
    {
        for (var i = first - 1; i >= 0; i--)
        {
            ref readonly var token = ref sentence.Tokens.ItemRef(i);
            var isOwn = token.Head == verb && token.Relation is Deprel.aux or Deprel.aux_pass or Deprel.cop
                || (token.Head == verb && token.Relation is Deprel.advmod && token.Xpos is not ("WRB" or "IN") && token.Form is not ("so" or "So"))
                || (token.Relation is Deprel.mark or Deprel.aux && token.Head == verb && token.Lemma == "to")
                || (Verbs.IsNegation(token) && token.Upos is Upos.PART or Upos.ADV);
            if (!isOwn)
                break;
            negated |= Verbs.IsNegation(token);
            first = i;
        }
        return first;
    }

    private static bool OnlyAdverbs(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence[i].Upos is not (Upos.ADV or Upos.PART))
                return false;
        return true;
    }
}
