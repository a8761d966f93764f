using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Neural;

/// <summary>
/// A matrix of 8-bit weights with a scale for each row, kept as 16-bit integers. Products are summed in 32-bit integers, so the
/// result is the same to the bit whatever vector unit the machine has.
/// </summary>
/// <remarks>
/// Weights lie in blocks of sixteen rows, and in a block by pairs of columns: one instruction multiplies a pair of inputs with
/// sixteen rows, and no sum across a vector is needed.
/// </remarks>
internal sealed class QuantizedMatrix
{
    private const int BlockRows = 16;

    private readonly short[] _weights;
    private readonly float[] _scales;

    private QuantizedMatrix(int rows, int columns, short[] weights, float[] scales)
    {
        (Rows, Columns, _weights, _scales) = (rows, columns, weights, scales);
        Stride = Pad(columns);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The length that an input vector must be padded to.</summary>
    public int Stride { get; }

    /// <summary>A length rounded up so that columns come in pairs.</summary>
    public static int Pad(int length) => (length + 1) / 2 * 2;

    public static QuantizedMatrix Read(BinaryReader reader)
    {
        int rows = reader.ReadInt32(), columns = reader.ReadInt32(), stride = Pad(columns);
        var padded = (rows + BlockRows - 1) / BlockRows * BlockRows;
        var scales = new float[padded];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan(0, rows)));
        var weights = new short[padded * stride];
        var row = new sbyte[columns];
        for (var r = 0; r < rows; r++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
            var block = r / BlockRows * BlockRows * stride + r % BlockRows * 2;
            for (var c = 0; c < columns; c++)
                weights[block + c / 2 * (2 * BlockRows) + c % 2] = row[c];
        }
        return new(rows, columns, weights, scales);
    }

    /// <summary>The rows as fixed-point vectors of one scale, for a table of embeddings.</summary>
    public static short[] ReadFixedPoint(BinaryReader reader, float scale, out int rows, out int columns)
    {
        rows = reader.ReadInt32();
        columns = reader.ReadInt32();
        var scales = new float[rows];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        var values = new short[rows * columns];
        var row = new sbyte[columns];
        for (var r = 0; r < rows; r++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
            for (var c = 0; c < columns; c++)
                values[r * columns + c] = (short)Math.Clamp(MathF.Round(row[c] * scales[r] * scale), short.MinValue, short.MaxValue);
        }
        return values;
    }

    /// <summary>output[t, r] = Σ weight[r, c] · input[t, c] · scale[r] / inputScale + bias[r], for each of the inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<short> inputs, int count, float inputScale, ReadOnlySpan<float> bias, Span<float> outputs)
    {
        var inverse = Vector256.Create(1 / inputScale);
        Span<float> offsets = stackalloc float[BlockRows];
        Span<float> results = stackalloc float[BlockRows];
        Span<int> sums = stackalloc int[4 * BlockRows];
        var pairs = MemoryMarshal.Cast<short, int>(inputs);
        var stride = Stride / 2;
        for (var block = 0; block < Rows; block += BlockRows)
        {
            var rows = Math.Min(BlockRows, Rows - block);
            offsets.Clear();
            if (!bias.IsEmpty)
                bias.Slice(block, rows).CopyTo(offsets);
            var scale = (Low: Vector256.LoadUnsafe(ref _scales[block]) * inverse, High: Vector256.LoadUnsafe(ref _scales[block + 8]) * inverse);
            ref var weights = ref _weights[block * Stride];
            for (var t = 0; t < count;)
            {
                ref var first = ref MemoryMarshal.GetReference(pairs[(t * stride)..]);
                var done = count - t >= 4 ? 4 : 1;
                if (done == 4)
                    IntegerKernel.FourInputs(ref weights, ref first, stride, sums);
                else
                    IntegerKernel.OneInput(ref weights, ref first, stride, sums);
                for (var k = 0; k < done; k++, t++)
                {
                    var output = rows == BlockRows ? outputs.Slice(t * Rows + block, BlockRows) : results;
                    (Vector256.ConvertToSingle(Vector256.Create<int>(sums.Slice(k * BlockRows, 8))) * scale.Low + Vector256.Create<float>(offsets[..8])).CopyTo(output);
                    (Vector256.ConvertToSingle(Vector256.Create<int>(sums.Slice(k * BlockRows + 8, 8))) * scale.High + Vector256.Create<float>(offsets[8..])).CopyTo(output[8..]);
                    if (rows < BlockRows)
                        results[..rows].CopyTo(outputs[(t * Rows + block)..]);
                }
            }
        }
    }
}
