using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Days of the week, weekends, weeks of a month.</summary>
internal static class WeekOperations
{
    public static TimeValue? Weekday(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var kind = match.Part >= 0 ? TimeKind.Time : TimeKind.Date;
        if (context.Published is not { } published)
            return TimeValue.Of(kind, null);
        var today = Calendar.Iso(published);
        var back = (today - match.Weekday + 7) % 7;
        var ahead = (7 - back) % 7;
        var move = (match.Pattern.Argument, match.Pattern.Offset) switch
        {
            ("+0", _) => ahead == 0 ? 7 : ahead,
            (_, -1) => back == 0 ? -7 : -back,
            (_, 1) => 7 - today + match.Weekday,
            _ => context.DirectionOf(pieces, match) switch
            {
                Direction.Future or Direction.Present => ahead,
                Direction.Unknown when match.Pattern.Offset == 0 => ahead,
                _ => -back,
            },
        };
        return TimeValue.Day(Calendar.Add(published, move, Units.Day), kind);
    }

    /// <summary>"Friday of next week".</summary>
    public static TimeValue? WeekdayOf(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        context.Published is { } published
            ? TimeValue.Day(Calendar.Add(published, match.Weekday - Calendar.Iso(published) + (7 * (match.Pattern.Offset ?? 0)), Units.Day))
            : TimeValue.Of(TimeKind.Date, null);

    /// <summary>"the weekend", "this weekend": the one behind or the one ahead.</summary>
    public static TimeValue? Weekend(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (context.Published is not { } published)
            return TimeValue.Of(TimeKind.Date, null);
        // "this weekend" is the coming one if nothing tells, "the weekend" the one behind.
        var direction = context.DirectionOf(pieces, match);
        var till = context.Words.Is(pieces, match.First - 1, context.Words.Till);
        var behind = Calendar.Iso(published) < 6
            && (direction == Direction.Past || (match.Pattern.Operation == "weekend" && direction != Direction.Future && !till));
        return RelativeOperations.Period(published, Units.Weekend, behind ? -1 : 0);
    }

    /// <summary>"the last week of March", "the first day of May 2018".</summary>
    public static TimeValue? WeekOfMonth(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var month = match.Year > 0 ? TimeValue.Month(match.Year, match.Month) : DateOperations.Month(ref match, pieces, context) ?? default;
        if (month.Anchor is not { } first || match.Unit is not (Units.Day or Units.Week or Units.Weekend) || match.Nth is > 5 and < 99)
            return month;
        var length = DateTime.DaysInMonth(first.Year, first.Month);
        if (match.Unit == Units.Day)
            return TimeValue.Day(first.AddDays((match.Nth == 99 ? length : match.Nth) - 1));
        // The first week is the one with the month's first Monday; the last one ends in the month.
        var monday = match.Nth == 99 ? first.AddDays(length - Calendar.Iso(first.AddDays(length - 1)) - (Calendar.Iso(first.AddDays(length - 1)) == 7 ? 0 : 7))
            : first.AddDays(((8 - Calendar.Iso(first)) % 7) + (7 * (match.Nth - 1)));
        var begin = match.Unit == Units.Week ? monday : monday.AddDays(5);
        return new(TimeKind.Date, Calendar.Text(begin, monday.AddDays(6)), null, begin, Grain.Week);
    }
}
