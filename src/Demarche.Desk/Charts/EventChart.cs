using Demarche.Desk.Wording;
using Demarche.Store;

namespace Demarche.Desk.Charts;

/// <summary>Events over time, stacked by type; in steps that are wide enough to be seen.</summary>
internal static class EventChart
{
    private const int MostWeeks = 160;
    private const int MostMonths = 240;

    /// <summary>week, month or year.</summary>
    public static string Step(IReadOnlyList<EventCount> counts)
    {
        if (counts.Count == 0)
            return "week";
        var days = counts.Max(count => count.Week.DayNumber) - counts.Min(count => count.Week.DayNumber);
        return days <= MostWeeks * 7 ? "week" : days <= MostMonths * 31 ? "month" : "year";
    }

    public static ChartData Of(IReadOnlyList<EventCount> counts)
    {
        var step = Step(counts);
        return new()
        {
            Kind = "bars",
            Unit = step,
            Lines =
            [
                .. counts.GroupBy(count => count.Type).OrderByDescending(type => type.Sum(count => count.Events))
                    .Select(type => new ChartLine(type.Key, [.. type.GroupBy(count => First(count.Week, step)).OrderBy(part => part.Key).Select(part => new object?[] { Phrases.Iso(part.Key), part.Sum(count => count.Events) })])),
            ],
        };
    }

    /// <summary>The first day of a week's step.</summary>
    public static DateOnly First(DateOnly week, string step) => step switch
    {
        "month" => new(week.Year, week.Month, 1),
        "year" => new(week.Year, 1, 1),
        _ => week,
    };
}
