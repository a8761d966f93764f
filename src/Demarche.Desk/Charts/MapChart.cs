using Demarche.Desk.Hosting;
using Demarche.Store;

namespace Demarche.Desk.Charts;

/// <summary>Events on the world's outline.</summary>
internal static class MapChart
{
    public static ChartData Of(IReadOnlyList<MapPoint> points, DeskRequest request) => new()
    {
        Kind = "map",
        World = DeskAssets.At("data/world.json"),
        Points =
        [
            .. points.Where(point => point.Place is { Lat: not null, Lon: not null })
                .Select(point => new ChartPoint(point.Place.Name, point.Place.Lat!.Value, point.Place.Lon!.Value, point.Events, Math.Round(point.Score, 1), request.Link("/events", ("place", point.Place.Name)))),
        ],
    };
}
