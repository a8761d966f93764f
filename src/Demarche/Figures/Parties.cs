using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Figures;

/// <summary>Tells who gives what is counted, and who gets it, from the verb that it hangs on.</summary>
internal sealed class Parties
{
    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gifts = new(StringComparer.Ordinal);

    public Parties(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Figures/transfers"))
        {
            if (row["how"] == "gift")
            {
                _gifts.UnionWith(row.List("words"));
                continue;
            }
            if (row["how"] is not ("give" or "get" or "buy" or "sell"))
                throw row.Error($"'{row["how"]}' is no way of giving: write give, get, buy, sell or gift.");
            foreach (var word in row.List("words"))
                _verbs[word] = row["how"];
        }
    }

    /// <summary>Giver and getter; either may be empty.</summary>
    public (ImmutableArray<Entity> From, ImmutableArray<Entity> To) Of(Sentence sentence, int number, int head, bool isMoney, EntityLayer entities)
    {
        var node = head;
        var nounTo = -1;
        var nounFrom = -1;
        for (var steps = 0; steps < 8; steps++)
        {
            if (sentence[node].Upos is not (Upos.VERB or Upos.AUX))
            {
                nounTo = nounTo >= 0 ? nounTo : ByCase(sentence, node, "to", "for");
                nounFrom = nounFrom >= 0 ? nounFrom : ByCase(sentence, node, "from", "by");
            }
            else if (_verbs.TryGetValue(sentence[node].Lemma, out var how))
                return Roles(sentence, node, how, isMoney, nounTo, nounFrom, entities, number, head);
            else if (sentence.Child(node, Deprel.nsubj) is >= 0 and var grown && _gifts.Contains(sentence[grown].Lemma))
            {
                // "China's loans to Venezuela had grown to $65 billion"
                var giver = sentence.Child(grown, Deprel.nmod_poss);
                return (Entity(sentence, giver >= 0 ? giver : ByCase(sentence, grown, "from", "by"), entities, number),
                    Entity(sentence, ByCase(sentence, grown, "to", "for"), entities, number));
            }
            else if (sentence[node].Relation is not (Deprel.xcomp or Deprel.conj or Deprel.advcl or Deprel.acl))
                break;
            if (sentence[node].Head < 0)
                break;
            node = sentence[node].Head;
        }
        return (Entity(sentence, nounFrom, entities, number), Entity(sentence, nounTo, entities, number));
    }

    /// <summary>Who did it to the people that are counted: "hurt by police", "the army killed 14 villagers".</summary>
    public static ImmutableArray<Entity> DoerOf(Sentence sentence, int number, int head, EntityLayer entities)
    {
        var node = head;
        for (var steps = 0; steps < 4 && sentence[node].Head >= 0; steps++)
        {
            var relation = sentence[node].Relation;
            var verb = sentence[node].Head;
            if (relation is Deprel.obj && sentence[verb].Upos == Upos.VERB)
                return Entity(sentence, Subject(sentence, verb), entities, number);
            if (relation is Deprel.nsubj_pass)
                return Entity(sentence, SpeakerReader.Agent(sentence, verb), entities, number);
            if (relation is not (Deprel.conj or Deprel.nummod))
                break;
            node = verb;
        }
        foreach (var child in sentence.Children(head))
            if (child > head && sentence[child].Relation == Deprel.acl && sentence[child].Xpos == "VBN")
                return Entity(sentence, SpeakerReader.Agent(sentence, child), entities, number);
        return [];
    }

