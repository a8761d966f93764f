using Demarche.Entities;
using Demarche.Knowledge;

namespace Demarche.Positions;

/// <summary>The office that a recognition or a claim is about, and its words.</summary>
internal sealed class OfficeMatters(Lexicon lexicon)
{
    private readonly States _states = States.Load(lexicon);

    /// <summary>The office that somebody holds or claims against a rival, else his own head office; nulls where there is none.</summary>
    public (string? Office, string? About) Of(Entity? entity)
    {
        if (entity is null || entity.Kind != EntityKind.Person)
            return (null, null);
        Role? best = null;
        foreach (var role in entity.Roles)
            if (role.Office is not null && Rank(role) > (best is null ? 0 : Rank(best)))
                best = role;
        return best is null ? (null, null) : (best.Office, Words(best.Office!));
    }

    // What is claimed comes first: it is about that office that others take sides.
    private static int Rank(Role role) => role.Status == RoleStatus.Former ? 0 : TitleOf(role.Office!) switch
    {
        "president" or "prime_minister" or "monarch" or "head_of_state" or "head_of_government" or "chancellor" or "premier" or "junta_chair" or "supreme_leader" =>
            role.Status == RoleStatus.Claimed ? 2 : 1,
        _ => 0,
    };

    private string Words(string office)
    {
        var country = office[..office.IndexOf(':', StringComparison.Ordinal)];
        var title = TitleOf(office) switch
        {
            "president" => "presidency",
            "prime_minister" => "premiership",
            "monarch" => "throne",
            var other => "office of " + other.Replace('_', ' '),
        };
        return $"{title} of {_states.ByCode(country)?.Name ?? country}";
    }

    private static string TitleOf(string office) => office[(office.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
