using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Reading.Cleaning;

/// <summary>The stamp of an entry of a live blog: "14:05 GMT", "Posted at 2:05 p.m.", "24 Jan 2019 14:05".</summary>
/// <param name="Day">The day, where the stamp tells it.</param>
/// <param name="Minute">The minute of the day; null for a stamp that tells a day alone.</param>
/// <param name="Length">How many characters of the block are the stamp.</param>
internal readonly partial record struct EntryStamp(DateOnly? Day, int? Minute, int Length)
{
    private const int Longest = 70;

    /// <summary>The stamp that a block is or begins with; null where it does neither.</summary>
    /// <param name="block">The block.</param>
    /// <param name="near">The day of publication, which tells the year of "24 Jan".</param>
    public static EntryStamp? Read(in Block block, DateOnly? near)
    {
        if (block.Kind == BlockKind.Caption)
            return null;
        var text = block.Text;
        var (day, moment) = DateText.Stamp(block.Stamp);
        if (text.Length <= Longest && Whole().Match(text) is { Success: true } whole && (whole.Groups["h"].Success || whole.Groups["date"].Success))
            return Minutes(whole) is var minute && (minute is not null || !whole.Groups["h"].Success)
                ? new(DayOf(whole.Groups["date"].Value, near) ?? day, minute ?? MinuteOf(moment), text.Length) : null;
        // The page tells the moment where its reader sees "2 hours ago".
        if (day is not null && text.Length <= 40 && MinuteOf(moment) is { } told)
            return new(day, told, text.Length);
        return text.Length > 40 && Leading().Match(text) is { Success: true } leading && Minutes(leading) is { } at
            ? new(DayOf(leading.Groups["date"].Value, near), at, leading.Length) : null;
    }

    private static int? Minutes(Match match)
    {
        if (!match.Groups["h"].Success)
            return null;
        var hour = int.Parse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = int.Parse(match.Groups["min"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (match.Groups["ap"] is { Success: true } half)
            hour = (hour % 12) + (char.ToLowerInvariant(half.ValueSpan[0]) == 'p' ? 12 : 0);
        return hour < 24 && minute < 60 ? hour * 60 + minute : null;
    }

    private static int? MinuteOf(string? moment) =>
        moment is { Length: > 16 } && int.TryParse(moment.AsSpan(11, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(moment.AsSpan(14, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute) ? hour * 60 + minute : null;

    private static DateOnly? DayOf(string date, DateOnly? near)
    {
        if (date.Length == 0)
            return null;
        if (DateText.Find(date) is { } full)
            return full.Date;
        // "24 Jan": of the year that lies not after publication.
        if (near is not { } published || DateText.Find(date + " " + published.Year.ToString(CultureInfo.InvariantCulture)) is not { } told)
            return null;
        return told.Date > published.AddDays(1) ? told.Date.AddYears(-1) : told.Date;
    }

    private const string Month = @"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?";
    private const string Date = @"(?<date>((mon|tues|wednes|thurs|fri|satur|sun)day,? |(mon|tue|wed|thu|fri|sat|sun)\.?,? )?(\d{1,2}(st|nd|rd|th)? " + Month + @"(,? \d{4})?|" + Month + @" \d{1,2}(st|nd|rd|th)?(,? \d{4})?|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}))";
    private const string Clock = @"(?<h>\d{1,2})([:.h](?<min>\d\d)(:\d\d)?|(?<min>[0-5]\d)(?=h(rs)?\b| ?(gmt|utc|local)))( ?(?<ap>[ap])\.?m\b\.?|h(rs)?)?";
    private const string Zone = @"( ?\(?([ecmpb][sde]?t|gmt|utc|cest|eest|eet|msk|ist|jst|kst|aest|aedt|[+-]\d\d:?\d\d|local time|local|eastern|[a-z]+ time)([ ]?[+-]\d{1,2})?\)?)?";
    private const string Word = @"((last )?(posted|published|updated|filed|added|entry|time|at|on)( at| on| by)?:? )?";
    private const string Ago = @"(\d+ ?(m|h|d|min|mins|minutes?|hours?|days?)( ago)?[ ,|·•-]*)?";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^" + Word + Ago + @"(" + Date + @"[ ,|·•–—-]*(at )?(" + Clock + Zone + @")?|" + Clock + Zone + @"([ ,|·•–—-]*(on )?" + Date + @")?)\.?$", Options)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^" + Word + @"(" + Date + @"[ ,|·•–—-]*)?" + Clock + Zone + @"( ?[:–—|] ?| - )(?=(?-i:[\p{Lu}""“'‘]))", Options)]
    private static partial Regex Leading();
}
