using Demarche.Knowledge;

namespace Demarche.Entities.Phrases;

/// <summary>A phrase in parts, with its head part and what it is read for.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Words">The words.</param>
/// <param name="Head">The part that the phrase is about.</param>
/// <param name="Date">The day.</param>
/// <param name="Story">The country that the text is about.</param>
internal sealed record Phrase(PhraseParts Parts, KeyedWords Words, int Head, DateOnly? Date, string? Story)
{
    /// <summary>The countries that the phrase names.</summary>
    public required PhraseCountries Countries { get; init; }

    /// <summary>The country that the head names beside its noun: "the French foreign minister".</summary>
    public string? HeadCountry => Countries.OfHead;

    /// <summary>The country that the phrase names anywhere, the head's first.</summary>
    public string? Country => Countries.OfHead ?? Countries.OfComplements;

    /// <summary>Whether a part is one word.</summary>
    public bool IsOneWord(Part part) => part.First == part.Last;

    /// <summary>The organization that the phrase names beside its head part: the nearest before it, else the first after it.</summary>
    public ActorName? Organization
    {
        get
        {
            for (var i = Head - 1; i >= 0; i--)
                if (Parts.All[i].Kind == PartKind.Organization)
                    return Parts.All[i].Known;
            for (var i = Head + 1; i < Parts.All.Count; i++)
                if (Parts.All[i].Kind == PartKind.Organization)
                    return Parts.All[i].Known;
            return null;
        }
    }
}
