using Demarche.Store;

namespace Demarche.Desk.Charts;

/// <summary>Pairs of actors as lines over weeks.</summary>
internal static class TensionChart
{
    public static ChartData Of(IReadOnlyList<DyadView> dyads) => new()
    {
        Kind = "lines",
        Lines =
        [
            .. dyads.Take(6).Select(dyad => new ChartLine(
                $"{dyad.One.Name} – {dyad.Other.Name}",
                [.. dyad.Weeks.Select(week => new object?[] { week.Week, Math.Round(week.Score, 2) })],
                [.. dyad.Changes.Select(change => new object?[] { change.Week, Math.Round(change.After, 2) })])),
        ],
    };
}
