using System.Collections.Immutable;

namespace Demarche.Language.Naming;

/// <summary>Codes of words in names: 0 outside, 1 + 2 × type where a name begins, 2 + 2 × type inside one.</summary>
internal static class NameCodes
{
    public static readonly int Count = 1 + (2 * Enum.GetValues<NameType>().Length);

    public static readonly string[] Names = [.. Enumerable.Range(0, Count).Select(code => code == 0 ? "O" : (code % 2 == 1 ? "B-" : "I-") + (NameType)((code - 1) / 2))];

    public static int Begin(NameType type) => 1 + (2 * (int)type);

    public static int Inside(NameType type) => 2 + (2 * (int)type);

    /// <summary>Whether <paramref name="next"/> may follow: inside a name only after the same name.</summary>
    public static bool MayFollow(int code, int next) => next == 0 || next % 2 == 1 || code == next || code == next - 1;

    public static ImmutableArray<NameSpan> Spans(ReadOnlySpan<int> codes)
    {
        ImmutableArray<NameSpan>.Builder? names = null;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == 0)
                continue;
            var first = i;
            while (i + 1 < codes.Length && codes[i + 1] != 0 && codes[i + 1] % 2 == 0)
                i++;
            (names ??= ImmutableArray.CreateBuilder<NameSpan>()).Add(new(first, i, (NameType)((codes[first] - 1) / 2)));
        }
        return names?.ToImmutable() ?? [];
    }
}
