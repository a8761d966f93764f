namespace Demarche.Ledgers.Joining;

/// <summary>
/// A sketch of a text's five-word shingles, from which the share of shingles that two texts have in common is estimated:
/// MinHash (Broder 1997) with one permutation in bins (Li, Owen and Zhang 2012), empty bins filled by rotation (Shrivastava and
/// Li 2014).
/// </summary>
internal static class MinHash
{
    public const int Bins = 64;
    private const int Shingle = 5;

    /// <summary>The sketch of words; null for a text too short to tell.</summary>
    public static uint[]? Of(ReadOnlySpan<ulong> words)
    {
        if (words.Length < Shingle * 3)
            return null;
        Span<ulong> least = stackalloc ulong[Bins];
        least.Fill(ulong.MaxValue);
        for (var at = 0; at + Shingle <= words.Length; at++)
        {
            var hash = WordHashes.Of(words.Slice(at, Shingle));
            var bin = (int)(hash >> 58);
            var rest = hash & 0x03FF_FFFF_FFFF_FFFF;
            if (rest < least[bin])
                least[bin] = rest;
        }
        var sketch = new uint[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            var from = bin;
            var steps = 0u;
            while (least[from] == ulong.MaxValue)
            {
                from = (from + 1) % Bins;
                steps++;
            }
            sketch[bin] = (uint)(WordHashes.Mix(least[from] + (steps * 0x9E3779B97F4A7C15UL)) >> 32);
        }
        return sketch;
    }

    /// <summary>The estimated share of shingles that two texts have in common, 0 to 1.</summary>
    public static double Likeness(uint[] one, uint[] other)
    {
        var same = 0;
        for (var bin = 0; bin < Bins; bin++)
            if (one[bin] == other[bin])
                same++;
        return (double)same / Bins;
    }
}
