using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>
/// Reads whom a noun phrase stands for from the tables: its names, its role noun, its nationality. The phrase's head part (what
/// stands before the first preposition) speaks before the rest. Immutable.
/// </summary>
public sealed class ActorReader(KnowledgeBase knowledge)
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "of", "in", "at", "to", "for", "from", "with", "who", "that", "which", "on", "by", "near", "under", "against", "and",
    };

    private static readonly HashSet<string> FormerWords = new(StringComparer.Ordinal) { "former", "ex", "retired", "ousted", "deposed", "onetime", "erstwhile" };

    /// <summary>Reads a phrase as of a date.</summary>
    /// <param name="phrase">The words: "former French foreign minister Jean-Yves Le Drian".</param>
    /// <param name="date">The day that offices and names are asked for.</param>
    /// <param name="story">The country that the text is about, for an office without a country; null where unknown.</param>
    public ActorAnswer Read(string phrase, DateOnly? date, string? story = null) =>
        Read(KeyedWords.Split(phrase), 0, int.MaxValue, date, story);

    /// <summary>The country of the first state that a text names; null where it names none.</summary>
    public string? CountryIn(string text, DateOnly? date)
    {
        var words = KeyedWords.Split(text);
        for (var i = 0; i < words.Count; i++)
            if (Match(words, i, words.Count, date, out var found) > 0 && found!.State is { } state)
                return state.Country;
        return null;
    }

    internal ActorAnswer Read(KeyedWords words, int first, int limit, DateOnly? date, string? story)
    {
        var pieces = new Pieces(this, words, first, Math.Min(limit, words.Count), date);
        if (pieces.Person is { } person)
        {
            var answer = PersonAtDate.Answer(person, date);
            return pieces.IsFormer && answer.Role is { Status: not RoleStatus.Former } role
                ? answer with { Sectors = ["ELI", .. answer.Sectors], Role = role with { Status = RoleStatus.Former } }
                : answer;
        }
        if (pieces.Role is { } noun)
            return OfRole(noun, pieces, date, story);
        if (pieces.Organization is { } organization)
            return OfOrganization(organization);
        return pieces.State is { } state ? OfState(state, pieces) : ActorAnswer.None with { Country = pieces.Country };
    }

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

    private static ActorAnswer OfState(ActorName name, Pieces pieces)
    {
        var state = name.State!;
        var isPeople = name.StateName == StateNameKind.National;
        return new()
        {
            Name = isPeople ? null : state.Name,
            Kind = isPeople ? EntityKind.Group : EntityKind.State,
            Country = state.Country,
            Sectors = isPeople ? ["CVL"] : state.Status == "partial" ? ["PRE"] : name.StateName is StateNameKind.Capital or StateNameKind.Seat ? ["GOV"] : [],
            IsPlural = isPeople,
            Key = isPeople ? null : "state:" + state.Code,
            Why = name.Why,
        };
    }

    private ActorAnswer OfRole(ActorName name, Pieces pieces, DateOnly? date, string? story)
    {
        var role = name.Role!;
        var country = pieces.Country ?? pieces.Organization?.Organization!.Country ?? story;
        var isFormer = pieces.IsFormer;
        if (role.Office is { } office && country is not null && !name.IsPlural && !isFormer
            && knowledge.People.Holders($"{country}:{office}", date).FirstOrDefault() is ({ } holder, { } tenure))
            return PersonAtDate.Answer(holder, date) with
            {
                Sectors = tenure.Sectors,
                Role = new(tenure.Title, tenure.Office, tenure.Status),
                Why = $"{tenure.Row.File.Origin}:{tenure.Row.Line}, {name.Why}",
            };
        // "the CIA official", "members of the Taliban": a noun that tells no sector of its own takes the organization's.
        var sectors = pieces.Organization?.Organization!.Sectors is { Count: > 0 } of && IsGeneric(role) ? of : role.Sectors;
        return new()
        {
            Kind = name.IsPlural ? EntityKind.Group : EntityKind.Person,
            Country = country,
            Sectors = isFormer ? ["ELI"] : sectors,
            Role = new(role.Noun, role.Office is { } key && country is not null ? $"{country}:{key}" : null, isFormer ? RoleStatus.Former : RoleStatus.Current),
            IsPlural = name.IsPlural,
            Why = pieces.Organization is { } told ? $"{name.Why}, {told.Why}" : name.Why,
        };
    }

    private static bool IsGeneric(RoleNoun role) =>
        role.Sectors.Count == 0 || role.Noun is "president" or "official" or "spokesman" or "spokeswoman" or "spokesperson" or "member" or "leader" or "head"
            or "chief" or "director" or "chairman" or "chairwoman" or "representative" or "delegate" or "secretary general" or "commander" or "fighter"
            or "leadership" or "office" or "employee" or "staff" or "supporter" or "speaker" or "deputy" or "candidate";

    /// <summary>What the tables know of a phrase's parts.</summary>
    private ref struct Pieces
    {
        public readonly KnownPerson? Person;
        public readonly ActorName? Organization;
        public readonly ActorName? Role;
        public readonly ActorName? State;
        public readonly string? Country;
        public readonly bool IsFormer;

        public Pieces(ActorReader reader, KeyedWords words, int first, int limit, DateOnly? date)
        {
            var inHead = true;
            for (var i = first; i < limit;)
            {
                var length = reader.Match(words, i, limit, date, out var found);
                if (length == 0)
                {
                    var key = words.KeyOf(i, i);
                    if (inHead && FormerWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key))
                        IsFormer = true;
                    if (i > first && Prepositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key))
                        inHead = false;
                    i++;
                    continue;
                }
                if (found!.Person is not null)
                {
                    if (inHead || Person is null && Role is null && Organization is null)
                        Person ??= found.Person;
                    else
                        Country ??= PersonAtDate.Answer(found.Person, date).Country;
                }
                else if (found.Organization is not null)
                    Organization ??= found;
                else if (found.Role is not null)
                {
                    // The last role noun before a preposition is the head: "army general", "student protesters".
                    if (inHead || Role is null && Organization is null && State is null)
                        Role = found;
                }
                else
                {
                    if (Country is null || State is { StateName: StateNameKind.National })
                        Country = found.State!.Country;
                    State ??= found;
                }
                i += length;
            }
        }
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
        return (holds ? 0 : 20) + rank - (name.Row.File.IsUsers ? 100 : 0);
    }
}
