namespace Demarche.Times;

/// <summary>The units of words.tsv.</summary>
internal static class Units
{
    public const int Second = 1, Minute = 2, Hour = 3, Day = 4, Week = 5, Month = 6, Quarter = 7, Year = 8, Decade = 9, Century = 10, Weekend = 11, Night = 12, Fortnight = 13;

    /// <summary>An ISO 8601 duration; "X" for a number that is not told.</summary>
    public static string? Duration(double number, int unit)
    {
        var (factor, letter, time) = unit switch
        {
            Second => (1, 'S', true),
            Minute => (1, 'M', true),
            Hour => (1, 'H', true),
            Day or Night => (1, 'D', false),
            Weekend => (2, 'D', false),
            Week => (1, 'W', false),
            Fortnight => (2, 'W', false),
            Month => (1, 'M', false),
            Quarter => (3, 'M', false),
            Year => (1, 'Y', false),
            Decade => (10, 'Y', false),
            Century => (100, 'Y', false),
            _ => (0, ' ', false),
        };
        if (factor == 0)
            return null;
        var prefix = time ? "PT" : "P";
        if (double.IsNaN(number))
            return prefix + "X" + letter;
        var amount = number * factor;
        if (amount != Math.Floor(amount))
        {
            // "two and a half years": 30 months; "half an hour": 30 minutes
            (amount, letter, prefix) = (letter, time) switch
            {
                ('Y', _) => (amount * 12, 'M', "P"),
                ('H', _) => (amount * 60, 'M', "PT"),
                ('M', true) => (amount * 60, 'S', "PT"),
                ('D', _) => (amount * 24, 'H', "PT"),
                ('W', _) => (amount * 7, 'D', "P"),
                ('M', false) => (amount * 30, 'D', "P"),
                _ => (amount, letter, prefix),
            };
            amount = Math.Round(amount);
        }
        return amount is < 0 or > 1e15 ? null : prefix + ((long)amount).ToString(System.Globalization.CultureInfo.InvariantCulture) + letter;
    }
}
