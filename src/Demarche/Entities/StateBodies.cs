using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>Bodies that every state has ("the army", "the Foreign Ministry"), named without their country: Entities/state-bodies.tsv. Immutable.</summary>
internal sealed class StateBodies
{
    private readonly Dictionary<string, (string[] Before, bool MustHave)> _nouns = new(StringComparer.Ordinal);

    private StateBodies(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Entities/state-bodies"))
            _nouns[row["noun"]] = (row["before"].TrimStart('+').Split('|'), row["before"].StartsWith('+'));
    }

    /// <summary>Reads the table.</summary>
    public static StateBodies Load(Lexicon lexicon) => lexicon.Once(static lexicon => new StateBodies(lexicon));

    /// <summary>Whose body it is; null where it is none, its words say whose, or nothing tells.</summary>
    public string? CountryOf(MentionDraft mention, List<MentionDraft> mentions, SentenceList sentences, string? story)
    {
        if (mention.Answer is not { Key: null, Country: null, Sectors: ["GOV" or "MIL" or "COP" or "LEG" or "JUD", ..] } || mention.CountryOwner is not null)
            return null;
        var sentence = sentences[mention.Sentence];
        var noun = Noun(mention, sentence);
        if (!_nouns.TryGetValue(noun, out var known) || (mention.IsPlural && noun is not ("forces" or "police")) || !IsTheOne(mention, sentence, known.Before, known.MustHave))
            return null;
        foreach (var other in mentions)
            if (other != mention && other.Sentence == mention.Sentence && other.Answer.Country is { Length: 3 } own && (IsInside(other, mention) || IsWhere(other, mention, sentence)))
                return own;
        if (sentence.Child(mention.Head, Deprel.nmod) >= 0 || sentence.Child(mention.Head, Deprel.nmod_poss) >= 0)
            return null;
        return OfClause(mention, mentions, sentence) ?? story;
    }

    private static string Noun(MentionDraft mention, Sentence sentence)
    {
        for (var at = mention.First + 1; at < mention.Last; at++)
            if (sentence[at].Form == "of")
                return sentence[at - 1].Lemma.ToLowerInvariant();
        var last = sentence[mention.Form == MentionForm.Name ? mention.Last : mention.Head];
        return last.Form.Equals("forces", StringComparison.OrdinalIgnoreCase) ? "forces" : last.Lemma.ToLowerInvariant();
    }

    // "a ministry" is any.
    private static bool IsTheOne(MentionDraft mention, Sentence sentence, string[] before, bool mustHave)
    {
        if (mention.Form == MentionForm.Nominal && !mention.IsDefinite && sentence.Child(mention.Head, Deprel.det) >= 0)
            return false;
        var any = before is ["any"];
        for (var at = mention.First; at < mention.Head && !any; at++)
        {
            if (sentence[at].Upos is Upos.DET or Upos.PUNCT or Upos.PART)
                continue;
            var isKnown = before.Contains(sentence[at].Form, StringComparer.OrdinalIgnoreCase);
            // A name before it is whose it is.
            if (!isKnown && sentence[at].Upos != Upos.PROPN && mention.Form == MentionForm.Nominal)
                return false;
            mustHave &= !isKnown;
        }
        return any || !mustHave;
    }

    private static bool IsInside(MentionDraft other, MentionDraft mention) => other.First >= mention.First && other.Last <= mention.Last;

    // "Sudan's Foreign Ministry", "the army in Juba", "the parliament in Lima"
    private static bool IsWhere(MentionDraft other, MentionDraft mention, Sentence sentence) =>
        (sentence[other.Head].Relation == Deprel.nmod_poss && sentence[other.Head].Head == mention.Head && other.Answer.Kind == EntityKind.State)
        || other.First > mention.Last && sentence[other.Head] is { Relation: Deprel.nmod } && sentence[other.Head].Head == mention.Head
        && sentence.Child(other.Head, Deprel.@case) is >= 0 and var preposition && sentence[preposition].Lemma is "in" or "of";

    // "Poland recalled its envoy, the foreign ministry said."
    private static string? OfClause(MentionDraft mention, List<MentionDraft> mentions, Sentence sentence)
    {
        if (sentence[mention.Head].Relation != Deprel.nsubj)
            return null;
        var verb = sentence[mention.Head].Head;
        var clause = sentence[verb].Relation == Deprel.parataxis ? sentence[verb].Head : sentence.Child(verb, Deprel.ccomp);
        if (clause < 0)
            return null;
        var subject = sentence.Child(clause, Deprel.nsubj);
        foreach (var other in mentions)
            if (subject >= 0 && other.Sentence == mention.Sentence && other.Head == subject && other != mention)
                return other.Answer is { Kind: EntityKind.State, Country: { Length: 3 } country } ? country : null;
        return null;
    }
}
