using System.Globalization;

namespace Demarche.Knowledge;

/// <summary>A stretch of days, both inclusive; an open end is the first or last day there is.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    /// <summary>All days.</summary>
    public static DayRange Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Whether the day lies in the range; an unknown day does where the range reaches to the end.</summary>
    public bool Holds(DateOnly? day) => day is { } known ? From <= known && known <= To : To == DateOnly.MaxValue;

    /// <summary>Reads two EDTF dates (2019, 2019-01, 2019-01-23; "" is open). A month begins on its first and ends on its last day.</summary>
    /// <exception cref="LexiconException">A date cannot be read, or the end lies before the begin.</exception>
    public static DayRange Read(TsvRow row, string fromColumn, string toColumn)
    {
        var from = row[fromColumn] is { Length: > 0 } begin ? Parse(row, begin).First : DateOnly.MinValue;
        var to = row[toColumn] is { Length: > 0 } end ? Parse(row, end).Last : DateOnly.MaxValue;
        return from <= to ? new(from, to) : throw row.Error($"the end {row[toColumn]} lies before the begin {row[fromColumn]}: swap or mend them.");
    }

    private static (DateOnly First, DateOnly Last) Parse(TsvRow row, string text)
    {
        if (text.Length == 10 && text[4] == '-' && text[7] == '-' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            && y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m))
        {
            var exact = new DateOnly(y, m, d);
            return (exact, exact);
        }
        var plain = text.TrimEnd('~', '?', '%');
        if (DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day, day);
        if (DateOnly.TryParseExact(plain, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (month, month.AddMonths(1).AddDays(-1));
        if (DateOnly.TryParseExact(plain, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            return (year, year.AddYears(1).AddDays(-1));
        throw row.Error($"'{text}' is no date: write 2019, 2019-01 or 2019-01-23.");
    }
}
