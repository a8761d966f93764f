using System.Globalization;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Days and months by name or number.</summary>
internal static class DateOperations
{
    public static TimeValue? Iso(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var parts = Parts(context.Text, pieces[match.First]);
        return Calendar.Day(parts[0], parts[1], parts[2]) is { } day ? TimeValue.Day(day) : null;
    }

    /// <summary>24/01/2019 or 01/24/2019; where both can be, the one nearer to publication, else day first.</summary>
    public static TimeValue? Numeric(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var parts = Parts(context.Text, pieces[match.First]);
        var year = parts[2] < 100 ? YearOperations.Full(parts[2], context) : parts[2];
        var (first, second) = (Calendar.Day(year, parts[1], parts[0]), Calendar.Day(year, parts[0], parts[1]));
        var best = first is null ? second : second is null || context.Published is not { } published ? first
            : Distance(second.Value, published) < Distance(first.Value, published) ? second : first;
        return best is null ? null : TimeValue.Day(best);
    }

    public static TimeValue? Date(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (match.Day == 0)
            match.Day = match.Nth;
        if (match.Day > 31)
            return null;
        if (match.Year == 0 && match.Year2 > 0)
            match.Year = YearOperations.Full(match.Year2, context);
        var kind = match.Part >= 0 ? TimeKind.Time : TimeKind.Date;
        if (match.Day == 0)
            return match.Year > 0 ? TimeValue.Month(match.Year, match.Month) : Month(ref match, pieces, context);
        if (match.Year > 0)
            return Calendar.Day(match.Year, match.Month, match.Day) is { } whole ? TimeValue.Day(whole, kind) : null;
        if (match.Month == 5 && IsVerb(pieces[match.First], context))
            return null;
        return TimeValue.Day(Nearest(match.Month, match.Day, context), kind);
    }

    /// <summary>"June 12-14".</summary>
    public static TimeValue? Days(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (match.Day2 <= match.Day)
            return null;
        var first = match.Year > 0 ? Calendar.Day(match.Year, match.Month, match.Day) : Nearest(match.Month, match.Day, context);
        if (first is not { } from)
            return TimeValue.Of(TimeKind.Interval, null);
        return Calendar.Day(from.Year, from.Month, match.Day2) is { } to
            ? new(TimeKind.Interval, Calendar.Text(from, to), null, from, Grain.Day) : null;
    }

    public static TimeValue? Month(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var words = context.Words;
        if (match.Pattern.Offset is null && match.Mod == 0 && match.Pattern.Operation == "month" && words.Vocabulary.Is(pieces[match.First].Word, words.Doubtful)
            && !words.Is(pieces, match.First - 1, words.StrongPrepositions) && !IsListed(match, pieces, words))
            return null;
        if (context.Published is not { } published)
            return TimeValue.Of(TimeKind.Date, null);
        var year = match.Pattern.Offset switch
        {
            -1 => match.Month < published.Month ? published.Year : published.Year - 1,
            1 => match.Month > published.Month ? published.Year : published.Year + 1,
            0 => published.Year,
            _ => Year(match.Month, published, context.DirectionOf(pieces, match), words.Is(pieces, match.First - 1, words.Till)),
        };
        return TimeValue.Month(year, match.Month);
    }

    /// <summary>"March last year".</summary>
    public static TimeValue? MonthOf(in TimeMatch match, DateOnly? from) =>
        from is { } day && match.Pattern.Offset is { } offset ? TimeValue.Month(day.Year + offset, match.Month) : TimeValue.Of(TimeKind.Date, null);

    // "between April and June": the second of two months.
    private static bool IsListed(in TimeMatch match, ReadOnlySpan<Piece> pieces, TimeWords words) =>
        words.Is(pieces, match.First - 1, words.Join) && match.First >= 2 && words.Vocabulary.Is(pieces[match.First - 2].Word, words.Months);

    private static bool IsVerb(in Piece piece, TimeContext context) => !char.IsUpper(context.Text[piece.Begin]);

    private static int Year(int month, DateOnly published, Direction direction, bool till) => direction switch
    {
        Direction.Future => month >= published.Month ? published.Year : published.Year + 1,
        Direction.Unknown or Direction.Present when till => month >= published.Month ? published.Year : published.Year + 1,
        _ => month <= published.Month ? published.Year : published.Year - 1,
    };

    /// <summary>The day of that name that is nearest to publication: a writer who means another gives the year.</summary>
    private static DateOnly? Nearest(int month, int day, TimeContext context)
    {
        if (context.Published is not { } published)
            return null;
        DateOnly? best = null;
        for (var year = published.Year - 4; year <= published.Year + 4; year++)
            if (Calendar.Day(year, month, day) is { } candidate && (best is not { } other || Distance(candidate, published) < Distance(other, published)))
                best = candidate;
        return best;
    }

    private static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    private static int[] Parts(string text, in Piece piece)
    {
        Span<Range> ranges = stackalloc Range[4];
        var letters = text.AsSpan(piece.Begin, piece.End - piece.Begin);
        var count = letters.SplitAny(ranges, "-/.");
        var parts = new int[3];
        for (var i = 0; i < Math.Min(count, 3); i++)
            parts[i] = int.Parse(letters[ranges[i]], NumberStyles.None, CultureInfo.InvariantCulture);
        return parts;
    }
}
