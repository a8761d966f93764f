using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language.Neural;

/// <summary>
/// Sixteen rows of 16-bit weights times one or four inputs, summed in 32 bits. A pair of inputs is read as one 32-bit integer and
/// spread over a vector. All paths give the same integers. Compiled fully at once: a first brief has no time to warm up.
/// </summary>
internal static class IntegerKernel
{
    /// <summary>sums[k, r] for four inputs that follow each other at <paramref name="stride"/> pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourInputs(ref short weights, ref int inputs, int stride, Span<int> sums)
    {
        if (Avx512BW.IsSupported)
        {
            Vector512<int> a = default, b = default, c = default, d = default;
            for (var i = 0; i < stride; i++)
            {
                var w = Vector512.LoadUnsafe(ref weights, (nuint)(i * 32));
                a += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(Pair(ref inputs, i)).AsInt16());
                b += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(Pair(ref inputs, i + stride)).AsInt16());
                c += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(Pair(ref inputs, i + 2 * stride)).AsInt16());
                d += Avx512BW.MultiplyAddAdjacent(w, Vector512.Create(Pair(ref inputs, i + 3 * stride)).AsInt16());
            }
            a.CopyTo(sums);
            b.CopyTo(sums[16..]);
            c.CopyTo(sums[32..]);
            d.CopyTo(sums[48..]);
            return;
        }
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var i = 0; i < stride; i++)
        {
            var low = Vector256.LoadUnsafe(ref weights, (nuint)(i * 32));
            var high = Vector256.LoadUnsafe(ref weights, (nuint)(i * 32 + 16));
            var x = Vector256.Create(Pair(ref inputs, i)).AsInt16();
            a0 += Dot(low, x);
            a1 += Dot(high, x);
            x = Vector256.Create(Pair(ref inputs, i + stride)).AsInt16();
            b0 += Dot(low, x);
            b1 += Dot(high, x);
            x = Vector256.Create(Pair(ref inputs, i + 2 * stride)).AsInt16();
            c0 += Dot(low, x);
            c1 += Dot(high, x);
            x = Vector256.Create(Pair(ref inputs, i + 3 * stride)).AsInt16();
            d0 += Dot(low, x);
            d1 += Dot(high, x);
        }
        a0.CopyTo(sums);
        a1.CopyTo(sums[8..]);
        b0.CopyTo(sums[16..]);
        b1.CopyTo(sums[24..]);
        c0.CopyTo(sums[32..]);
        c1.CopyTo(sums[40..]);
        d0.CopyTo(sums[48..]);
        d1.CopyTo(sums[56..]);
    }

    /// <summary>sums[r] for one input of <paramref name="stride"/> pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneInput(ref short weights, ref int inputs, int stride, Span<int> sums)
    {
        if (Avx512BW.IsSupported)
        {
            Vector512<int> even = default, odd = default;
            var i = 0;
            for (; i + 2 <= stride; i += 2)
            {
                even += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights, (nuint)(i * 32)), Vector512.Create(Pair(ref inputs, i)).AsInt16());
                odd += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights, (nuint)(i * 32 + 32)), Vector512.Create(Pair(ref inputs, i + 1)).AsInt16());
            }
            if (i < stride)
                even += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights, (nuint)(i * 32)), Vector512.Create(Pair(ref inputs, i)).AsInt16());
            (even + odd).CopyTo(sums);
            return;
        }
        Vector256<int> a = default, b = default;
        for (var i = 0; i < stride; i++)
        {
            var x = Vector256.Create(Pair(ref inputs, i)).AsInt16();
            a += Dot(Vector256.LoadUnsafe(ref weights, (nuint)(i * 32)), x);
            b += Dot(Vector256.LoadUnsafe(ref weights, (nuint)(i * 32 + 16)), x);
        }
        a.CopyTo(sums);
        b.CopyTo(sums[8..]);
    }

    private static int Pair(ref int inputs, int at) => Unsafe.Add(ref inputs, at);

    /// <summary>Sums of products of neighbours.</summary>
    private static Vector256<int> Dot(Vector256<short> one, Vector256<short> other)
    {
        if (Avx2.IsSupported)
            return Avx2.MultiplyAddAdjacent(one, other);
        var products = (Low: Vector256.WidenLower(one) * Vector256.WidenLower(other), High: Vector256.WidenUpper(one) * Vector256.WidenUpper(other));
        Span<int> wide = stackalloc int[16];
        products.Low.CopyTo(wide);
        products.High.CopyTo(wide[8..]);
        Span<int> sums = stackalloc int[8];
        for (var i = 0; i < 8; i++)
            sums[i] = wide[2 * i] + wide[2 * i + 1];
        return Vector256.Create<int>(sums);
    }
}
