using Demarche.Knowledge;

namespace Demarche.Entities.Phrases;

/// <summary>The countries that a phrase names by states, towns, regions and people.</summary>
internal sealed class PhraseCountries
{
    public PhraseCountries(KnowledgeBase knowledge, PhraseParts parts, KeyedWords words, int head, DateOnly? date)
    {
        for (var i = 0; i < parts.All.Count; i++)
        {
            var part = parts.All[i];
            var country = part.Kind switch
            {
                PartKind.State => part.Known!.State!.Country,
                PartKind.Place => part.Place!.Country,
                // "Putin's spokesman", "the killers of Boris Nemtsov": a person tells where, but not what he or she is.
                PartKind.Person when i != head => PersonAtDate.Answer(part.Known!.Person!, date).Country,
                // "Afghan refugees" is a role of its own in the tables, and names a nation.
                PartKind.Role when part.Last > part.First => NationOf(knowledge, words, part),
                _ => null,
            };
            if (country is null)
                continue;
            if (i < parts.HeadCount)
            {
                // The nation nearest to the noun tells: "the Turkish-backed Syrian fighters"; but a person says less than a state.
                if (OfHead is null || part.Kind == PartKind.State && part.Known!.StateName <= StateNameKind.National)
                    OfHead = country;
            }
            else if (OfComplements is null)
            {
                OfComplements = country;
            }
        }
    }

    private static string? NationOf(KnowledgeBase knowledge, KeyedWords words, Part part)
    {
        if (!char.IsUpper(words[part.First][0]))
            return null;
        foreach (var name in knowledge.Names.Find(words.KeyOf(part.First, part.First)))
            if (name.State is { } state && name.StateName == StateNameKind.Adjective)
                return state.Country;
        return null;
    }

    /// <summary>Of the head.</summary>
    public string? OfHead { get; }

    /// <summary>Of what follows it, the first.</summary>
    public string? OfComplements { get; }
}
