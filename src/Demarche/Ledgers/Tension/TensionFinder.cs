namespace Demarche.Ledgers.Tension;

// Mirrors docs/ledger.md one to one. Names turn into snake_case in JSON.
#pragma warning disable CS1591 // the fields are described in docs/ledger.md, field by field

/// <summary>How two actors deal with each other, week by week.</summary>
public sealed record DyadTension
{
    public required string One { get; init; }
    public required string Other { get; init; }
    public double Current { get; init; }
    public double Baseline { get; init; }
    public int Events { get; init; }
    public IReadOnlyList<TensionWeek> Weeks { get; init; } = [];
    public IReadOnlyList<TensionChange> Changes { get; init; } = [];
}

/// <summary>A week's sum of PLOVER scores; the week is named by its Monday, weeks without events are left out.</summary>
public sealed record TensionWeek(string Week, double Score, int Events);

/// <summary>A week in which the weekly mean changed, and the means before and after.</summary>
public sealed record TensionChange(string Week, double Before, double After);

/// <summary>Weekly scores of pairs of actors, each event once, with their baseline and the weeks of change.</summary>
public static class TensionFinder
{
    private const int MostDyads = 200;
    private const int MostWeeks = 260;
    private const int BaselineWeeks = 26;

    /// <summary>The pairs with most events, of at least three, those with most events first.</summary>
    public static IReadOnlyList<DyadTension> Of(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (ledger.AsOf is not { } day)
            return [];
        var now = Monday(day);
        Dictionary<(int, int), Dictionary<int, (double Score, int Events)>> dyads = [];
        foreach (var item in ledger.AllEvents)
        {
            if (item.Sort.Status != "actual" || item.Sort.Score is not { } score || item.Days is not { } days || days.First > day || days.Last.DayNumber - days.First.DayNumber > 6)
                continue;
            var week = Monday(days.First);
            if (now - week >= MostWeeks * 7)
                continue;
            foreach (var actor in item.Actors)
                foreach (var recipient in item.Recipients)
                {
                    var (one, other) = (ledger.Joined.All[actor].Principal, ledger.Joined.All[recipient].Principal);
                    if (one == other)
                        continue;
                    var key = one < other ? (one, other) : (other, one);
                    if (!dyads.TryGetValue(key, out var weeks))
                        dyads.Add(key, weeks = []);
                    var (sum, events) = weeks.GetValueOrDefault(week);
                    weeks[week] = (sum + score, events + 1);
                }
        }
        return
        [
            .. dyads.Select(pair => (pair.Key, Weeks: pair.Value, Events: pair.Value.Values.Sum(week => week.Events))).Where(dyad => dyad.Events >= 3)
                .OrderByDescending(dyad => dyad.Events).ThenBy(dyad => dyad.Key).Take(MostDyads)
                .Select(dyad => Tension(ledger.Joined.All[dyad.Key.Item1].Id, ledger.Joined.All[dyad.Key.Item2].Id, dyad.Weeks, dyad.Events, now)),
        ];
    }

    /// <summary>The tension of one pair from its weeks, which are named by the day numbers of their Mondays.</summary>
    internal static DyadTension Tension(string one, string other, Dictionary<int, (double Score, int Events)> weeks, int events, int now)
    {
        var first = weeks.Keys.Min();
        var series = new double[((now - first) / 7) + 1];
        foreach (var (week, (score, _)) in weeks)
            series[(week - first) / 7] = score;
        var before = series.AsSpan(Math.Max(0, series.Length - 1 - BaselineWeeks)..(series.Length - 1)).ToArray();
        var bounds = Pelt.Changes(series);
        return new()
        {
            One = one,
            Other = other,
            Current = Round(series[^1]),
            Baseline = Round(Pelt.Median(before)),
            Events = events,
            Weeks = [.. weeks.OrderBy(week => week.Key).Select(week => new TensionWeek(Name(week.Key), Round(week.Value.Score), week.Value.Events))],
            Changes =
            [
                .. bounds.Select((at, number) => new TensionChange(
                    Name(first + (at * 7)),
                    Round(series[(number == 0 ? 0 : bounds[number - 1])..at].Average()),
                    Round(series[at..(number + 1 < bounds.Count ? bounds[number + 1] : series.Length)].Average()))),
            ],
        };
    }

    internal static int Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);

    private static string Name(int day) => EdtfDays.Text(DateOnly.FromDayNumber(day));

    private static double Round(double value) => Math.Round(value, 3);
}
