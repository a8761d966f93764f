using System.Globalization;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Times of the day.</summary>
internal static class ClockOperations
{
    /// <summary>The time on the day told in the same sentence, else on the day of publication.</summary>
    public static TimeValue? Clock(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        (context.DayHere ?? context.Published) is { } day ? At(day, match) : TimeValue.Of(TimeKind.Time, null);

    /// <summary>The time on a day.</summary>
    public static TimeValue At(DateOnly day, in TimeMatch match)
    {
        var minutes = match.Minutes % (24 * 60);
        if (match.Noon == 12 && minutes < 12 * 60)
            minutes += 12 * 60;
        else if (match.Noon == 0 && minutes >= 12 * 60)
            minutes -= 12 * 60;
        var zone = match.Zone switch
        {
            int.MinValue => "",
            0 => "Z",
            var east => string.Create(CultureInfo.InvariantCulture, $"{(east < 0 ? '-' : '+')}{Math.Abs(east) / 60:00}:{Math.Abs(east) % 60:00}"),
        };
        return new(TimeKind.Time, string.Create(CultureInfo.InvariantCulture, $"{Calendar.Text(day)}T{minutes / 60:00}:{minutes % 60:00}:00{zone}"), null, day, Grain.Day);
    }
}
