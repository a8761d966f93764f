using Demarche.Knowledge;
using Demarche.Places;

namespace Demarche.Entities.Phrases;

/// <summary>Tells from a phrase's parts whom it stands for. Immutable.</summary>
internal sealed class PhraseReader(KnowledgeBase knowledge)
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GeographicNouns = new HashSet<string>(StringComparer.Ordinal)
    {
        "state", "province", "region", "city", "district", "county", "oblast", "governorate", "prefecture", "department", "valley", "territory", "airport", "port", "island",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly DescriptionReader _descriptions = new(knowledge);

    /// <summary>Reads words as of a date.</summary>
    /// <param name="reader">Matches the tables' names.</param>
    /// <param name="words">The words.</param>
    /// <param name="first">The first.</param>
    /// <param name="limit">Behind the last.</param>
    /// <param name="date">The day.</param>
    /// <param name="story">The country that the text is about.</param>
    /// <param name="isWhole">Whether the words are all that is known, and not a part of a sentence: then a town alone answers, and a surname alone.</param>
    public ActorAnswer Read(ActorReader reader, KeyedWords words, int first, int limit, DateOnly? date, string? story, bool isWhole)
    {
        var parts = PhraseParts.Read(reader, knowledge, words, first, limit, date);
        if (parts.All.Count == 0)
            return ActorAnswer.None;
        var head = HeadOf(parts);
        ResolvePlaces(parts, words, head, date, story, isWhole);
        var phrase = new Phrase(parts, words, head, date, story) { Countries = new(knowledge, parts, words, head, date) };
        return parts.All[head].Kind switch
        {
            PartKind.Person => OfPerson(phrase, parts.All[head].Known!.Person!, null),
            PartKind.Name => OfName(phrase, isWhole),
            PartKind.Role or PartKind.Title => NamedBehind(phrase) is { } named ? named : _descriptions.OfRole(phrase),
            PartKind.Organization => OfOrganization(phrase),
            PartKind.State => OfState(phrase),
            PartKind.Place => isWhole ? OfPlace(phrase) : ActorAnswer.None with { Country = phrase.Country },
            _ => _descriptions.OfThing(phrase),
        };
    }

    /// <summary>The part that the phrase is about: the last of the head, but a person before whatever follows in the head.</summary>
    private static int HeadOf(PhraseParts parts)
    {
        var last = parts.HeadCount - 1;
        for (var i = last; i >= 0; i--)
        {
            var part = parts.All[i];
            if (part.Kind == PartKind.Person && !part.IsPossessor)
            {
                var hasNameBeside = i < last && parts.All[i + 1].Kind == PartKind.Name && parts.All[i + 1].First == part.Last + 1
                    || i > 0 && parts.All[i - 1].Kind == PartKind.Name && parts.All[i - 1].Last == part.First - 1;
                if (!hasNameBeside)
                    return i;
                // "Juan Carlos Jobet" is not Juan Carlos: the words together are an unknown name.
                var (begin, end) = (part.First, part.Last);
                if (i > 0 && parts.All[i - 1].Kind == PartKind.Name && parts.All[i - 1].Last == begin - 1)
                    begin = parts.All[i - 1].First;
                if (i < last && parts.All[i + 1].Kind == PartKind.Name)
                    end = parts.All[i + 1].Last;
                parts.Replace(i, new(PartKind.Name, begin, end));
                return i;
            }
        }
        // "the PRI Mexico", "Red Cross Kenya": the state says which.
        if (last > 0 && parts.All[last] is { Kind: PartKind.State, Known.StateName: StateNameKind.Name } && parts.All[last - 1] is { Kind: PartKind.Organization, IsPossessor: false })
            return last - 1;
        return last;
    }

    /// <summary>Unknown names that are towns or regions: before a noun, after a preposition, or alone.</summary>
    private void ResolvePlaces(PhraseParts parts, KeyedWords words, int head, DateOnly? date, string? story, bool isWhole)
    {
        var isToldByPhrase = false;
        // "a town in Syria", "the Syrian town of Homs" say where a town lies; "American forces in Tripoli" do not.
        for (var i = 0; i < parts.All.Count; i++)
            if (parts.All[i] is { Kind: PartKind.State } state && (i >= parts.HeadCount && state.Known!.StateName == StateNameKind.Name || parts.All[head].Kind is PartKind.Word or PartKind.Name))
                (story, isToldByPhrase) = (state.Known!.State!.Country, i >= parts.HeadCount);
        // From the end: "the University of St. Andrews in Scotland".
        for (var i = parts.All.Count - 1; i >= 0; i--)
        {
            var part = parts.All[i];
            if (part.Kind != PartKind.Name || i == head && (!isWhole || HasTitleBefore(parts, i)))
                continue;
            var isSurname = part.First == part.Last && knowledge.Names.WithSurname(words.KeyOf(part.First, part.Last)).Length > 0;
            if (isSurname && SurnameAlone(words, part.Last, date) is { } person)
            {
                // "Macron's spokesman"; alone, it is read below.
                if (i != head)
                    parts.Replace(i, part with { Kind = PartKind.Person, Known = new() { Person = person, Row = person.Tenures[0].Row, Spelling = person.Name } });
                if (i != head || parts.All.Count == 1)
                    continue;
            }
            var last = part.Last;
            while (last > part.First && (words.IsEmpty(last) || GeographicNouns.Contains(words.KeyOf(last, last))))
                last--;
            if (knowledge.Places.Find(words.KeyOf(part.First, part.Last), story) is not { } place)
            {
                if (last == part.Last || knowledge.Places.Find(words.KeyOf(part.First, last), story) is not { } shorter)
                    continue;
                place = shorter;
            }
            // "St. Andrews in Scotland" is no town of that name elsewhere.
            if (isToldByPhrase && place.Country != story)
                continue;
            // A small town that bears a known surname is met less often than its bearers.
            if (isSurname && i == head && place.Population < 100_000)
                continue;
            // "Frank" is a man before it is a town.
            if (i == head && part.First == part.Last && place.Population < 500_000 && knowledge.GivenNames.Gender(words.KeyOf(part.First, part.Last)) != '\0')
                continue;
            parts.Replace(i, part with { Kind = PartKind.Place, Place = place });
            if (i > head && place.Country is { } found && story is null)
                (story, isToldByPhrase) = (found, true);
        }
    }

    /// <summary>Who holds or held a high office and has a surname; a surname that is a given name, too, only who holds one.</summary>
    private KnownPerson? SurnameAlone(KeyedWords words, int last, DateOnly? date) =>
        PersonNames.Surname(knowledge, words, last, null, null, false, date) is { } person
        && EndsIn(person, words.KeyOf(last, last))
        && (knowledge.GivenNames.Gender(words.KeyOf(last, last)) == '\0' || PersonNames.IsAt(person, date)) ? person : null;

    // "Miller" is not Portia Simpson-Miller, but "Assad" is Bashar al-Assad.
    private static bool EndsIn(KnownPerson person, ReadOnlySpan<char> surname)
    {
        foreach (var name in person.Names)
        {
            var word = name.AsSpan(name.LastIndexOf(' ') + 1);
            if (word.StartsWith("al-", StringComparison.OrdinalIgnoreCase) || word.StartsWith("el-", StringComparison.OrdinalIgnoreCase))
                word = word[3..];
            if (surname.SequenceEqual(NameKey.Of(word)))
                return true;
        }
        return false;
    }

    private static bool HasTitleBefore(PhraseParts parts, int at) => at > 0 && parts.All[at - 1].Kind is PartKind.Role or PartKind.Title && !parts.All[at - 1].IsPossessor;

    private static ActorAnswer OfPerson(Phrase phrase, KnownPerson person, string? why)
    {
        var answer = PersonAtDate.Answer(person, phrase.Date);
        if (why is not null)
            answer = answer with { Why = $"{answer.Why}, {why}" };
        return phrase.Parts.IsFormer && answer.Role is { Status: not RoleStatus.Former } role
            ? answer with { Sectors = ["ELI", .. answer.Sectors], Role = role with { Status = RoleStatus.Former } }
            : answer;
    }

    private ActorAnswer OfName(Phrase phrase, bool isWhole)
    {
        var (parts, words, at) = (phrase.Parts, phrase.Words, phrase.Head);
        var name = parts.All[at];
        var hasTitle = HasTitleBefore(parts, at);
        var isOneWord = phrase.IsOneWord(name);
        if (!isOneWord && PersonNames.Full(knowledge, words, name.First, name.Last, phrase.Date) is { } full)
            return OfPerson(phrase, full, "the name by its first and last words");
        if (hasTitle)
        {
            var title = parts.All[at - 1];
            var office = title.Known?.Role?.Office;
            var country = phrase.HeadCountry ?? (phrase.Story is { Length: > 0 } story ? story : null);
            if (isOneWord && PersonNames.Surname(knowledge, words, name.Last, office, country, true, phrase.Date) is { } titled)
                return OfPerson(phrase, titled, "the surname with its title");
            var description = _descriptions.OfRole(phrase with { Head = at - 1 }, isName: true);
            return description with { Name = words.TextOf(name.First, name.Last), Kind = EntityKind.Person, Key = null, IsPlural = false };
        }
        if (isWhole && isOneWord && parts.All.Count == 1
            && SurnameAlone(words, name.Last, phrase.Date) is { } known)
            return OfPerson(phrase, known, "the surname of who holds or held a high office");
        // "Harry Tseng, Taiwan's deputy foreign minister".
        if (parts.HasApposition)
            for (var i = parts.HeadCount; i < parts.All.Count; i++)
                if (parts.All[i].Kind is PartKind.Role or PartKind.Title)
                    return _descriptions.OfRole(phrase with { Head = i }, isName: true) with { Name = words.TextOf(name.First, name.Last), Kind = EntityKind.Person };
        return phrase.Country is null ? ActorAnswer.None : _descriptions.OfThing(phrase);
    }

    /// <summary>Who is named behind a role and a comma: "Taiwan's deputy foreign minister, Harry Tseng".</summary>
    private ActorAnswer? NamedBehind(Phrase phrase)
    {
        var parts = phrase.Parts;
        if (!parts.HasApposition || parts.HeadCount >= parts.All.Count || phrase.Head != parts.HeadCount - 1)
            return null;
        var next = parts.All[parts.HeadCount];
        return next.Kind switch
        {
            PartKind.Person => OfPerson(phrase, next.Known!.Person!, null),
            PartKind.Name when next.First < next.Last => OfName(phrase with { Head = parts.HeadCount }, false),
            _ => null,
        };
    }

    private ActorAnswer OfOrganization(Phrase phrase)
    {
        var name = phrase.Parts.All[phrase.Head].Known!;
        var country = phrase.HeadCountry;
        if (country is null || country == name.Organization!.Country || knowledge.States.ByCode(name.Organization.Country ?? "") is null)
            return ActorReader.OfOrganization(name);
        // "Chile's Defense Department": one of the same name there, else one of the same kind.
        foreach (var other in knowledge.Names.Find(phrase.Words.KeyOf(phrase.Parts.All[phrase.Head].First, phrase.Parts.All[phrase.Head].Last)))
            if (other.Organization?.Country == country)
                return ActorReader.OfOrganization(other);
        return new() { Kind = EntityKind.Organization, Country = country, Sectors = name.Organization!.Sectors, Why = $"{name.Why}, of {country}" };
    }

    private ActorAnswer OfState(Phrase phrase)
    {
        var name = phrase.Parts.All[phrase.Head].Known!;
        var state = name.State!;
        var isPeople = name.StateName == StateNameKind.National;
        return new()
        {
            Name = isPeople ? null : name.StateName is StateNameKind.Capital or StateNameKind.Seat ? name.Spelling : state.Name,
            Kind = isPeople ? EntityKind.Group : EntityKind.State,
            Country = state.Country,
            Sectors = isPeople ? ["CVL"] : state.Status == "partial" ? ["PRE"] : name.StateName is StateNameKind.Capital or StateNameKind.Seat ? ["GOV"] : [],
            IsPlural = isPeople,
            Key = isPeople ? null : "state:" + state.Code,
            Why = name.Why,
        };
    }

    private static ActorAnswer OfPlace(Phrase phrase)
    {
        var place = phrase.Parts.All[phrase.Head].Place!;
        return new()
        {
            Name = place.Name,
            Kind = EntityKind.Place,
            Country = place.Country,
            // A town that acts is its people; a region is an area.
            Sectors = place.Precision == PlacePrecision.City ? ["CVL"] : [],
            Key = "place:" + NameKey.Of(place.Name),
            Why = place.Precision == PlacePrecision.City ? "Places/towns.tsv: " + place.Name : "Places/regions1.tsv: " + place.Name,
        };
    }
}
