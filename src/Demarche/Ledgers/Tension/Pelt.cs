namespace Demarche.Ledgers.Tension;

/// <summary>
/// Finds where the mean of a series changes: PELT, which finds the best of all divisions into stretches in linear time (Killick,
/// Fearnhead and Eckley 2012), with squared deviations as cost and 2 σ² ln n for each change.
/// </summary>
internal static class Pelt
{
    /// <summary>The positions at which new stretches begin, without the first.</summary>
    public static IReadOnlyList<int> Changes(ReadOnlySpan<double> series)
    {
        var count = series.Length;
        if (count < 4)
            return [];
        var penalty = 2 * Variance(series) * Math.Log(count);
        var sums = new double[count + 1];
        var squares = new double[count + 1];
        for (var at = 0; at < count; at++)
        {
            sums[at + 1] = sums[at] + series[at];
            squares[at + 1] = squares[at] + (series[at] * series[at]);
        }
        var best = new double[count + 1];
        var last = new int[count + 1];
        best[0] = -penalty;
        List<int> candidates = [0];
        for (var end = 1; end <= count; end++)
        {
            best[end] = double.MaxValue;
            foreach (var begin in candidates)
            {
                var total = best[begin] + Cost(begin, end) + penalty;
                if (total < best[end])
                    (best[end], last[end]) = (total, begin);
            }
            var limit = best[end];
            candidates.RemoveAll(begin => best[begin] + Cost(begin, end) > limit);
            candidates.Add(end);
        }
        List<int> changes = [];
        for (var at = last[count]; at > 0; at = last[at])
            changes.Add(at);
        changes.Reverse();
        return changes;

        double Cost(int begin, int end)
        {
            var sum = sums[end] - sums[begin];
            return squares[end] - squares[begin] - (sum * sum / (end - begin));
        }
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    // From the median of the steps, which the changes themselves hardly move; never below a small event's score.
    private static double Variance(ReadOnlySpan<double> series)
    {
        var steps = new double[series.Length - 1];
        for (var at = 0; at < steps.Length; at++)
            steps[at] = Math.Abs(series[at + 1] - series[at]);
        var sigma = Math.Max(1, 1.4826 * Median(steps) / Math.Sqrt(2));
        return sigma * sigma;
    }
}
