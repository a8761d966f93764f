using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>Nouns that take up the name of a body of their kind ("the group", "the company"): Entities/body-nouns.tsv. Immutable.</summary>
internal sealed class BodyNouns
{
    private const int Window = 3;
    private readonly Dictionary<string, string[]> _fits = new(StringComparer.Ordinal);

    private BodyNouns(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows("Entities/body-nouns"))
            _fits[row["noun"]] = row.List("fits");
    }

    /// <summary>Reads the table.</summary>
    public static BodyNouns Load(Lexicon lexicon) => lexicon.Once(static lexicon => new BodyNouns(lexicon));

    /// <summary>The named body that the noun takes up: the latest of its kind, a subject before others of its sentence; null for none.</summary>
    public Chain? Antecedent(MentionDraft noun, List<Chain> chains, SentenceList sentences)
    {
        if (noun.IsPlural || !_fits.TryGetValue(noun.Lemma, out var fits) || HasModifier(noun, sentences[noun.Sentence]))
            return null;
        Chain? best = null;
        var bestRank = -1;
        foreach (var chain in chains)
        {
            if (chain.NameKey is null || chain.Kind is not (EntityKind.Organization or EntityKind.Group) || !Fits(chain, fits))
                continue;
            foreach (var mention in chain.Mentions)
            {
                if (noun.Sentence - mention.Sentence is var distance && (distance is < 0 or > Window || distance == 0 && mention.Head >= noun.First))
                    continue;
                var isSubject = sentences[mention.Sentence][mention.Head].Relation is Deprel.nsubj or Deprel.nsubj_pass;
                var rank = (Window - distance) * 2 + (isSubject ? 3 : 0);
                if (rank >= bestRank)
                    (best, bestRank) = (chain, rank);
            }
        }
        return best;
    }

    private static bool Fits(Chain chain, string[] fits)
    {
        var (sectors, country) = (chain.Answer.Sectors, chain.Answer.Country);
        foreach (var fit in fits)
            if (sectors.Contains(fit) || country == fit || fit == "group" && chain.Kind == EntityKind.Group || fit == "unknown" && sectors.Count == 0 && country is null)
                return true;
        return false;
    }

    /// <summary>"The armed group", "the Brussels-based group" may point back; "the other group", "a rights group in Lima" do not.</summary>
    private static bool HasModifier(MentionDraft noun, Sentence sentence)
    {
        foreach (var child in sentence.Children(noun.Head))
            if (sentence[child].Lemma is "other" or "another" or "each" or "every" or "rival" || sentence[child].Relation is Deprel.nmod or Deprel.nmod_poss or Deprel.acl_relcl)
                return true;
        return false;
    }
}
