using System.Numerics;
using System.Runtime.CompilerServices;

namespace Demarche.Language.Models;

/// <summary>Hashes of words and of feature values. Parts must be well mixed themselves; small numbers go through <see cref="Mix"/> first.</summary>
internal static class FeatureHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>Spreads a small number over 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value + Prime) * 0xBF58476D1CE4E5B9;
        value ^= value >> 31;
        value *= 0x94D049BB133111EB;
        return value ^ (value >> 29);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong template, ulong a) => Finish(a + (template * 0xD1342543DE82EF95));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong template, ulong a, ulong b) =>
        Finish(a + (BitOperations.RotateLeft(b, 21) * 5) + (template * 0xD1342543DE82EF95));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong template, ulong a, ulong b, ulong c) =>
        Finish(a + (BitOperations.RotateLeft(b, 21) * 5) + (BitOperations.RotateLeft(c, 42) * 9) + (template * 0xD1342543DE82EF95));

    /// <summary>Hash of letters; case is kept.</summary>
    public static ulong Text(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325 + (ulong)text.Length;
        foreach (var letter in text)
            hash = (hash ^ letter) * 0x100000001B3;
        return Mix(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong value)
    {
        value *= Prime;
        value ^= value >> 32;
        return value * 0xBF58476D1CE4E5B9;
    }
}
