using System.Globalization;

namespace Demarche.Ledgers;

/// <summary>The days that an EDTF date covers, both inclusive.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
internal readonly record struct EdtfDays(DateOnly First, DateOnly Last)
{
    /// <summary>Whether it is one day.</summary>
    public bool IsDay => First == Last;

    /// <summary>Reads a date or an interval; null for what is none, references such as PAST_REF among it.</summary>
    public static EdtfDays? Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return One(text);
        var (begin, end) = (One(text.AsSpan(0, slash)), One(text.AsSpan(slash + 1)));
        if (begin is null && end is null)
            return null;
        var days = new EdtfDays(begin?.First ?? DateOnly.MinValue, end?.Last ?? DateOnly.MaxValue);
        return days.First <= days.Last ? days : null;
    }

    /// <summary>A day as EDTF.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static EdtfDays? One(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("~?%");
        if (text.Length > 10 && text[10] == 'T')
            text = text[..10];
        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(day, day);
        if (text.Length == 7 && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            && text[4] == '-' && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var part))
            return Part(year, part);
        if (text.Length == 4 && (text[2..] is "XX" || text[3] == 'X'))
            return Digits(text);
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year > 0 ? Months(year, 1, 12) : null;
    }

    private static EdtfDays? Digits(ReadOnlySpan<char> text)
    {
        var known = text[2] == 'X' ? 2 : 3;
        if (!int.TryParse(text[..known], NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return null;
        var size = known == 2 ? 100 : 10;
        var first = Math.Max(1, digits * size);
        return new(new(first, 1, 1), new((digits * size) + size - 1, 12, 31));
    }

    // EDTF writes seasons, quarters and halves where the month stands.
    private static EdtfDays? Part(int year, int part) => part switch
    {
        >= 1 and <= 12 => Months(year, part, part),
        21 => Months(year, 3, 5),
        22 => Months(year, 6, 8),
        23 => Months(year, 9, 11),
        24 => Months(year, 1, 2),
        >= 33 and <= 36 => Months(year, ((part - 33) * 3) + 1, ((part - 33) * 3) + 3),
        40 => Months(year, 1, 6),
        41 => Months(year, 7, 12),
        _ => null,
    };

    private static EdtfDays Months(int year, int first, int last) => new(new(year, first, 1), new(year, last, DateTime.DaysInMonth(year, last)));
}
