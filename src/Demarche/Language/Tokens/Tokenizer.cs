using Demarche.Documents;

namespace Demarche.Language.Tokens;

/// <summary>
/// Splits text into tokens as the English treebanks of Universal Dependencies do. Works chunk by chunk between spaces: marks
/// are taken off both ends, what is left is cut at marks inside (<see cref="ChunkInside"/>) and into words
/// (<see cref="WordParts"/>).
/// </summary>
internal static class Tokenizer
{
    /// <summary>No token is longer; a longer run of letters is cut.</summary>
    public const int LongestToken = 500;

    /// <summary>Adds the tokens of <paramref name="text"/> in order.</summary>
    public static void Split(ReadOnlySpan<char> text, TokenTables tables, List<TextSpan> tokens)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (Letters.IsSpace(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && !Letters.IsSpace(text[end]) && end - at < LongestToken)
                end++;
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]))
                end++;
            Chunk(text, at, end, tables, tokens);
            at = end;
        }
    }

    private static void Chunk(ReadOnlySpan<char> text, int begin, int end, TokenTables tables, List<TextSpan> tokens)
    {
        if (IsPlain(text[begin..end]) && WordParts.IsWhole(text[begin..end], tables))
        {
            tokens.Add(new(begin, end));
            return;
        }
        if (ChunkMarks.IsFace(text[begin..end]))
        {
            tokens.Add(new(begin, end));
            return;
        }
        begin = ChunkMarks.TakeLeading(text, begin, end, tokens);
        if (begin == end)
            return;
        Span<int> cuts = stackalloc int[32];
        var count = 0;
        while (end > begin + 1 && count < cuts.Length)
        {
            var length = ChunkMarks.TrailingLength(text[begin..end], tables);
            if (length == 0)
                break;
            cuts[count++] = end;
            end -= length;
        }
        ChunkInside.Split(text, begin, end, tables, tokens);
        while (count > 0)
        {
            tokens.Add(new(end, cuts[--count]));
            end = cuts[count];
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> chunk)
    {
        foreach (var letter in chunk)
            if (!char.IsAsciiLetter(letter))
                return false;
        return true;
    }
}