    private static (ImmutableArray<Entity> From, ImmutableArray<Entity> To) Roles(
        Sentence sentence, int verb, string how, bool isMoney, int nounTo, int nounFrom, EntityLayer entities, int number, int amount)
    {
        var passive = sentence.Child(verb, Deprel.nsubj_pass) >= 0;
        var subject = passive ? sentence.Child(verb, Deprel.obl_agent) : Subject(sentence, verb);
        var to = nounTo >= 0 ? nounTo : sentence.Child(verb, Deprel.iobj);
        if (to < 0)
            to = ByCase(sentence, verb, "to", "for", "at", "into", "on", "against", "towards", "toward");
        var from = nounFrom >= 0 ? nounFrom : ByCase(sentence, verb, "from", "by");
        // "helped the country with billions"
        if (to < 0 && how is "give" && isMoney)
            to = sentence.Child(verb, Deprel.obj) is >= 0 and var helped && !sentence.IsUnder(amount, helped) ? helped : -1;
        var (giver, getter) = (how, isMoney) switch
        {
            ("give", _) => (subject, to),
            ("get", _) => (from, subject),
            ("buy", true) => (subject, from),
            ("buy", false) => (from, subject),
            ("sell", true) => (to, subject),
            _ => (subject, to),
        };
        return (Entity(sentence, giver, entities, number), Entity(sentence, getter, entities, number));
    }

    // The subject in the tree, that which the tree implies, or the noun that a participle or relative clause hangs on.
    private static int Subject(Sentence sentence, int verb)
    {
        for (var steps = 0; steps < 5 && verb >= 0; steps++)
        {
            var subject = sentence.Child(verb, Deprel.nsubj);
            if (subject >= 0 && !(sentence[subject].Is(Features.Rel) || sentence[subject].Lemma is "which" or "that" or "who"))
                return subject;
            foreach (var arc in sentence.Enhanced)
                if (arc.Head == verb && arc.Relation == Deprel.nsubj && arc.Dependent != subject)
                    return arc.Dependent;
            if (sentence[verb].Relation is Deprel.acl_relcl && sentence[verb].Head >= 0)
                return sentence[verb].Head;
            if (sentence[verb].Relation is not (Deprel.conj or Deprel.advcl or Deprel.xcomp or Deprel.ccomp))
                return -1;
            verb = sentence[verb].Head;
        }
        return -1;
    }

    // The noun with one of the prepositions that hangs on a node, or on a noun that does ("aid to", "in aid to").
    private static int ByCase(Sentence sentence, int node, params ReadOnlySpan<string> prepositions) => ByCase(sentence, node, 2, prepositions);

    private static int ByCase(Sentence sentence, int node, int depth, ReadOnlySpan<string> prepositions)
    {
        foreach (var preposition in prepositions)
            foreach (var child in sentence.Children(node))
                if (sentence[child].Relation is Deprel.obl or Deprel.nmod or Deprel.obl_agent && HasCase(sentence, child, preposition))
                    return child;
        if (depth > 0)
            foreach (var child in sentence.Children(node))
                if (sentence[child].Relation is Deprel.nmod or Deprel.obj or Deprel.conj or Deprel.obl && sentence[child].Upos is not Upos.VERB
                    && ByCase(sentence, child, depth - 1, prepositions) is >= 0 and var found)
                    return found;
        return -1;
    }

    private static bool HasCase(Sentence sentence, int noun, string preposition)
    {
        foreach (var mark in sentence.Children(noun))
            if (sentence[mark].Relation == Deprel.@case && sentence[mark].Lemma == preposition)
                return true;
        return false;
    }

    private static ImmutableArray<Entity> Entity(Sentence sentence, int token, EntityLayer entities, int number)
    {
        if (token < 0)
            return [];
        // "Russia, an ally that gave …": the name, not its apposition
        if (sentence[token].Relation == Deprel.appos && sentence[token].Head >= 0 && entities.HeadedAt(new TokenRef(number, sentence[token].Head)) is { } named)
            return [named];
        var owner = sentence.Child(token, Deprel.nmod_poss);
        var found = entities.HeadedAt(new TokenRef(number, token)) ?? entities.Covering(new TokenRef(number, token))
            ?? (owner < 0 ? null : entities.HeadedAt(new TokenRef(number, owner)) ?? entities.Covering(new TokenRef(number, owner)));
        if (found is null)
            return [];
        var all = ImmutableArray.Create(found);
        foreach (var child in sentence.Children(token))
            if (sentence[child].Relation == Deprel.conj && entities.HeadedAt(new TokenRef(number, child)) is { } other && !all.Contains(other))
                all = all.Add(other);
        return all;
    }
}
