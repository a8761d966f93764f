namespace Demarche.Times;

/// <summary>What a match is worth.</summary>
/// <param name="Kind">What kind of time.</param>
/// <param name="Value">EDTF, an ISO 8601 duration, a reference, or null.</param>
/// <param name="Resolved">The date that a duration leads to.</param>
/// <param name="Anchor">A day within the time, which "a day later" counts from.</param>
/// <param name="Grain">How fine it is.</param>
internal readonly record struct TimeValue(TimeKind Kind, string? Value, string? Resolved, DateOnly? Anchor, Grain Grain)
{
    public static TimeValue Of(TimeKind kind, string? value) => new(kind, value, null, null, Grain.Day);

    public static TimeValue Day(DateOnly? day, TimeKind kind = TimeKind.Date) => new(kind, day is { } known ? Calendar.Text(known) : null, null, day, Grain.Day);

    public static TimeValue Month(int year, int month) => new(TimeKind.Date, Calendar.Text(year, month), null, Calendar.Day(year, month, 1), Grain.Month);

    public static TimeValue Year(int year) => new(TimeKind.Date, Calendar.Text(year), null, Calendar.Day(year, 1, 1), Grain.Year);
}
