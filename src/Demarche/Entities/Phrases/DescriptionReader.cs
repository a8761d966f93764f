using Demarche.Knowledge;

namespace Demarche.Entities.Phrases;

/// <summary>Reads phrases whose head is a role noun or a word that the tables do not know. Immutable.</summary>
internal sealed class DescriptionReader(KnowledgeBase knowledge)
{
    private static readonly string[] Eli = ["ELI"];

    /// <summary>The reading of a phrase whose head is a role noun or title.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="isName">Whether a name follows the role.</param>
    public ActorAnswer OfRole(Phrase phrase, bool isName = false)
    {
        var part = phrase.Parts.All[phrase.Head];
        if (part.Title is { } title)
            return OfTitle(phrase, title, isName);
        var name = part.Known!;
        var role = name.Role!;
        var organization = phrase.Organization is { } named && !IsElsewhere(phrase, named) ? named : null;
        var isFormer = phrase.Parts.IsFormer;
        var of = organization?.Organization;
        var country = phrase.HeadCountry ?? CountryOf(organization, phrase) ?? phrase.Countries.OfComplements ?? phrase.Story;
        if (!isName && role.Office is { } office && !name.IsPlural && !isFormer && !IsWeakBefore(phrase) && Holder(office, country, of, phrase.Date) is { } held)
            return PersonAtDate.Answer(held.Person, phrase.Date) with
            {
                Sectors = held.Tenure.Sectors,
                Role = new(held.Tenure.Title, held.Tenure.Office, held.Tenure.Status),
                Why = $"{held.Tenure.Row.File.Origin}:{held.Tenure.Row.Line}, {name.Why}",
            };
        var (sectors, why) = Sectors(phrase, role, organization);
        if (sectors.Count > 0 && sectors[0] is "IGO" or "NGO")
        {
            country ??= sectors[0];
            sectors = [];
        }
        return new()
        {
            Kind = isName ? EntityKind.Person : !name.IsPlural ? role.Kind : role.Kind is EntityKind.Unknown ? EntityKind.Unknown : EntityKind.Group,
            Name = NameOf(phrase),
            Country = country,
            Sectors = isFormer && role.Rank <= 4 ? Eli : sectors,
            Role = new(role.Noun, role.Office is { } key && country is not null && of is null ? $"{country}:{key}" : null, isFormer ? RoleStatus.Former : RoleStatus.Current),
            IsPlural = name.IsPlural,
            Why = why is null ? name.Why : $"{name.Why}, {why}",
        };
    }

    /// <summary>The reading of a phrase whose head the tables do not know: its country, and what the words beside it tell.</summary>
    public ActorAnswer OfThing(Phrase phrase)
    {
        // "dozens of protesters", "a convoy of police", "car - borne youths": the noun behind the preposition tells.
        for (var i = phrase.Parts.HeadCount; i < phrase.Parts.All.Count; i++)
            if (phrase.Parts.All[i].Kind == PartKind.Role && phrase.Parts.HeadCount == 0)
                return OfRole(phrase with { Head = i });
        var country = phrase.Country;
        // "Minsk police station": a noun that the tables do not know belongs to the role before it.
        if (phrase.Parts.All[phrase.Head].Kind == PartKind.Word && phrase.Head > 0 && phrase.Parts.All[phrase.Head - 1] is { Kind: PartKind.Role, IsPossessor: false } before)
            return new() { Kind = EntityKind.Organization, Country = country ?? phrase.Story, Sectors = before.Known!.Role!.Sectors, Why = before.Known.Why };
        return country is null ? ActorAnswer.None : new() { Country = country, Why = "the country named" };
    }

    private ActorAnswer OfTitle(Phrase phrase, Title title, bool isName) => !isName && title.Sector is null && phrase.Country is null && phrase.Organization is null ? ActorAnswer.None : new()
    {
        Kind = EntityKind.Person,
        Country = phrase.Country ?? CountryOf(phrase.Organization, phrase) ?? phrase.Story,
        Sectors = phrase.Parts.IsFormer ? Eli : title.Sector is { } sector ? [sector] : [],
        Role = title.Sector is null ? null : new(title.Name, null, phrase.Parts.IsFormer ? RoleStatus.Former : RoleStatus.Current),
        Gender = title.Gender,
        Why = "Knowledge/titles.tsv: " + title.Name,
    };

