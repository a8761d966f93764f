using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>
/// Puts neighbouring times together: "from 2005 to 2013", "between April and June", "since Tuesday", "10 a.m. on Thursday".
/// </summary>
internal sealed class TimeStretches(TimeWords words)
{
    public void Join(List<FoundTime> found, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        for (var i = 0; i < found.Count; i++)
        {
            // "16:15 UTC, June 1st"
            if (i + 1 < found.Count && found[i].Match.Minutes >= 0 && found[i].Value.Kind == TimeKind.Time && found[i + 1].Value is { Kind: TimeKind.Date, Grain: Grain.Day, Anchor: { } day }
                && found[i + 1].Match.First - found[i].Match.Last <= 2)
                found[i] = new(found[i].Match, ClockOperations.At(day, found[i].Match));
            if (i + 1 < found.Count && JoinTwo(found[i], found[i + 1], pieces, context) is { } joined)
            {
                found[i] = joined;
                found.RemoveAt(i + 1);
            }
            found[i] = Since(found[i], pieces, context);
        }
    }

    private FoundTime? JoinTwo(in FoundTime one, in FoundTime other, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        var between = other.Match.First - one.Match.Last - 1;
        var match = one.Match;
        match.Last = other.Match.Last;
        if (one.Value.Kind == TimeKind.Time && one.Match.Minutes >= 0 && other.Value is { Kind: TimeKind.Date, Grain: Grain.Day, Anchor: { } day }
            && (between == 0 || (between == 1 && IsOn(pieces[one.Match.Last + 1], context.Text))))
            return new(match, ClockOperations.At(day, one.Match));
        if (other.Value.Kind == TimeKind.Time && other.Match.Minutes >= 0 && one.Value is { Kind: TimeKind.Date, Grain: Grain.Day } && between == 0)
            return new(match, other.Value);
        if (between != 1 || !IsDate(one.Value) || !IsDate(other.Value) || !words.Is(pieces, one.Match.Last + 1, words.Join))
            return null;
        var join = context.Text.AsSpan(pieces[one.Match.Last + 1].Begin, pieces[one.Match.Last + 1].End - pieces[one.Match.Last + 1].Begin);
        var isFrom = words.Is(pieces, one.Match.First - 1, words.From);
        var isBetween = words.Is(pieces, one.Match.First - 1, words.Between);
        var isAnd = join.Equals("and", StringComparison.OrdinalIgnoreCase);
        if (isAnd != isBetween || (!isFrom && one.Value.Grain != other.Value.Grain))
            return null;
        var (from, to) = (one.Value.Value!, other.Value.Value!);
        // "from June to August 2018", "from March 3 to 2015" would be none
        if (one.Match.Year == 0 && other.Match.Year > 0 && one.Match.Month > 0)
            from = one.Value.Anchor is { } anchor && other.Value.Anchor is { } end
                ? one.Value.Grain == Grain.Month ? Calendar.Text(end.Year, anchor.Month) : Calendar.Day(end.Year, anchor.Month, anchor.Day) is { } day2 ? Calendar.Text(day2) : from
                : from;
        else if (string.CompareOrdinal(from, to) > 0)
            return null;
        if (isFrom || isBetween)
            match.First--;
        return new(match, one.Value with { Kind = TimeKind.Interval, Value = from + "/" + to });
    }

    /// <summary>"since Tuesday" runs from Tuesday to publication.</summary>
    private FoundTime Since(in FoundTime time, ReadOnlySpan<Piece> pieces, TimeContext context)
    {
        if (!IsDate(time.Value) || !words.Is(pieces, time.Match.First - 1, words.Since))
            return time;
        var match = time.Match;
        match.First--;
        var end = context.Published is { } today && time.Value.Anchor is { } anchor && anchor <= today ? Calendar.Text(today) : "..";
        return new(match, time.Value with { Kind = TimeKind.Interval, Value = time.Value.Value + "/" + end });
    }

    private static bool IsOn(in Piece piece, string text) => text.AsSpan(piece.Begin, piece.End - piece.Begin).Equals("on", StringComparison.OrdinalIgnoreCase);

    private static bool IsDate(in TimeValue value) =>
        value.Kind is TimeKind.Date or TimeKind.Time && value.Value is { } text && value.Anchor is not null && !text.Contains('/') && !text.Contains('X') && !text.Contains('T');
}
