using Demarche.Entities.Phrases;
using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>
/// Reads whom a noun phrase stands for from the tables: its names, its role noun, its nationality. The phrase's head part (what
/// stands before the first preposition) speaks before the rest. Immutable.
/// </summary>
public sealed class ActorReader(KnowledgeBase knowledge)
{
    private readonly PhraseReader _phrases = new(knowledge);

    /// <summary>Reads a phrase as of a date.</summary>
    /// <param name="phrase">The words: "former French foreign minister Jean-Yves Le Drian".</param>
    /// <param name="date">The day that offices and names are asked for.</param>
    /// <param name="story">The country that the text is about, for an office without a country; null where unknown.</param>
    public ActorAnswer Read(string phrase, DateOnly? date, string? story = null)
    {
        var words = KeyedWords.Split(phrase);
        return _phrases.Read(this, words, 0, words.Count, date, story, isWhole: true);
    }

    /// <summary>The country of the first state that a text names; null where it names none.</summary>
    public string? CountryIn(string text, DateOnly? date)
    {
        var words = KeyedWords.Split(text);
        for (var i = 0; i < words.Count; i++)
            if (Match(words, i, words.Count, date, out var found) > 0 && found!.State is { } state)
                return state.Country;
        return null;
    }

    internal ActorAnswer Read(KeyedWords words, int first, int limit, DateOnly? date, string? story) =>
        _phrases.Read(this, words, first, Math.Min(limit, words.Count), date, story, isWhole: false);

    internal static ActorAnswer OfOrganization(ActorName name)
    {
        var organization = name.Organization!;
        return new()
        {
            Name = organization.Name,
            Kind = organization.IsGroup ? EntityKind.Group : EntityKind.Organization,
            Country = organization.Country,
            Sectors = organization.Sectors,
            Key = "org:" + organization.Id,
            Why = name.Why,
        };
    }

    /// <summary>The best reading of the longest name or role noun that begins at a word.</summary>
    internal int Match(KeyedWords words, int first, int limit, DateOnly? date, out ActorName? best)
    {
        best = null;
        var length = knowledge.Names.Longest(words, first, limit, out var found);
        var bestRank = int.MaxValue;
        foreach (var candidate in found)
        {
            var rank = Rank(candidate, words, first, first + length - 1, date);
            if (rank < bestRank)
                (best, bestRank) = (candidate, rank);
        }
        return best is null ? 0 : length;
    }

    private static int Rank(ActorName name, KeyedWords words, int first, int last, DateOnly? date)
    {
        if (name.Exact is { } letters && !words.HasExactly(first, last, letters))
            return int.MaxValue;
        var isCapital = char.IsUpper(words[first][0]) || char.IsUpper(words[last][0]) || words[first].Length > 1 && char.IsUpper(words[first][^1]);
        if (name.IsName && !isCapital && !(name.State is not null && name.StateName == StateNameKind.Seat))
            return int.MaxValue;
        var rank = name.State is not null ? (int)name.StateName : name.Organization is not null ? 2 : name.Person is not null ? 1 : 6;
        var holds = name.State?.Days.Holds(date) ?? name.Organization?.Days.Holds(date) ?? true;
        if (name.State is { Status: "former" } && !holds)
            rank += 10;
        // Of two organizations of one name the one whose usual name it is comes first.
        var isAlias = name.Organization is { } organization && !string.Equals(organization.Name, name.Spelling, StringComparison.OrdinalIgnoreCase);
        return (holds ? 0 : 40) + rank * 2 + (isAlias ? 1 : 0) - (name.Row.File.IsUsers ? 100 : 0);
    }
}
