using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Neural;

/// <summary>
/// Elementwise functions in plain IEEE additions, multiplications and divisions, so that every machine gets the same bits: the
/// mathematics library's own functions differ between systems.
/// </summary>
internal static class Activations
{
    /// <summary>Hyperbolic tangent by a rational approximation (error under 1e-6 on [-9, 9], clamped outside).</summary>
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-7.90531110763549805f)), Vector256.Create(7.90531110763549805f));
        var square = x * x;
        var p = Vector256.Create(-2.76076847742355e-16f);
        p = p * square + Vector256.Create(2.00018790482477e-13f);
        p = p * square + Vector256.Create(-8.60467152213735e-11f);
        p = p * square + Vector256.Create(5.12229709037114e-08f);
        p = p * square + Vector256.Create(1.48572235717979e-05f);
        p = p * square + Vector256.Create(6.37261928875436e-04f);
        p = p * square + Vector256.Create(4.89352455891786e-03f);
        var q = Vector256.Create(1.19825839466702e-06f);
        q = q * square + Vector256.Create(1.18534705686654e-04f);
        q = q * square + Vector256.Create(2.26843463243900e-03f);
        q = q * square + Vector256.Create(4.89352518554385e-03f);
        return p * x / q;
    }

    /// <summary>The logistic function.</summary>
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        var half = Vector256.Create(0.5f);
        return half + half * Tanh(half * x);
    }

    /// <summary>max(0, min(8, x)) in fixed point. The length is a multiple of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ClampToFixedPoint(ReadOnlySpan<float> values, float scale, Span<short> output)
    {
        var factor = Vector256.Create(scale);
        for (var i = 0; i < values.Length; i += 8)
        {
            var value = Vector256.Min(Vector256.Max(Vector256.Create(values.Slice(i, 8)), Vector256<float>.Zero), Vector256.Create(8f));
            var rounded = Vector256.ConvertToInt32(value * factor + Vector256.Create(0.5f));
            Vector128.Narrow(rounded.GetLower(), rounded.GetUpper()).CopyTo(output[i..]);
        }
    }

    /// <summary>The inner product, summed in a fixed order. Both have a multiple of eight elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        ref var a = ref MemoryMarshal.GetReference(one);
        ref var b = ref MemoryMarshal.GetReference(other);
        Vector256<float> sum = default;
        for (nuint i = 0; i + 8 <= (nuint)one.Length; i += 8)
            sum += Vector256.LoadUnsafe(ref a, i) * Vector256.LoadUnsafe(ref b, i);
        var half = sum.GetLower() + sum.GetUpper();
        return half[0] + half[2] + (half[1] + half[3]);
    }
}