    private (IReadOnlyList<string> Sectors, string? Why) Sectors(Phrase phrase, RoleNoun role, ActorName? organization)
    {
        if (!knowledge.WeakRoles.IsWeak(role))
            return (role.Sectors, null);
        if (organization is not null)
            return organization.Organization!.Sectors is { Count: > 0 } told ? (told, organization.Why) : (role.Sectors, organization.Why);
        var parts = phrase.Parts;
        for (var i = phrase.Head - 1; i >= 0; i--)
            if (Told(phrase, parts.All[i]) is { } before && (role.Sectors.Count == 0 || before.Sectors[0] is not ("SOC" or "CVL")))
                return before;
        // A noun with a sector of its own is told by what stands before it alone: "the president of a bank".
        if (role.Sectors.Count == 0 || role.Office is null)
            for (var i = parts.HeadCount; i < parts.All.Count; i++)
                if (parts.All[i].Kind == PartKind.Role && Told(phrase, parts.All[i]) is { } after)
                    return after;
        return (role.Sectors, null);
    }

    private (IReadOnlyList<string> Sectors, string? Why)? Told(Phrase phrase, Part part)
    {
        switch (part.Kind)
        {
            case PartKind.Role when part.Known!.Role!.Sectors.Count > 0:
                return (part.Known.Role.Sectors, part.Known.Why);
            case PartKind.Person when part.IsPossessor:
                var person = PersonAtDate.Answer(part.Known!.Person!, phrase.Date);
                return person.Sectors.Count > 0 ? (person.Sectors, person.Why) : null;
            case PartKind.State when part.Known!.StateName == StateNameKind.Seat:
                return (["GOV"], part.Known.Why);
            case PartKind.Word or PartKind.Name:
                return knowledge.WeakRoles.SectorsOf(phrase.Words.KeyOf(part.Last, part.Last)) is { } sectors
                    ? (sectors, "Knowledge/modifiers.tsv: " + phrase.Words[part.Last].ToString()) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether an organization of another country than the head names is meant: "Iranian Hezbollah experts" are Iran's.</summary>
    private bool IsElsewhere(Phrase phrase, ActorName organization) =>
        phrase.HeadCountry is { } country && organization.Organization!.Country is { } other && other != country && knowledge.States.ByCode(other) is not null
        && organization.Organization.Sectors is [] or ["LEG" or "JUD" or "GOV", ..];

    /// <summary>An organization's country; none where several countries have one of that name ("Senate hopeful").</summary>
    private string? CountryOf(ActorName? organization, Phrase phrase)
    {
        if (organization?.Organization is not { } known)
            return null;
        foreach (var part in phrase.Parts.All)
            if (part.Known == organization)
                foreach (var other in knowledge.Names.Find(phrase.Words.KeyOf(part.First, part.Last)))
                    if (other.Role is not null)
                        return phrase.Story;
                    else if (other.Organization is { } same && same.Country != known.Country && same.Days.Holds(phrase.Date) && other.Exact is null)
                        return same.Country == phrase.Story ? phrase.Story : known.Sectors is ["LEG" or "JUD" or "GOV", ..] ? null : known.Country;
        return known.Country;
    }

    // "the Lebanese president's office" ends in another noun; "the president's wife" is not the president.
    private static bool IsWeakBefore(Phrase phrase) => phrase.Parts.All[phrase.Head].IsPossessor;

    private (KnownPerson Person, Tenure Tenure)? Holder(string office, string? country, KnownOrganization? organization, DateOnly? date)
    {
        var prefix = organization is null ? country : knowledge.OfficePrefixOf(organization);
        if (prefix is null)
            return null;
        foreach (var held in knowledge.People.Holders($"{prefix}:{office}", date))
            return held;
        return null;
    }

    /// <summary>The words of an institution that the tables do not know but that its capitals name: "Massachusetts Institute of Technology".</summary>
    private static string? NameOf(Phrase phrase)
    {
        var all = phrase.Parts.All;
        if (all[phrase.Head].Known?.Role is not { Rank: 3 or 5 } || all.Count < 2 || phrase.Words.Count < 3)
            return null;
        foreach (var part in all)
            if (!char.IsUpper(phrase.Words[part.First][0]))
                return null;
        var (first, last) = (all[0].First, all[^1].Last);
        return phrase.Words.TextOf(first, last);
    }
}
