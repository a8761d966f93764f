namespace Demarche.Language.Neural;

/// <summary>The rows of the embedding tables that a word looks up; the trainer (train.py) computes the same.</summary>
internal static class WordFeatures
{
    private const uint Offset = 2166136261, Prime = 16777619;
    private const int LongestShape = 10;

    /// <summary>The vocabulary's form of a word: lower case, digits as 0.</summary>
    public static int Normalize(ReadOnlySpan<char> word, Span<char> output)
    {
        for (var i = 0; i < word.Length; i++)
            output[i] = char.IsDigit(word[i]) ? '0' : char.ToLowerInvariant(word[i]);
        return word.Length;
    }

    /// <summary>The row of an affix: FNV-1a of the side ('s' or 'p'), the length and the letters, modulo the table's rows.</summary>
    public static int Affix(ReadOnlySpan<char> lower, char side, int length, int rows)
    {
        var letters = lower.Length < length ? lower : side == 's' ? lower[^length..] : lower[..length];
        var hash = Add(Add(Offset, side), (char)('0' + length));
        foreach (var letter in letters)
            hash = Add(hash, letter);
        return (int)(hash % (uint)rows);
    }

    /// <summary>The row of a word's shape: capitals X, small letters x, digits d, other signs as they are, runs cut to two.</summary>
    public static int Shape(ReadOnlySpan<char> word, int rows)
    {
        var hash = Offset;
        int length = 0, run = 0;
        var previous = '\0';
        foreach (var letter in word)
        {
            var kind = char.IsUpper(letter) ? 'X' : char.IsLower(letter) ? 'x' : char.IsDigit(letter) ? 'd' : letter;
            run = kind == previous ? run + 1 : 1;
            previous = kind;
            if (run > 2)
                continue;
            if (++length > LongestShape)
                break;
            hash = Add(hash, kind);
        }
        return (int)(hash % (uint)rows);
    }

    private static uint Add(uint hash, char unit)
    {
        hash = (hash ^ (uint)(unit & 0xff)) * Prime;
        return (hash ^ (uint)(unit >> 8)) * Prime;
    }
}
