using Demarche.Language;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>
/// Tells by the verb that a time hangs on whether it lies behind or ahead of the day of publication. Where the sentence has no tree,
/// by the words before it.
/// </summary>
internal sealed class Tense(TimeWords words)
{
    /// <summary>The direction of the time between two tokens, both inclusive.</summary>
    public Direction Of(Sentence sentence, int token, int last)
    {
        var overNoun = false;
        var infinitive = false;
        var node = token;
        for (var steps = 0; steps < 24; steps++)
        {
            ref readonly var current = ref sentence.Tokens.AsSpan()[node];
            if ((node < token || node > last) && current.Upos is Upos.NOUN or Upos.PROPN)
            {
                overNoun = true;
                if (Is(current, words.Plans) && steps <= 3)
                    return Direction.Future;
            }
            var direction = Judge(sentence, node, token, overNoun, ref infinitive);
            if (direction != Direction.Unknown)
                return direction;
            if (current.Head < 0)
                break;
            node = current.Head;
        }
        return infinitive ? Direction.Future : Scan(sentence, token);
    }

    private Direction Judge(Sentence sentence, int node, int token, bool overNoun, ref bool infinitive)
    {
        ref readonly var current = ref sentence.Tokens.AsSpan()[node];
        bool have = false, past = false, present = false, to = false, modal = false, auxiliary = false;
        foreach (var child in sentence.Children(node))
        {
            ref readonly var word = ref sentence.Tokens.AsSpan()[child];
            if (word.Relation is Deprel.aux or Deprel.aux_pass or Deprel.cop && word.Upos == Upos.AUX)
            {
                auxiliary = true;
                modal |= Is(word, words.Modals);
                have |= word.Lemma == "have";
                past |= word.Is(Features.Past) && !word.Is(Features.Part);
                present |= word.Is(Features.Pres);
            }
            to |= word.Relation == Deprel.mark && word.Lemma == "to";
        }
        if (modal)
            return have ? Direction.Past : Direction.Future;
        var isVerb = current.Upos is Upos.VERB or Upos.AUX;
        if (node == token && !auxiliary)
            return Direction.Unknown;
        if (!isVerb && !auxiliary)
            return current.Upos == Upos.ADJ && Is(current, words.Plans) ? Direction.Future : Direction.Unknown;
        var plans = Is(current, words.Plans) || (infinitive && current is { Lemma: "go", Xpos: "VBG" });
        // "plans to leave on Friday", "is to leave on Friday", "scheduled for Friday"
        if (plans && (infinitive || overNoun || current.Xpos is "VBN" || current.Upos == Upos.ADJ))
            return Direction.Future;
        if (Is(current, words.Asks) && (infinitive || (overNoun && HasEventNoun(sentence, node, token))))
            return Direction.Future;
        if (Is(current, words.Asks) && HasEventNoun(sentence, node, token))
            return Direction.Future;
        if (have)
            return Direction.Past;
        if (to && !auxiliary)
        {
            infinitive = true;
            return Direction.Unknown;
        }
        if (infinitive && current.Lemma == "be")
            return Direction.Future;
        if (past)
            return Direction.Past;
        if (present)
            return current.Xpos == "VBG" ? Direction.Future : Direction.Present;
        if (current.Xpos is "VBD")
            return Direction.Past;
        if (current.Xpos is "VBZ" or "VBP")
            return Direction.Present;
        if (current.Xpos == "VBN")
            return Direction.Past;
        return Direction.Unknown;
    }

    private bool HasEventNoun(Sentence sentence, int verb, int token)
    {
        for (var i = verb + 1; i < token; i++)
            if (sentence[i].Upos is not Upos.VERB && Is(sentence[i], words.EventNouns))
                return true;
        return false;
    }

    /// <summary>Without a tree: a modal, or a plan with "to", in the words before; else what follows.</summary>
    private Direction Scan(Sentence sentence, int token)
    {
        for (var i = token - 1; i >= 0 && i > token - 16; i--)
        {
            ref readonly var word = ref sentence.Tokens.AsSpan()[i];
            if (word.Form is ";" or ":")
                break;
            if (Is(word, words.Modals))
                return i + 1 < sentence.Count && sentence[i + 1].Lemma == "have" ? Direction.Past : Direction.Future;
            if (Is(word, words.Plans) && i + 1 < token && sentence[i + 1].Form is "to" or "for")
                return Direction.Future;
        }
        for (var i = token + 1; i < sentence.Count && i < token + 8; i++)
            if (sentence[i].Form is "will" or "shall")
                return Direction.Future;
        return Direction.Unknown;
    }

    private bool Is(in Token token, int @class) =>
        words.Vocabulary.Is(words.Vocabulary.Find(token.Lemma), @class) || (token.Upos == Upos.X && words.Vocabulary.Is(words.Vocabulary.Find(token.Form), @class));
}
