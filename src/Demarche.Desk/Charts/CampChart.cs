using Demarche.Desk.Hosting;
using Demarche.Ledgers.Camps;

namespace Demarche.Desk.Charts;

/// <summary>Two camps as a graph.</summary>
internal static class CampChart
{
    public static ChartData Of(CampDivision division, DeskRequest request)
    {
        var shown = division.Members.OrderByDescending(member => member.Weight).Take(40).ToList();
        var ids = shown.Select(member => member.Entity).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Kind = "graph",
            Nodes = [.. shown.Select(member => new ChartNode(member.Entity, member.Name, member.Camp, member.Weight, request.Link("/actor", ("key", member.Entity))))],
            Links = [.. division.Links.Where(link => ids.Contains(link.One) && ids.Contains(link.Other)).Select(link => new ChartLink(link.One, link.Other, link.Weight))],
        };
    }
}
