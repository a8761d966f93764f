namespace Demarche.Ledgers.Tables;

/// <summary>A row of a monthly table.</summary>
/// <param name="Month">The month, as 2019-01.</param>
/// <param name="Source">The country of those who act, or PLOVER's code of an international body.</param>
/// <param name="Target">The country of those who are acted upon; null in the table of countries.</param>
/// <param name="Quad">PLOVER's quad class.</param>
/// <param name="Type">PLOVER's type.</param>
/// <param name="Events">Distinct events.</param>
/// <param name="Reports">Articles that tell of them, copies counted once.</param>
/// <param name="AssertedEvents">Distinct events that are only told in somebody's words.</param>
/// <param name="EventScore">The sum of PLOVER scores of distinct events.</param>
/// <param name="ReportScore">The sum of PLOVER scores, each article's telling counted.</param>
/// <param name="EventGoldstein">The sum of Goldstein's scores of distinct events.</param>
/// <param name="ReportGoldstein">The sum of Goldstein's scores, each article's telling counted.</param>
public sealed record MonthRow(
    string Month, string Source, string? Target, int Quad, string Type, int Events, int Reports, int AssertedEvents, double EventScore, double ReportScore,
    double EventGoldstein, double ReportGoldstein);

/// <summary>
/// Counts and scores by month, country and type. Only what happened is counted, not what was planned, possible or denied, and only
/// what a month is known of. An event of several countries counts for each of them, once.
/// </summary>
public static class MonthTable
{
    /// <summary>By country of those who act.</summary>
    public static IReadOnlyList<MonthRow> Countries(Ledger ledger) => Make(ledger, isDyadic: false);

    /// <summary>By country of those who act and of those who are acted upon.</summary>
    public static IReadOnlyList<MonthRow> Dyads(Ledger ledger) => Make(ledger, isDyadic: true);

    private static IReadOnlyList<MonthRow> Make(Ledger ledger, bool isDyadic)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Dictionary<(int Month, string Source, string Target, string Type), Sums> rows = [];
        HashSet<(string, string)> pairs = [];
        foreach (var item in ledger.AllEvents)
        {
            if (item.Sort.Status != "actual" || item.Days is not { } days || (days.First.Year, days.First.Month) != (days.Last.Year, days.Last.Month))
                continue;
            pairs.Clear();
            foreach (var actor in item.Actors)
            {
                if (ledger.Joined.All[actor].Country is not { } source)
                    continue;
                if (!isDyadic)
                    pairs.Add((source, ""));
                else
                    foreach (var recipient in item.Recipients)
                        if (ledger.Joined.All[recipient].Country is { } target)
                            pairs.Add((source, target));
            }
            if (pairs.Count == 0)
                continue;
            var reports = ledger.Reports(item.Tellings);
            foreach (var (source, target) in pairs)
            {
                var key = ((days.First.Year * 12) + days.First.Month - 1, source, target, item.Sort.Type);
                if (!rows.TryGetValue(key, out var sums))
                    rows.Add(key, sums = new());
                sums.Add(item.Sort.Quad ?? 0, reports, !item.IsToldAsFact, item.Sort.Score ?? 0, item.Sort.Goldstein ?? 0);
            }
        }
        return
        [
            .. rows.OrderBy(row => row.Key.Month).ThenBy(row => row.Key.Source, StringComparer.Ordinal).ThenBy(row => row.Key.Target, StringComparer.Ordinal)
                .ThenBy(row => row.Value.Quad).ThenBy(row => row.Key.Type, StringComparer.Ordinal)
                .Select(row => row.Value.Row($"{row.Key.Month / 12:0000}-{(row.Key.Month % 12) + 1:00}", row.Key.Source, isDyadic ? row.Key.Target : null, row.Key.Type)),
        ];
    }

    private sealed class Sums
    {
        private int _events, _reports, _asserted;
        private double _eventScore, _reportScore, _eventGoldstein, _reportGoldstein;

        public int Quad { get; private set; }

        public void Add(int quad, int reports, bool isAsserted, double score, double goldstein)
        {
            Quad = quad;
            _events++;
            _reports += reports;
            _asserted += isAsserted ? 1 : 0;
            _eventScore += score;
            _reportScore += score * reports;
            _eventGoldstein += goldstein;
            _reportGoldstein += goldstein * reports;
        }

        public MonthRow Row(string month, string source, string? target, string type) => new(
            month, source, target, Quad, type, _events, _reports, _asserted, Math.Round(_eventScore, 3), Math.Round(_reportScore, 3),
            Math.Round(_eventGoldstein, 3), Math.Round(_reportGoldstein, 3));
    }
}
