using Demarche.Desk.Wording;
using Demarche.Store;

namespace Demarche.Desk.Charts;

/// <summary>A matter's figures over time, each source its own line.</summary>
internal static class FigureChart
{
    public static ChartData Of(FigureSeries series) => new()
    {
        Kind = "lines",
        Unit = Phrases.Matter(series.Matter),
        Lines =
        [
            .. series.Lines.Select(line => new ChartLine(
                line.AccordingTo?.Name ?? "the articles themselves",
                [.. line.Figures.Where(figure => figure.Day is not null).Select(figure => new object?[] { Phrases.Iso(figure.Day!.Value), figure.Value ?? Middle(figure) }).Where(point => point[1] is not null)])).Where(line => line.Data.Count > 0),
        ],
    };

    private static double? Middle(FigureView figure) => (figure.Low, figure.High) switch
    {
        ({ } low, { } high) => (low + high) / 2,
        var (low, high) => low ?? high,
    };
}
