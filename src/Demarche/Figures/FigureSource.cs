using Demarche.Documents;
using Demarche.Entities;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Figures;

/// <summary>
/// Who counts, where no statement says so: the subject of a verb of counting ("the ministry counts 175 dead"), or the owner of a count
/// ("the ministry's tally of 175").
/// </summary>
internal sealed class FigureSource
{
    private readonly HashSet<string> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);

    public FigureSource(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Figures/sources"))
        {
            if (row["kind"] is not ("verb" or "noun"))
                throw row.Error($"'{row["kind"]}' is no kind of source: write verb or noun.");
            (row["kind"] == "verb" ? _verbs : _nouns).UnionWith(row.List("words"));
        }
    }

    /// <summary>The one who counts, or null.</summary>
    public Entity? Of(Sentence sentence, int number, int head, EntityLayer entities)
    {
        var node = head;
        for (var steps = 0; steps < 8 && node >= 0; steps++, node = sentence[node].Head)
        {
            ref readonly var token = ref sentence.Tokens.ItemRef(node);
            if (token.Upos == Upos.NOUN && _nouns.Contains(token.Lemma) && sentence.Child(node, Deprel.nmod_poss) is >= 0 and var owner)
                return Named(number, owner, entities);
            if (token.Upos is Upos.VERB && _verbs.Contains(token.Lemma) && node < head && sentence.Child(node, Deprel.nsubj) is >= 0 and var subject)
                return Owned(sentence, subject) is >= 0 and var possessor ? Named(number, possessor, entities) : Named(number, subject, entities);
        }
        return null;
    }

    /// <summary>"the ministry's count is 175": the owner of a count that is the subject.</summary>
    private int Owned(Sentence sentence, int subject) => _nouns.Contains(sentence[subject].Lemma) ? sentence.Child(subject, Deprel.nmod_poss) : -1;

    private static Entity? Named(int number, int token, EntityLayer entities) =>
        entities.HeadedAt(new TokenRef(number, token)) ?? entities.Covering(new TokenRef(number, token));
}
