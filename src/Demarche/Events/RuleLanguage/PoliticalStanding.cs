using Demarche.Entities;

namespace Demarche.Events.RuleLanguage;

/// <summary>Whether somebody acts in politics: states and their organs, armed groups, parties, international bodies.</summary>
internal static class PoliticalStanding
{
    public static bool IsPolitical(Entity entity)
    {
        if (entity.Kind == EntityKind.State || (entity.Kind == EntityKind.Organization && entity.Country is "IGO" or "UNO" or "EUR" or "ISM" or "IMG"))
            return true;
        foreach (var sector in entity.Sectors)
            if (sector is "GOV" or "MIL" or "REB" or "OPP" or "COP" or "PTY" or "LEG" or "JUD" or "SPY" or "UAF" or "PRE" or "PRM" or "ELI" or "SEP" or "INS" or "IGO")
                return true;
        foreach (var role in entity.Roles)
            if (role.Office is not null)
                return true;
        return false;
    }
}
