using Demarche.Desk.Wording;
using Demarche.Store;

namespace Demarche.Desk.Charts;

/// <summary>Events by week, stacked by type.</summary>
internal static class EventChart
{
    public static ChartData Of(IReadOnlyList<EventCount> counts) => new()
    {
        Kind = "bars",
        Lines =
        [
            .. counts.GroupBy(count => count.Type).OrderByDescending(type => type.Sum(count => count.Events))
                .Select(type => new ChartLine(type.Key, [.. type.Select(count => new object?[] { Phrases.Iso(count.Week), count.Events })])),
        ],
    };
}
