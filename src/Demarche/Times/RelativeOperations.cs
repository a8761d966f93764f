using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Times told from the day of publication.</summary>
internal static class RelativeOperations
{
    public static TimeValue? Day(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        TimeValue.Day(ReferenceOperations.Moved(context.Published, match.Pattern.Offset ?? 0), match.Part >= 0 ? TimeKind.Time : TimeKind.Date);

    public static TimeValue? Unit(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var unit = match.Unit == 0 ? UnitOf(match, pieces, context.Words) : match.Unit;
        return unit == Units.Weekend && match.Pattern.Offset == 0 ? WeekOperations.Weekend(ref match, pieces, context)
            : Period(context.Published, unit, match.Pattern.Offset ?? 0);
    }

    /// <summary>"by the end of the year" is the year, and leads to its last day.</summary>
    public static TimeValue? UnitEnd(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var value = Period(context.Published, match.Unit, 0);
        if (!context.Words.Is(pieces, match.First - 1, context.Words.Till) || context.Published is not { } published)
            return value;
        DateOnly? last = match.Unit switch
        {
            Units.Week => Calendar.Add(published, 7 - Calendar.Iso(published), Units.Day),
            Units.Month => Calendar.Day(published.Year, published.Month, DateTime.DaysInMonth(published.Year, published.Month)),
            Units.Year => Calendar.Day(published.Year, 12, 31),
            _ => null,
        };
        return last is { } day ? value with { Resolved = Calendar.Text(day) } : value;
    }

    /// <summary>"the same month a year ago".</summary>
    public static TimeValue? YearBefore(TimeContext context)
    {
        if (context.From is not { } from)
            return TimeValue.Of(TimeKind.Date, null);
        return context.Reference?.Grain == Grain.Month ? TimeValue.Month(from.Year - 1, from.Month) : TimeValue.Year(from.Year - 1);
    }

    public static TimeValue? Ago(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        match.IsVague ? TimeValue.Of(TimeKind.Date, "PAST_REF") : Away(context.Published, -match.Number, match.Unit, Grain.Day);

    public static TimeValue? Ahead(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        match.IsVague ? TimeValue.Of(TimeKind.Date, "FUTURE_REF") : Away(context.Published, match.Number, match.Unit, Grain.Day);

    /// <summary>"will meet in two weeks" names a day, "fell 5% in two weeks" a length.</summary>
    public static TimeValue? In(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        // "could make 48,000 pins in a day" names no day
        var isOneDay = match.Number == 1 && match.Unit == Units.Day;
        if (!match.IsVague && !isOneDay && context.DirectionOf(pieces, match) == Direction.Future)
            return Away(context.Published, match.Number, match.Unit, Grain.Day);
        match.First++;
        return DurationOperations.Of(match.Number, match, pieces, context);
    }

    /// <summary>A day, month or year some units away, as fine as the unit.</summary>
    public static TimeValue Away(DateOnly? from, double number, int unit, Grain grain)
    {
        if (from is not { } start || Calendar.Add(start, number, unit) is not { } day)
            return TimeValue.Of(TimeKind.Date, null);
        return unit switch
        {
            Units.Second or Units.Minute or Units.Hour => TimeValue.Day(day, TimeKind.Time),
            Units.Month or Units.Quarter => TimeValue.Month(day.Year, day.Month),
            Units.Year or Units.Decade or Units.Century when grain == Grain.Month => TimeValue.Month(day.Year, day.Month),
            Units.Year or Units.Decade or Units.Century => TimeValue.Year(day.Year),
            _ => TimeValue.Day(day),
        };
    }

    public static TimeValue Period(DateOnly? from, int unit, int offset)
    {
        if (from is not { } day || Calendar.Period(day, unit, offset) is not { } value)
            return TimeValue.Of(TimeKind.Date, null);
        var grain = unit switch { Units.Day or Units.Night => Grain.Day, Units.Week or Units.Weekend => Grain.Week, Units.Month or Units.Quarter => Grain.Month, Units.Year => Grain.Year, Units.Decade => Grain.Decade, _ => Grain.Century };
        return new(TimeKind.Date, value, null, Calendar.Add(day, offset, unit), grain);
    }

    private static int UnitOf(in TimeMatch match, ReadOnlySpan<Piece> pieces, TimeWords words)
    {
        for (var i = match.Last; i >= match.First; i--)
            if (words.Vocabulary.Value(pieces[i].Word, words.UnitClass) is var unit and not Vocabulary.Absent)
                return unit;
        return 0;
    }
}
