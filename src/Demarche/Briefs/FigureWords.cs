using System.Globalization;
using Demarche.Records;

namespace Demarche.Briefs;

/// <summary>An amount in plain words: "at least 14 killed", "more than 10 billion USD".</summary>
internal static class FigureWords
{
    public static string Of(RecordFigure figure)
    {
        var amount = (figure.Value, figure.Low, figure.High) switch
        {
            ({ } value, null, null) => Number(value),
            (null, { } low, { } high) => $"{Number(low)} to {Number(high)}",
            (null, { } low, null) => $"{Number(low)} or more",
            ({ } value, _, { } high) => $"{Number(value)} to {Number(high)}",
            ({ } value, _, _) => Number(value),
            _ => "an unstated amount",
        };
        var qualifier = figure.Qualifier switch
        {
            "at_least" => "at least ", "at_most" => "at most ", "about" => "about ", "more_than" => "more than ", "less_than" => "less than ", _ => "",
        };
        var unit = figure.Kind switch
        {
            "percent" => "%",
            "killed" or "injured" or "arrested" or "displaced" or "missing" => " " + figure.Kind,
            _ => figure.Unit is { } name ? " " + name : "",
        };
        return qualifier + amount + unit;
    }

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 1e9 => (value / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + " billion",
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " million",
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };
}
