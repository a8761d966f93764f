using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Reading.Cleaning;

/// <summary>Reads full dates as bylines, page fields and file names write them.</summary>
internal static partial class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first full date in a text, and where it stands.</summary>
    public static (DateOnly Date, int Begin, int End)? Find(string text)
    {
        (DateOnly Date, int Begin, int End)? first = null;
        Consider(MonthFirst().Match(text), ref first);
        Consider(DayFirst().Match(text), ref first);
        Consider(YearFirst().Match(text), ref first);
        Consider(Slashed().Match(text), ref first);
        return first;
    }

    /// <summary>A date at the beginning or end of a file's name: "2019-01-24-oath", "caracas-20190124", "caracas_2019-01-24_x".</summary>
    public static DateOnly? InFileName(string name)
    {
        foreach (Match match in FileDate().Matches(name))
            if (Make(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is { } date)
                return date;
        return null;
    }

    /// <summary>A date that is part of a page's address: ".../2019/01/24/...".</summary>
    public static DateOnly? InAddress(string address)
    {
        var match = AddressDate().Match(address);
        return match.Success ? Make(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) : null;
    }

    /// <summary>
    /// A machine's or a person's time stamp: the day, and the moment in ISO 8601 where a zone is given. Days are those of the stamp's own zone.
    /// </summary>
    public static (DateOnly? Day, string? Moment) Stamp(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
            return (null, null);
        text = text.Trim();
        var iso = IsoMoment().Match(text);
        if (iso.Success && Make(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value) is { } day)
        {
            if (!iso.Groups["time"].Success || !iso.Groups["zone"].Success)
                return (day, null);
            var time = iso.Groups["time"].Value;
            var zone = iso.Groups["zone"].Value;
            zone = zone is "z" or "Z" or "UTC" or "GMT" ? "Z" : zone.Length == 5 ? zone[..3] + ":" + zone[3..] : zone.Length == 3 ? zone + ":00" : zone;
            if (time.Length == 5)
                time += ":00";
            return (day, $"{day:yyyy-MM-dd}T{time}{(zone is "+00:00" or "-00:00" ? "Z" : zone)}");
        }
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is > 1500 and < 2200 && text.Any(char.IsDigit))
        {
            var exact = Rfc822().IsMatch(text);
            if (exact || Find(text) is not null)
                return (DateOnly.FromDateTime(moment.DateTime), exact ? moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null);
        }
        return (Find(text)?.Date, null);
    }

    private static void Consider(Match match, ref (DateOnly Date, int Begin, int End)? first)
    {
        if (match.Success && (first is null || match.Index < first.Value.Begin)
            && Make(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is { } date)
            first = (date, match.Index, match.Index + match.Length);
    }

    private static DateOnly? Make(string year, string month, string day)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        var m = char.IsAsciiDigit(month[0]) ? int.Parse(month, CultureInfo.InvariantCulture) : 1 + Array.IndexOf(Months, month.Length < 3 ? "" : month[..3].ToLowerInvariant());
        // 1/24/2019 can only be the American order; where both could be, it is taken as American, as the news in English mostly is.
        if (m > 12 && d <= 12)
            (m, d) = (d, m);
        return y is >= 1500 and < 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(y, m, d) : null;
    }

    private const string MonthName = @"(?<m>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b\.?";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b" + MonthName + @" ?(?<d>\d{1,2})(st|nd|rd|th)?,? ?(?<y>\d{4})\b", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<d>\d{1,2})(st|nd|rd|th)?( of)?[ -]" + MonthName + @",?[ -](?<y>\d{4})\b", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)", Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\b(?<m>\d{1,2})[/.-](?<d>\d{1,2})[/.-](?<y>\d{4})\b", Options)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<!\d)(?<y>1[5-9]\d\d|20\d\d)(?<s>[-_.]?)(?<m>0[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12]\d|3[01])(?!\d)", Options)]
    private static partial Regex FileDate();

    [GeneratedRegex(@"/(?<y>(19|20)\d\d)/(?<m>\d{1,2}|[a-z]{3})/(?<d>\d{1,2})(?=[/-])", Options)]
    private static partial Regex AddressDate();

    [GeneratedRegex(@"^(?<y>\d{4})-?(?<m>\d\d)-?(?<d>\d\d)([T ](?<time>\d\d:\d\d(:\d\d)?)([.,]\d+)? ?(?<zone>Z|UTC|GMT|[+-]\d\d(:?\d\d)?)?)?", Options)]
    private static partial Regex IsoMoment();

    [GeneratedRegex(@"^([a-z]{3,9}, )?\d{1,2} [a-z]{3,9} \d{4} \d{1,2}:\d\d(:\d\d)? ([+-]\d{4}|GMT|UTC|Z)$", Options)]
    private static partial Regex Rfc822();
}
