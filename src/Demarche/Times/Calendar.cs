using System.Globalization;

namespace Demarche.Times;

/// <summary>How fine a date is.</summary>
internal enum Grain : byte { Day, Week, Month, Year, Decade, Century }

/// <summary>Dates as EDTF. Everything that would leave the years 1 to 9999 is null.</summary>
internal static class Calendar
{
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    public static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public static string Text(DateOnly first, DateOnly last) => Text(first) + "/" + Text(last);

    /// <summary>A day, or null where the calendar has none of that name.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>A day some units away.</summary>
    public static DateOnly? Add(DateOnly day, double number, int unit)
    {
        if (!(Math.Abs(number) < 4_000_000))
            return null;
        var whole = (int)Math.Round(number);
        try
        {
            return unit switch
            {
                Units.Second or Units.Minute => day,
                Units.Hour => day.AddDays((int)Math.Truncate(number / 24)),
                Units.Day or Units.Night => day.AddDays(whole),
                Units.Week or Units.Weekend => day.AddDays(whole * 7),
                Units.Fortnight => day.AddDays(whole * 14),
                Units.Month => day.AddMonths((int)Math.Floor(number)),
                Units.Quarter => day.AddMonths((int)Math.Floor(number * 3)),
                Units.Year => day.AddMonths((int)Math.Floor(number * 12)),
                Units.Decade => day.AddYears((int)Math.Floor(number * 10)),
                Units.Century => day.AddYears((int)Math.Floor(number * 100)),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The week, month, year … some units from the one that holds a day.</summary>
    public static string? Period(DateOnly day, int unit, int offset)
    {
        var start = unit == Units.Weekend ? Add(day, 1 - Iso(day), Units.Day) ?? day : unit == Units.Month ? new DateOnly(day.Year, day.Month, 1) : day;
        if (unit is not (Units.Decade or Units.Century) && Add(start, offset, unit) is { } moved)
            start = moved;
        else if (unit is not (Units.Decade or Units.Century))
            return null;
        switch (unit)
        {
            case Units.Day or Units.Night:
                return Text(start);
            case Units.Week:
                var monday = start.AddDays(-Iso(start) + 1);
                return Text(monday, monday.AddDays(6));
            case Units.Weekend:
                return Text(start.AddDays(5), start.AddDays(6));
            case Units.Month:
                return Text(start.Year, start.Month);
            case Units.Quarter:
                return Quarter(start.Year, ((start.Month - 1) / 3) + 1);
            case Units.Year:
                return Text(start.Year);
            case Units.Decade:
                return Digits((day.Year / 10) + offset, 3);
            case Units.Century:
                return Digits((day.Year / 100) + offset, 2);
            default:
                return null;
        }
    }

    /// <summary>A decade ("199X") or a century ("19XX").</summary>
    public static string? Digits(int digits, int count) =>
        digits < 0 || digits >= (count == 3 ? 1000 : 100) ? null : digits.ToString(count == 3 ? "000" : "00", CultureInfo.InvariantCulture) + (count == 3 ? "X" : "XX");

    public static string? Quarter(int year, int quarter) => quarter is >= 1 and <= 4 ? Text(year, 32 + quarter) : null;

    public static string? Half(int year, int half) => half is 1 or 2 ? Text(year, 39 + half) : null;

    /// <summary>1 Monday to 7 Sunday.</summary>
    public static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    public static DateOnly? Easter(int year)
    {
        if (year is < 1583 or > 9999)
            return null;
        int a = year % 19, b = year / 100, c = year % 100;
        var d = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var e = (32 + (2 * (b % 4)) + (2 * (c / 4)) - d - (c % 4)) % 7;
        var sum = d + e - (7 * ((a + (11 * d) + (22 * e)) / 451)) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
