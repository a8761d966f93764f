using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Seasons of the northern hemisphere. A winter has the year of its December.</summary>
internal static class SeasonOperations
{
    private const int Spring = 21;

    public static TimeValue? Season(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (match.Year > 0)
            return Of(match.Year, match.Season);
        if (context.Published is not { } published)
            return TimeValue.Of(TimeKind.Date, null);
        var month = Month(match.Season);
        return match.Pattern.Offset switch
        {
            // begun, and not the one that is on
            -1 => Of(published.Month >= month + 3 ? published.Year : published.Year - 1, match.Season),
            1 => Of(published.Month < month ? published.Year : published.Year + 1, match.Season),
            _ => Of(published.Year, match.Season),
        };
    }

    public static TimeValue? Near(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (context.Published is not { } published)
            return TimeValue.Of(TimeKind.Date, null);
        var month = Month(match.Season);
        var year = context.DirectionOf(pieces, match) == Direction.Future ? (published.Month < month + 3 ? published.Year : published.Year + 1)
            : published.Month >= month ? published.Year : published.Year - 1;
        return Of(year, match.Season);
    }

    private static int Month(int season) => 3 * (season - Spring + 1);

    private static TimeValue Of(int year, int season) =>
        new(TimeKind.Date, Calendar.Text(year, season), null, Calendar.Day(year, Month(season), 1), Grain.Month);
}
