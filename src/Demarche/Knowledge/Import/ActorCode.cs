using System.Collections.Frozen;

namespace Demarche.Knowledge.Import;

/// <summary>A CAMEO actor code in PLOVER's terms: country and sectors.</summary>
internal static class ActorCode
{
    // CAMEO's roles and the PLOVER sectors that stand for them now.
    private static readonly FrozenDictionary<string, string> Sectors = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AGR"] = "AGR", ["BUS"] = "BUS", ["COP"] = "COP", ["CRM"] = "CRM", ["CVL"] = "CVL", ["EDU"] = "EDU", ["ELI"] = "ELI", ["GOV"] = "GOV", ["JUD"] = "JUD",
        ["LAB"] = "LAB", ["LEG"] = "LEG", ["MIL"] = "MIL", ["OPP"] = "OPP", ["PTY"] = "PTY", ["REB"] = "REB", ["REF"] = "REF", ["REL"] = "REL", ["SPY"] = "SPY",
        ["UAF"] = "UAF", ["SOC"] = "SOC", ["PRM"] = "PRM", ["MED"] = "JRN", ["HLH"] = "MED", ["INS"] = "REB", ["SEP"] = "REB", ["RAD"] = "UAF", ["ENV"] = "CVL", ["HRI"] = "CVL",
        ["DEV"] = "BUS", ["JEW"] = "REL", ["MOS"] = "REL", ["CHR"] = "REL", ["BUD"] = "REL", ["HIN"] = "REL", ["CTH"] = "REL", ["PRO"] = "REL",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a code such as AFGGOV or IGOUNO; false where no part of it is known.</summary>
    public static bool Read(string code, States states, out string country, out string sectors)
    {
        country = "";
        List<string> found = [];
        for (var at = 0; at + 3 <= code.Length; at += 3)
        {
            var part = code.Substring(at, 3);
            if (at == 0 && (part is "IGO" or "NGO" or "MNC" or "IMG" or "NGM" or "INT" || states.ByCode(part) is not null))
                country = part is "NGM" ? "NGO" : part is "INT" ? "IGO" : part;
            else if (country == "IGO" && part is "UNO" or "EUR")
                country = part;
            else if (Sectors.TryGetValue(part, out var sector) && !found.Contains(sector))
                found.Add(sector);
        }
        sectors = string.Join('|', found);
        return country.Length > 0 || found.Count > 0;
    }
}
