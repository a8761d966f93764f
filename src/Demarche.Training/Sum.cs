namespace Demarche.Training;

/// <summary>Adds up the weights of perceptrons that share their features: the ensemble of linear models is a linear model.</summary>
internal static class Sum
{
    public static IEnumerable<(ulong Feature, List<(int Class, double Weight)> Weights)> Of(IReadOnlyList<Perceptron> perceptrons)
    {
        Dictionary<ulong, Dictionary<int, double>> sums = [];
        foreach (var perceptron in perceptrons)
            foreach (var (feature, weights) in perceptron.Averages())
            {
                if (!sums.TryGetValue(feature, out var row))
                    sums[feature] = row = [];
                foreach (var (label, weight) in weights)
                    row[label] = row.GetValueOrDefault(label) + weight;
            }
        return sums.OrderBy(item => item.Key).Select(item => (item.Key, item.Value.Select(pair => (pair.Key, pair.Value)).ToList()));
    }
}
