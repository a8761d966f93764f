using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Turns a match into its value: one operation of patterns.tsv after the other, by concept.</summary>
internal static class TimeResolver
{
    private delegate TimeValue? Operation(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context);

    private static readonly Dictionary<string, Operation> Operations = new(StringComparer.Ordinal)
    {
        ["none"] = static (ref _, _, _) => null,
        ["iso"] = DateOperations.Iso,
        ["numeric"] = DateOperations.Numeric,
        ["date"] = DateOperations.Date,
        ["days"] = DateOperations.Days,
        ["month"] = DateOperations.Month,
        ["monthof"] = static (ref match, _, context) => DateOperations.MonthOf(match, context.Published),
        ["monthofref"] = static (ref match, _, context) => DateOperations.MonthOf(match, context.From),
        ["weekday"] = WeekOperations.Weekday,
        ["weekdayof"] = WeekOperations.WeekdayOf,
        ["weekend"] = WeekOperations.Weekend,
        ["weekof"] = WeekOperations.WeekOfMonth,
        ["day"] = RelativeOperations.Day,
        ["overnight"] = static (ref _, _, context) => TimeValue.Day(context.Start, TimeKind.Time),
        ["unit"] = RelativeOperations.Unit,
        ["unitof"] = static (ref match, _, context) => RelativeOperations.Period(context.Published, Units.Year, 0),
        ["unitend"] = RelativeOperations.UnitEnd,
        ["unitlast"] = static (ref match, _, context) => RelativeOperations.YearBefore(context),
        ["ago"] = RelativeOperations.Ago,
        ["ahead"] = RelativeOperations.Ahead,
        ["in"] = RelativeOperations.In,
        ["earlier"] = ReferenceOperations.Earlier,
        ["later"] = ReferenceOperations.Later,
        ["refword"] = ReferenceOperations.Word,
        ["refunit"] = ReferenceOperations.Unit,
        ["refnext"] = static (ref match, _, context) => TimeValue.Day(ReferenceOperations.Moved(context.FromFor(Units.Day), 1)),
        ["refname"] = ReferenceOperations.Name,
        ["refpart"] = static (ref match, _, context) => TimeValue.Day(context.FromFor(Units.Day), TimeKind.Time),
        ["duration"] = DurationOperations.Duration,
        ["duration1"] = static (ref match, pieces, context) => DurationOperations.Of(1, match, pieces, context),
        ["durations"] = DurationOperations.Duration,
        ["durationx"] = static (ref match, pieces, context) => DurationOperations.Of(double.NaN, match, pieces, context),
        ["durationhalf"] = static (ref match, pieces, context) => DurationOperations.Of(0.5, match, pieces, context),
        ["durationandhalf"] = static (ref match, pieces, context) => DurationOperations.Of(match.Number + 0.5, match, pieces, context),
        ["set"] = static (ref match, _, _) => DurationOperations.Set(1, match.Unit),
        ["set2"] = static (ref match, _, _) => DurationOperations.Set(2, match.Unit),
        ["setn"] = static (ref match, _, _) => DurationOperations.Set(match.Number, match.Unit),
        ["setday"] = static (ref _, _, _) => DurationOperations.Set(1, Units.Day),
        ["setweek"] = static (ref _, _, _) => DurationOperations.Set(1, Units.Week),
        ["setfortnight"] = static (ref _, _, _) => DurationOperations.Set(2, Units.Week),
        ["year"] = YearOperations.Year,
        ["yearfree"] = static (ref match, _, _) => TimeValue.Year(match.Year),
        ["year2"] = YearOperations.ShortYear,
        ["years"] = YearOperations.Span,
        ["decade"] = static (ref match, _, _) => YearOperations.Decade(match.Year),
        ["decade2"] = static (ref match, _, context) => YearOperations.Decade(YearOperations.Full(match.Year2, context)),
        ["decadeword"] = static (ref match, _, context) => YearOperations.Decade(YearOperations.Full(match.Decade, context)),
        ["century"] = YearOperations.Century,
        ["quarter"] = static (ref match, _, _) => YearOperations.Quarter(match, match.Year),
        ["quarterof"] = static (ref match, _, context) => YearOperations.Quarter(match, context.Published?.Year + match.Pattern.Offset),
        ["quarternear"] = YearOperations.NearQuarter,
        ["half"] = static (ref match, _, _) => YearOperations.Half(match, match.Year),
        ["halfof"] = static (ref match, _, context) => YearOperations.Half(match, context.Published?.Year + match.Pattern.Offset),
        ["season"] = SeasonOperations.Season,
        ["seasonnear"] = SeasonOperations.Near,
        ["holiday"] = HolidayOperations.Holiday,
        ["clock"] = ClockOperations.Clock,
        ["clockword"] = ClockOperations.Clock,
        ["ref"] = static (ref match, _, _) => TimeValue.Of(TimeKind.Date, match.Pattern.Argument),
    };

    /// <summary>Whether there is an operation of that name.</summary>
    public static bool Knows(string operation) => Operations.ContainsKey(operation);

    /// <summary>The value of a match, or null where it is no time after all. May move the match's first piece.</summary>
    public static TimeValue? Resolve(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        Operations[match.Pattern.Operation](ref match, pieces, context);
}
