using Demarche.Knowledge;

namespace Demarche.Entities;

/// <summary>What somebody whom the tables know is at a date: the roles of that day, else what he or she was before (ELI), else will be.</summary>
internal static class PersonAtDate
{
    // Of several offices held at once the one that news would name comes first.
    private static readonly string[] OfficeOrder =
    [
        "president", "monarch", "prime_minister", "chancellor", "premier", "supreme_leader", "general_secretary", "first_secretary",
        "head_of_state", "head_of_government", "junta_chair", "secretary_general", "foreign_minister", "defence_minister",
    ];

    public static ActorAnswer Answer(KnownPerson person, DateOnly? date)
    {
        var tenure = At(person, date, out var isPast);
        var status = isPast ? RoleStatus.Former : tenure.Status;
        return new()
        {
            Name = person.Name,
            Kind = EntityKind.Person,
            Country = tenure.Country,
            Sectors = isPast && tenure.Office is not null ? ["ELI", .. tenure.Sectors.Where(sector => sector != "ELI")] : tenure.Sectors,
            Role = new(tenure.Title, tenure.Office, status),
            Wikidata = person.Wikidata,
            Gender = person.Gender,
            Key = "person:" + person.Name,
            Why = $"{tenure.Row.File.Origin}:{tenure.Row.Line}",
        };
    }

    /// <summary>All roles at a date, the first in rank first; none where the person held none that day.</summary>
    public static IEnumerable<Role> Roles(KnownPerson person, DateOnly? date)
    {
        var current = Current(person, date).ToList();
        if (current.Count > 0)
            return current.Select(tenure => new Role(tenure.Title, tenure.Office, tenure.Status));
        var tenure = At(person, date, out var isPast);
        return isPast ? [new Role(tenure.Title, tenure.Office, RoleStatus.Former)] : [];
    }

    private static IEnumerable<Tenure> Current(KnownPerson person, DateOnly? date) =>
        person.Tenures.Where(tenure => tenure.Days.Holds(date)).OrderBy(tenure => tenure.Row.File.IsUsers ? 0 : 1).ThenBy(Rank);

    private static Tenure At(KnownPerson person, DateOnly? date, out bool isPast)
    {
        isPast = false;
        if (Current(person, date).FirstOrDefault() is { } current)
            return current;
        var day = date ?? DateOnly.MaxValue;
        isPast = true;
        if (person.Tenures.Where(tenure => tenure.Days.To < day).OrderByDescending(tenure => tenure.Days.To).ThenBy(Rank).FirstOrDefault() is { } past)
            return past;
        isPast = false;
        return person.Tenures.OrderBy(tenure => tenure.Days.From).ThenBy(Rank).First();
    }

    private static int Rank(Tenure tenure)
    {
        if (tenure.Office is not { } office)
            return OfficeOrder.Length + 1;
        var at = Array.IndexOf(OfficeOrder, office[(office.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return at < 0 ? OfficeOrder.Length : at;
    }
}
