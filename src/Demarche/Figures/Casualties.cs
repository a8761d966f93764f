using Demarche.Language;
using Demarche.Numerals;

namespace Demarche.Figures;

/// <summary>Tells what happened to the people that a number counts: by the verb that they hang on, and by the words around.</summary>
internal sealed class Casualties(FigureWords words)
{
    private const int Reach = 9;

    /// <summary>The kind, or null where nothing of the sort happened to them.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">The number's first token.</param>
    /// <param name="number">The number's last token.</param>
    /// <param name="noun">The counted noun's token, or -1.</param>
    /// <param name="lead">The first token of the qualifier before the number, else the number's first.</param>
    public FigureKind? Of(Sentence sentence, int first, int number, int noun, int lead)
    {
        if (noun >= 0 && words.ValueOf(sentence[noun], words.Noun) is var own and not Vocabulary.Absent)
            return (FigureKind)own;
        if (noun >= 0 && words.Is(sentence[noun], words.Life))
            return ByVerbBefore(sentence, lead, words.Lives);
        if (noun >= 0 && words.Is(sentence[noun], words.Inanimate))
            return null;
        return ByVerbBefore(sentence, lead, words.Object) ?? ByAdjective(sentence, number, noun) ?? ByWordAfter(sentence, number, noun) ?? ByTree(sentence, noun >= 0 ? noun : number, noun >= 0)
            ?? (noun >= 0 ? ByTree(sentence, number, false) : null) ?? (noun < 0 || words.Is(sentence[noun], words.Person) ? ByToll(sentence, first) : null);
    }

    // "killing at least 14", "wounded dozens"
    private FigureKind? ByVerbBefore(Sentence sentence, int lead, int verbs)
    {
        var at = lead - 1;
        while (at >= 0 && (sentence[at].Upos is Upos.DET or Upos.ADV || words.Is(sentence[at], words.More)))
            at--;
        if (at < 0 || (verbs == words.Object && sentence[at].Upos is not (Upos.VERB or Upos.X)))
            return null;
        return Kind(words.ValueOf(sentence[at], verbs));
    }

    // "1,600 dead civilians", "431 injured officers"
    private FigureKind? ByAdjective(Sentence sentence, int number, int noun)
    {
        for (var at = number + 1; at < noun; at++)
            if (Kind(words.Vocabulary.Value(words.Vocabulary.Find(sentence[at].Form), words.After)) is { } kind)
                return kind;
        return null;
    }

    // "14 dead", "50 people were arrested", "14 people have been reported killed"
    private FigureKind? ByWordAfter(Sentence sentence, int number, int noun)
    {
        var at = Math.Max(number, noun) + 1;
        for (var steps = 0; at < sentence.Count && steps < Reach; at++, steps++)
        {
            ref readonly var token = ref sentence.Tokens.AsSpan()[at];
            if (words.Vocabulary.Value(words.Vocabulary.Find(token.Form), words.After) is var kind and not Vocabulary.Absent && !IsActive(sentence, at))
                return (FigureKind)kind;
            // "four civilians and eight soldiers dead"
            if (noun >= 0 && words.Is(sentence[noun], words.Person) && token.Upos == Upos.NUM && sentence[at - 1].Upos == Upos.CCONJ
                && at + 1 < sentence.Count && words.Is(sentence[at + 1], words.Person))
            {
                at++;
                continue;
            }
            if (token.Form is "(" && at == Math.Max(number, noun) + 1)
                continue;
            if (token.Upos == Upos.NUM || !words.Is(token, words.Passing) || token.Form is ",")
                return null;
        }
        return null;
    }

    // "killed" with an object of its own is what they did, not what was done to them.
    private bool IsActive(Sentence sentence, int verb) =>
        sentence[verb].Upos == Upos.VERB && sentence.Child(verb, Deprel.obj) >= 0 && sentence.Child(verb, Deprel.aux_pass) < 0 && !words.Is(sentence[verb], words.Subject);

    private FigureKind? ByTree(Sentence sentence, int node, bool hasNoun)
    {
        // Without a noun a number in apposition is an age or the like.
        for (var steps = 0; hasNoun && steps < 6 && sentence[node].Relation is Deprel.conj or Deprel.appos && sentence[node].Head >= 0 && sentence[sentence[node].Head].Upos is not Upos.VERB; steps++)
            node = sentence[node].Head;
        foreach (var child in sentence.Children(node))
            if (sentence[child].Relation is Deprel.acl or Deprel.amod && sentence[child].Xpos == "VBN" && child > node && child <= node + 6 && Kind(words.ValueOf(sentence[child], words.Object)) is { } done)
                return done;
        var head = sentence[node].Head;
        if (head < 0)
            return null;
        return sentence[node].Relation switch
        {
            Deprel.obj or Deprel.nsubj_pass => Kind(words.ValueOf(sentence[head], words.Object)),
            Deprel.nsubj => Kind(words.ValueOf(sentence[head], words.Subject)),
            _ => null,
        };
    }

    // "the death toll rose to 26"
    private FigureKind? ByToll(Sentence sentence, int first)
    {
        for (var at = first - 1; at >= 0 && at >= first - 7; at--)
        {
            if (words.ValueOf(sentence[at], words.Toll) is var kind and not Vocabulary.Absent)
                return (FigureKind)kind;
            if (sentence[at].Upos is Upos.PUNCT or Upos.NUM)
                return null;
        }
        return null;
    }

    private static FigureKind? Kind(int value) => value == Vocabulary.Absent ? null : (FigureKind)value;
}
