using Demarche.Language.Models;

namespace Demarche.Training;

/// <summary>Quantises averaged weights to 8 bits, drops those that round to nothing, and lays them out as <see cref="LinearModel"/> reads them.</summary>
internal static class LinearModelWriter
{
    /// <param name="writer">Where it goes.</param>
    /// <param name="classes">The classes' names.</param>
    /// <param name="averages">The weights; several models' may be given one after another and are summed by the caller.</param>
    /// <param name="most">How many features may stay: those with the largest weights.</param>
    public static (int Features, int Weights) Write(
        ModelWriter writer, IReadOnlyList<string> classes, IEnumerable<(ulong Feature, List<(int Class, double Weight)> Weights)> averages, int most)
    {
        var width = LinearModel.WidthOf(classes.Count);
        MemoryStream rows = new();
        rows.WriteByte(0);
        List<(ulong Feature, int Row)> places = [];
        var kept = 0;
        var all = averages.ToList();
        var largest = all.Select(item => item.Weights.Max(weight => Math.Abs(weight.Weight))).Order().ToArray();
        // One feature in five hundred may have a weight that is cut to the largest that 8 bits hold.
        var step = largest[^(1 + (largest.Length / 500))] / 127;
        Console.WriteLine($"    step {step:F4}, largest {largest[^1]:F2}, median {largest[largest.Length / 2]:F3}");
        var least = largest.Length > most ? largest[^most] : 0;
        foreach (var (feature, weights) in all)
        {
            var units = weights.Select(item => (item.Class, Units: (int)Math.Clamp(Math.Round(item.Weight / step), -127, 127)))
                .Where(item => item.Units != 0).OrderBy(item => item.Class).ToList();
            if (units.Count == 0 || weights.Max(item => Math.Abs(item.Weight)) < least)
                continue;
            places.Add((feature, (int)rows.Length));
            kept += units.Count;
            if (units.Count * 2 >= width)
            {
                rows.WriteByte(LinearModel.Dense);
                var full = new byte[width];
                foreach (var (label, value) in units)
                    full[label] = (byte)(sbyte)value;
                rows.Write(full);
            }
            else
            {
                rows.WriteByte((byte)units.Count);
                foreach (var (label, _) in units)
                    rows.WriteByte((byte)label);
                foreach (var (_, value) in units)
                    rows.WriteByte((byte)(sbyte)value);
            }
        }
        if (rows.Length >= 1 << 24)
            throw new InvalidOperationException($"The rows take {rows.Length} bytes; 16 MiB is the most. Prune more.");
        writer.Texts([.. classes]);
        writer.Int(Bits(places.Count));
        writer.Int((int)rows.Length);
        writer.Align();
        writer.Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes<uint>(Slots(places)));
        writer.Bytes(rows.ToArray());
        return (places.Count, kept);
    }

    private static int Bits(int features)
    {
        var bits = 8;
        while (1L << bits < features * 5L / 4)
            bits++;
        return bits;
    }

    private static uint[] Slots(List<(ulong Feature, int Row)> places)
    {
        var bits = Bits(places.Count);
        var slots = new uint[1 << bits];
        foreach (var (feature, row) in places)
        {
            var at = (uint)(feature >> (64 - bits));
            while (slots[at] != 0)
                at = (at + 1) & (uint)(slots.Length - 1);
            slots[at] = (((uint)feature & 0xFF) << 24) | (uint)row;
        }
        return slots;
    }
}
