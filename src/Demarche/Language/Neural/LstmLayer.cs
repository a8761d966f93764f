using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Neural;

/// <summary>A bidirectional LSTM layer (Hochreiter and Schmidhuber 1997; gates in PyTorch's order: input, forget, cell, output).</summary>
internal sealed class LstmLayer
{
    /// <summary>Fixed-point scale of hidden states, which lie between −1 and 1.</summary>
    public const float Scale = 8192;

    private readonly (QuantizedMatrix Input, QuantizedMatrix Hidden, float[] Bias)[] _directions;
    private readonly float _inputScale;

    private LstmLayer((QuantizedMatrix, QuantizedMatrix, float[])[] directions, float inputScale) =>
        (_directions, _inputScale) = (directions, inputScale);

    /// <summary>The size of one direction's state.</summary>
    public int Hidden => _directions[0].Hidden.Columns;

    public static LstmLayer Read(BinaryReader reader, float inputScale)
    {
        var directions = new (QuantizedMatrix, QuantizedMatrix, float[])[2];
        for (var i = 0; i < 2; i++)
            directions[i] = (QuantizedMatrix.Read(reader), QuantizedMatrix.Read(reader), NeuralModel.ReadVector(reader));
        return new(directions, inputScale);
    }

    /// <summary>Runs both directions over the inputs; outputs hold forward and backward state side by side, in fixed point, padded.</summary>
    public void Run(ReadOnlySpan<short> inputs, int count, Span<short> outputs, NeuralScratch scratch)
    {
        var hidden = Hidden;
        var stride = QuantizedMatrix.Pad(2 * hidden);
        for (var direction = 0; direction < 2; direction++)
        {
            var (input, recurrent, bias) = _directions[direction];
            var gates = scratch.Gates(count * 4 * hidden);
            input.Apply(inputs, count, _inputScale, bias, gates);
            var state = scratch.State(recurrent.Stride);
            var cell = scratch.Cell(hidden);
            var step = scratch.Step(4 * hidden);
            state.Clear();
            cell.Clear();
            for (var i = 0; i < count; i++)
            {
                var t = direction == 0 ? i : count - 1 - i;
                if (i > 0)
                    recurrent.Apply(state, 1, Scale, [], step);
                else
                    step.Clear();
                Advance(gates.Slice(t * 4 * hidden, 4 * hidden), step, cell, state, hidden);
                state[..hidden].CopyTo(outputs.Slice(t * stride + direction * hidden, hidden));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Advance(ReadOnlySpan<float> gates, ReadOnlySpan<float> step, Span<float> cell, Span<short> state, int hidden)
    {
        ref var g = ref MemoryMarshal.GetReference(gates);
        ref var s = ref MemoryMarshal.GetReference(step);
        ref var c = ref MemoryMarshal.GetReference(cell);
        for (nuint j = 0; j < (nuint)hidden; j += 8)
        {
            nuint size = (nuint)hidden;
            var input = Activations.Sigmoid(Vector256.LoadUnsafe(ref g, j) + Vector256.LoadUnsafe(ref s, j));
            var forget = Activations.Sigmoid(Vector256.LoadUnsafe(ref g, size + j) + Vector256.LoadUnsafe(ref s, size + j));
            var candidate = Activations.Tanh(Vector256.LoadUnsafe(ref g, 2 * size + j) + Vector256.LoadUnsafe(ref s, 2 * size + j));
            var output = Activations.Sigmoid(Vector256.LoadUnsafe(ref g, 3 * size + j) + Vector256.LoadUnsafe(ref s, 3 * size + j));
            var updated = forget * Vector256.LoadUnsafe(ref c, j) + input * candidate;
            updated.StoreUnsafe(ref c, j);
            var value = output * Activations.Tanh(updated) * Vector256.Create(Scale);
            var rounded = Vector256.ConvertToInt32(Vector256.Floor(value + Vector256.Create(0.5f)));
            Vector128.Narrow(rounded.GetLower(), rounded.GetUpper()).CopyTo(state[(int)j..]);
        }
    }
}
