using Demarche.Language.Models;

namespace Demarche.Training;

/// <summary>A model's bytes, and the model over them, held in place until it is disposed of.</summary>
internal sealed class TrainedModel : IDisposable
{
    private readonly PinnedBytes _pinned;

    public TrainedModel(byte[] bytes)
    {
        Bytes = bytes;
        _pinned = new(bytes);
        Model = new(_pinned.Open());
    }

    public byte[] Bytes { get; }

    public LinearModel Model { get; }

    public static TrainedModel Of(IReadOnlyList<string> classes, IEnumerable<(ulong, List<(int, double)>)> averages, int most)
    {
        using var writer = new ModelWriter();
        var (features, weights) = LinearModelWriter.Write(writer, classes, averages, most);
        var bytes = writer.ToArray();
        Console.WriteLine($"    {features} features, {weights} weights, {bytes.Length / 1e6:F1} MB");
        return new(bytes);
    }

    public void Dispose() => _pinned.Dispose();
}
