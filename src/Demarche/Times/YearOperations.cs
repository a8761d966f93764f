using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Years, decades, centuries, and the parts that years are cut into.</summary>
internal static class YearOperations
{
    private const int EarliestBare = 1900, LatestBare = 2060;

    /// <summary>Four digits, if what stands around them lets them be a year.</summary>
    public static TimeValue? Year(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var words = context.Words;
        int before = match.First - 1, after = match.Last + 1;
        if (words.Is(pieces, after, words.Counted) || words.Is(pieces, before, words.Numbered) || words.Is(pieces, before, words.Signs))
            return null;
        var glued = (before >= 0 && pieces[before].End == pieces[match.First].Begin && char.IsLetterOrDigit(context.Text[pieces[before].End - 1]))
            || (after < pieces.Length && pieces[after].Begin == pieces[match.Last].End && char.IsLetterOrDigit(context.Text[pieces[after].Begin]));
        if (glued)
            return null;
        var leads = words.Is(pieces, before, words.YearLeads) || match.Mod > 0;
        // "Tu-2000"
        if (before >= 1 && context.Text[pieces[before].Begin] == '-' && pieces[before].End == pieces[match.First].Begin && pieces[before - 1].End == pieces[before].Begin
            && pieces[before - 1].Kind == PieceKind.Word && match.Mod == 0)
            return null;
        if (match.Year is < EarliestBare or > LatestBare && !leads)
            return null;
        if ((match.Year % 100 == 0 || match.Year < EarliestBare) && context.IsPluralNoun(pieces, after))
            return null;
        return TimeValue.Year(match.Year);
    }

    public static TimeValue? ShortYear(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) => TimeValue.Year(Full(match.Year2, context));

    /// <summary>"the 2013-14 season".</summary>
    public static TimeValue? Span(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        match.Year2 == (match.Year + 1) % 100
            ? new(TimeKind.Interval, Calendar.Text(match.Year) + "/" + Calendar.Text(match.Year + 1), null, Calendar.Day(match.Year, 1, 1), Grain.Year)
            : match.Year % 100 < match.Year2
                ? new(TimeKind.Interval, Calendar.Text(match.Year) + "/" + Calendar.Text((match.Year / 100 * 100) + match.Year2), null, Calendar.Day(match.Year, 1, 1), Grain.Year)
                : null;

    /// <summary>The century that two digits stand in: not more than five years after publication.</summary>
    public static int Full(int year, TimeContext context)
    {
        var today = context.Published?.Year ?? 2030;
        var century = today / 100 * 100;
        return century + year <= today + 5 ? century + year : century - 100 + year;
    }

    public static TimeValue? Decade(int year) => year % 10 == 0 && Calendar.Digits(year / 10, 3) is { } value
        ? new TimeValue(TimeKind.Date, value, null, Calendar.Day(year, 1, 1), Grain.Decade) : null;

    public static TimeValue? Century(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context) =>
        match.Nth is >= 1 and <= 30 && Calendar.Digits(match.Nth - 1, 2) is { } value
            ? new(TimeKind.Date, value, null, Calendar.Day(Math.Max(1, (match.Nth - 1) * 100), 1, 1), Grain.Century) : null;

    public static TimeValue? Quarter(in TimeMatch match, int? year) =>
        year is { } known ? Of(Calendar.Quarter(known, match.Nth == 99 ? 4 : match.Nth), Calendar.Day(known, Math.Clamp((3 * match.Nth) - 2, 1, 12), 1)) : TimeValue.Of(TimeKind.Date, null);

    public static TimeValue? Half(in TimeMatch match, int? year) =>
        year is { } known ? Of(Calendar.Half(known, match.Nth == 99 ? 2 : match.Nth), Calendar.Day(known, match.Nth == 1 ? 1 : 7, 1)) : TimeValue.Of(TimeKind.Date, null);

    /// <summary>"the third quarter": the last that is over, or the next.</summary>
    public static TimeValue? NearQuarter(ref TimeMatch match, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (match.Nth is < 1 or > 4)
            return null;
        if (context.Published is not { } published)
            return TimeValue.Of(TimeKind.Date, null);
        var now = ((published.Month - 1) / 3) + 1;
        var year = context.DirectionOf(pieces, match) == Direction.Future ? (match.Nth >= now ? published.Year : published.Year + 1)
            : match.Nth < now ? published.Year : published.Year - 1;
        return Quarter(match, year);
    }

    private static TimeValue? Of(string? value, DateOnly? anchor) => value is null ? null : new TimeValue(TimeKind.Date, value, null, anchor, Grain.Month);
}
