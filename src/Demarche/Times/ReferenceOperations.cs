using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Times told from the time told before.</summary>
internal static class ReferenceOperations
{
    public static TimeValue? Earlier(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (LeadsOn(match, pieces, context.Words))
            return DurationOperations.Of(match.Number, match, pieces, context);
        return match.IsVague ? TimeValue.Of(TimeKind.Date, "PAST_REF")
            : RelativeOperations.Away(context.FromFor(match.Unit), -match.Number, match.Unit, context.Reference?.Grain ?? Grain.Day);
    }

    public static TimeValue? Later(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (LeadsOn(match, pieces, context.Words))
            return DurationOperations.Of(match.Number, match, pieces, context);
        return match.IsVague ? TimeValue.Of(TimeKind.Date, null)
            : RelativeOperations.Away(context.FromFor(match.Unit), match.Number, match.Unit, context.Reference?.Grain ?? Grain.Day);
    }

    /// <summary>"the day before"; before an event that is told after it, no date can be known.</summary>
    public static TimeValue? Word(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        LeadsOn(match, pieces, context.Words) ? TimeValue.Of(TimeKind.Date, null) : Unit(ref match, pieces, context);

    public static TimeValue? Unit(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var unit = match.Unit;
        for (var i = match.First; unit == 0 && i <= match.Last; i++)
            if (context.Words.Vocabulary.Value(pieces[i].Word, context.Words.UnitClass) is var value and not Vocabulary.Absent)
                unit = value;
        unit = unit == 0 || unit == Units.Night ? Units.Day : unit;
        return RelativeOperations.Period(context.FromFor(unit), unit, match.Pattern.Offset ?? 0);
    }

    /// <summary>"that March", "that Tuesday".</summary>
    public static TimeValue? Name(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (context.From is not { } from)
            return TimeValue.Of(TimeKind.Date, null);
        return match.Month > 0 ? TimeValue.Month(from.Year, match.Month) : TimeValue.Day(Moved(from, match.Weekday - Calendar.Iso(from)));
    }

    public static DateOnly? Moved(DateOnly? day, int days) => day is { } known ? Calendar.Add(known, days, Units.Day) : null;

    // "a day before, he ..." tells a date; "a day before the vote" hangs on the vote.
    private static bool LeadsOn(in TimeMatch match, ReadOnlySpan<Piece> pieces, TimeWords words) =>
        words.Vocabulary.Is(pieces[match.Last].Word, words.After) && match.Last + 1 < pieces.Length && !words.Is(pieces, match.Last + 1, words.Stops);
}
