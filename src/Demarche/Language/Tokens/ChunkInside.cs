using Demarche.Documents;

namespace Demarche.Language.Tokens;

/// <summary>Cuts a chunk at the marks inside it: dashes, hyphens, slashes, brackets, stops without a space after them.</summary>
internal static class ChunkInside
{
    public static void Split(ReadOnlySpan<char> text, int begin, int end, TokenTables tables, List<TextSpan> tokens)
    {
        if (begin >= end)
            return;
        if (IsAddress(text[begin..end]) || IsNumber(text[begin..end]))
        {
            tokens.Add(new(begin, end));
            return;
        }
        var start = begin;
        for (var i = begin; i < end; i++)
        {
            if (Letters.IsWord(text[i]))
                continue;
            var length = CutLength(text, start, begin, end, i, tables, out var keepsMark);
            if (length == 0)
                continue;
            if (keepsMark)
            {
                WordParts.Split(text, start, i + length, tables, tokens);
            }
            else
            {
                WordParts.Split(text, start, i, tables, tokens);
                tokens.Add(new(i, i + length));
            }
            start = i + length;
            i = start - 1;
        }
        WordParts.Split(text, start, end, tables, tokens);
    }

    /// <summary>The length of the mark at <paramref name="at"/> where the chunk is cut there, else 0; the mark is a token or stays with the word before it.</summary>
    private static int CutLength(ReadOnlySpan<char> text, int start, int begin, int end, int at, TokenTables tables, out bool keepsMark)
    {
        keepsMark = false;
        var letter = text[at];
        char before = at > begin ? text[at - 1] : ' ', after = at + 1 < end ? text[at + 1] : ' ';
        var run = 1;
        while (at + run < end && text[at + run] == letter)
            run++;
        switch (letter)
        {
            case '.':
                if (run > 1)
                    return run;
                if (char.IsUpper(after) && at - start == 1 && char.IsUpper(before) && at + 2 < end && char.IsLower(text[at + 2]))
                {
                    keepsMark = true; // "S.Korea", "J.Smith"
                    return 1;
                }
                // "he left.The troops": a stop without a space
                return char.IsLower(before) && at - start > 2 && char.IsUpper(after) && at + 2 < end && char.IsLower(text[at + 2]) ? 1 : 0;
            case '-' or '‐' or '‑':
                return run > 1 ? run : IsHyphenCut(text[start..end], at - start, tables) ? 1 : 0;
            case '/':
                return IsSlashCut(text[begin..end], at - begin) ? 1 : 0;
            case ',' or ':':
                return char.IsDigit(before) && char.IsDigit(after) ? 0 : 1;
            case '%':
                return char.IsDigit(before) ? 1 : 0;
            case '…' or '—' or '–' or '―' or '(' or ')' or '[' or ']' or '{' or '}' or '"' or '“' or '”' or '«' or '»' or '<' or '>' or '=' or ';' or '!' or '?' or '|':
                return run;
            default:
                if (!Letters.IsCurrency(letter) || !char.IsDigit(after))
                    return 0;
                keepsMark = at > start;
                return 1;
        }
    }

    private static bool IsHyphenCut(ReadOnlySpan<char> rest, int at, TokenTables tables)
    {
        if (at == 0 || at + 1 >= rest.Length)
            return true;
        var left = rest[..at];
        var stop = at + 1;
        while (stop < rest.Length && Letters.IsWord(rest[stop]))
            stop++;
        var right = rest[(at + 1)..stop];
        if (right.Length == 0)
            return Letters.IsQuote(rest[at + 1]) || rest[at + 1] is '$' or '(';
        if (char.IsDigit(left[^1]) && char.IsDigit(right[0]))
            return !(left.Length is 1 or 3 && right.Length == 4);
        return !tables.IsPrefix(left);
    }

    private static bool IsSlashCut(ReadOnlySpan<char> chunk, int at)
    {
        int left = at, right = at + 1;
        while (left > 0 && Letters.IsWord(chunk[left - 1]))
            left--;
        while (right < chunk.Length && Letters.IsWord(chunk[right]))
            right++;
        int before = at - left, after = right - at - 1;
        if (before == 0 || after == 0)
            return true;
        if (char.IsDigit(chunk[at - 1]) && char.IsDigit(chunk[at + 1]))
            return before > 2 && after != 2 && !chunk[..at].Contains('/');
        return !((before == 1 || after == 1) && before + after <= 4);
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 5)
            return false;
        if (chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return true;
        var at = chunk.IndexOf('@');
        return at > 0 && at < chunk.Length - 2 && Letters.IsWord(chunk[at - 1]) && Letters.IsWord(chunk[at + 1]);
    }

    /// <summary>Telephone numbers, dates, versions: digits with at least two hyphens, slashes or stops.</summary>
    private static bool IsNumber(ReadOnlySpan<char> chunk)
    {
        var marks = 0;
        foreach (var letter in chunk)
        {
            if (letter is '-' or '/' or '.')
                marks++;
            else if (!char.IsAsciiDigit(letter))
                return false;
        }
        return marks >= 2;
    }
}
