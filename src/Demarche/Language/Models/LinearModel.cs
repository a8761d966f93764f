using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Language.Models;

/// <summary>
/// A trained linear model: an open-addressed table from features to rows of 8-bit weights. A slot holds 8 bits of the
/// feature's hash and 24 bits of the row's place, 0 where it is empty; a row is either a list of classes and weights or,
/// where most classes have one, a weight for every class.
/// </summary>
internal sealed unsafe class LinearModel : Scorer
{
    /// <summary>The count that marks a row with a weight for every class.</summary>
    public const byte Dense = 255;

    private readonly uint* _slots;
    private readonly byte* _rows;
    private readonly int _shift;
    private readonly uint _mask;

    public LinearModel(ModelReader reader)
    {
        Classes = reader.ReadStrings();
        Width = WidthOf(Classes.Length);
        var bits = reader.ReadInt();
        var rowBytes = reader.ReadInt();
        reader.Align();
        _slots = (uint*)reader.Take(4L << bits);
        _rows = reader.Take(rowBytes);
        _shift = 64 - bits;
        _mask = (1u << bits) - 1;
    }

    /// <summary>The classes' names, in order.</summary>
    public string[] Classes { get; }

    /// <summary>The number of scores: the classes, rounded up for the processor's wide registers.</summary>
    public int Width { get; }

    public static int WidthOf(int classes) => (classes + 31) & ~31;

    /// <inheritdoc/>
    public override void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        ref var sums = ref MemoryMarshal.GetReference(scores);
        foreach (var feature in features)
        {
            var at = (uint)(feature >> _shift);
            var mark = (uint)feature & 0xFF;
            uint slot;
            while ((slot = _slots[at]) != 0)
            {
                if (slot >> 24 == mark)
                {
                    Add(_rows + (slot & 0xFFFFFF), ref sums);
                    break;
                }
                at = (at + 1) & _mask;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(byte* row, ref int sums)
    {
        var count = *row++;
        if (count == Dense)
        {
            AddDense((sbyte*)row, ref sums);
            return;
        }
        var weights = (sbyte*)(row + count);
        for (var i = 0; i < count; i++)
            Unsafe.Add(ref sums, (int)row[i]) += weights[i];
    }

    private void AddDense(sbyte* weights, ref int sums)
    {
        for (var i = 0; i < Width; i += Vector<sbyte>.Count)
        {
            Vector.Widen(Vector.Load(weights + i), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            ref var to = ref Unsafe.Add(ref sums, i);
            var step = Vector<int>.Count;
            (Vector.LoadUnsafe(ref to) + a).StoreUnsafe(ref to);
            (Vector.LoadUnsafe(ref to, (nuint)step) + b).StoreUnsafe(ref to, (nuint)step);
            (Vector.LoadUnsafe(ref to, (nuint)(2 * step)) + c).StoreUnsafe(ref to, (nuint)(2 * step));
            (Vector.LoadUnsafe(ref to, (nuint)(3 * step)) + d).StoreUnsafe(ref to, (nuint)(3 * step));
        }
    }
}
