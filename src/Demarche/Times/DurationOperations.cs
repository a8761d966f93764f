using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Lengths of time, and what recurs.</summary>
internal static class DurationOperations
{
    public static TimeValue? Duration(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) => Of(match.Number, match, pieces, context);

    public static TimeValue? Of(double number, in TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var words = context.Words;
        // "the 28 second": no unit of that name stands alone
        if (match.Pattern.Row["pattern"].EndsWith("second", StringComparison.Ordinal))
            return TimeValue.Of(TimeKind.Duration, Units.Duration(number, Units.Second));
        // "World Cup 2018 day five"
        if (match.Last == match.First + 1 && number is >= 1900 and <= 2100 && words.Vocabulary.Is(pieces[match.Last].Word, words.UnitClass))
            return null;
        var value = Units.Duration(number, match.Unit);
        string? resolved = null;
        var isLimit = words.Is(pieces, match.First - 1, words.Within) || (words.Is(pieces, match.First - 2, words.Within) && words.Is(pieces, match.First - 1, words.Articles))
            // "a 48-hour ultimatum" begins to run; "the 48-hour ultimatum" has been running
            || (words.Is(pieces, match.Last + 1, words.Limits) && match.First > 0 && context.Text[pieces[match.First - 1].Begin] is 'a' or 'A');
        if (isLimit && !double.IsNaN(number) && context.Start is { } start && Calendar.Add(start, number, match.Unit) is { } end)
            resolved = Calendar.Text(end);
        return new(TimeKind.Duration, value, resolved, null, Grain.Day);
    }

    public static TimeValue? Set(double number, int unit) => TimeValue.Of(TimeKind.Set, Units.Duration(number, unit));
}
