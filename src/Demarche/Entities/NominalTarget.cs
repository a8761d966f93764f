using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>Descriptions that stand for something the tables know: "the government", "the French president", "the country".</summary>
internal static class NominalTarget
{
    private static readonly HashSet<string> Governments = new(StringComparer.Ordinal)
    {
        "government", "administration", "regime", "authorities", "country", "nation", "state",
    };

    public static ActorAnswer? Of(MentionDraft mention, SentenceList sentences, KnowledgeBase knowledge, string? story, DateOnly? date)
    {
        if (mention.Answer.Key is not null)
            return mention.Answer;
        var country = mention.Answer.Country;
        // "the president of Freedonia": whoever it is, not the one of the story's country.
        if (country is null && HasNamedOwner(mention, sentences[mention.Sentence]))
            return null;
        if (Governments.Contains(mention.Lemma) && (country is not null || mention.IsDefinite && !mention.IsPlural))
        {
            country ??= story;
            if (country is not null && knowledge.States.ByCode(country, date) is { } state && !HasOwnModifier(mention, sentences))
                return new() { Name = state.Name, Kind = EntityKind.State, Country = country, Key = "state:" + state.Code, Sectors = [] };
        }
        if (mention.Answer.Role is { Office: null } role && country is null && story is not null && mention.IsDefinite && !mention.IsPlural
            && knowledge.Names.Find(NameKey.Of(role.Title)) is [{ Role.Office: { } office }, ..]
            && knowledge.People.Holders($"{story}:{office}", date).FirstOrDefault() is ({ } holder, _))
            return PersonAtDate.Answer(holder, date);
        return null;
    }

    private static bool HasNamedOwner(MentionDraft mention, Sentence sentence)
    {
        foreach (var child in sentence.Children(mention.Head))
            if (sentence[child] is { Upos: Upos.PROPN, Relation: Deprel.nmod or Deprel.nmod_poss })
                return true;
        return false;
    }

    /// <summary>"the interim government", "a local government": not the state's government as such.</summary>
    private static bool HasOwnModifier(MentionDraft mention, SentenceList sentences)
    {
        var sentence = sentences[mention.Sentence];
        foreach (var child in sentence.Children(mention.Head))
            if (sentence[child].Relation is Deprel.amod or Deprel.compound && sentence[child].Lemma is "local" or "provincial" or "regional" or "interim" or "transitional"
                or "parallel" or "municipal" or "state" or "unity" or "rival")
                return true;
        return false;
    }
}
