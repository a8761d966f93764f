using System.Globalization;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Named days.</summary>
internal static class HolidayOperations
{
    public static TimeValue? Holiday(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var rule = match.Pattern.Argument;
        if (!char.IsUpper(context.Text[pieces[match.First].Begin]) && char.IsLetter(context.Text[pieces[match.First].Begin]))
            return null;
        if (rule.Length == 0)
            return TimeValue.Of(TimeKind.Date, null);
        if (rule.Length == 10 && DateOnly.TryParseExact(rule, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole))
            return TimeValue.Day(whole);
        // "Christmas 2018", "Christmas, 2018"
        if (match.Last + 1 < pieces.Length && pieces[match.Last + 1] is { Kind: PieceKind.Number, Number: >= 1900 and <= 2060 } next && next.End - next.Begin == 4)
        {
            match.Last++;
            return TimeValue.Day(Of(rule, (int)next.Number));
        }
        if (context.Published is not { } published)
            return TimeValue.Of(TimeKind.Date, null);
        var direction = context.DirectionOf(pieces, match);
        var near = Of(rule, published.Year);
        var ahead = direction == Direction.Future || direction == Direction.Present;
        if (ahead && near < published)
            near = Of(rule, published.Year + 1);
        else if (!ahead && near > published)
            near = Of(rule, published.Year - 1);
        return TimeValue.Day(near);
    }

    /// <summary>The day in a year by its rule.</summary>
    internal static DateOnly? Of(string rule, int year)
    {
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return Calendar.Easter(year) is { } easter && int.TryParse(rule.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
                ? Calendar.Add(easter, days, Units.Day) : null;
        var last = rule.StartsWith("-1-", StringComparison.Ordinal);
        var parts = (last ? rule[3..] : rule).Split('-');
        if (!parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return null;
        var numbers = parts.Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        if (!last && numbers.Length == 2)
            return Calendar.Day(year, numbers[0], numbers[1]);
        if (last && numbers.Length == 2)
            return Calendar.Day(year, numbers[1], DateTime.DaysInMonth(year, numbers[1])) is { } end ? end.AddDays(-((Calendar.Iso(end) - numbers[0] + 7) % 7)) : null;
        return numbers.Length == 3 && Calendar.Day(year, numbers[2], 1) is { } first
            ? first.AddDays(((numbers[1] - Calendar.Iso(first) + 7) % 7) + (7 * (numbers[0] - 1))) : null;
    }
}
