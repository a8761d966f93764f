namespace Demarche.Reading.Cleaning;

/// <summary>Plain questions about a block's words, asked without cutting it up.</summary>
internal static class Words
{
    /// <summary>How many words a block has, counting no further than <paramref name="limit"/>.</summary>
    public static int Count(ReadOnlySpan<char> text, int limit = int.MaxValue)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = !char.IsWhiteSpace(c);
            if (letter && !inside && ++count >= limit)
                return count;
            inside = letter;
        }
        return count;
    }

    /// <summary>Whether a block ends as sentences do: with a full stop and the like, behind which quotes and brackets may stand.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd("\"'”’)]» ");
        return !rest.IsEmpty && rest[^1] is '.' or '!' or '?' or '…' or ':' or '。';
    }

    /// <summary>Letters and digits in lower case, all else as single spaces: the form in which repeats are told.</summary>
    public static string Key(string text)
    {
        var key = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                key.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '‘') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }

    /// <summary>Whether a quotation that the block opens is not closed in it.</summary>
    public static bool LeavesQuoteOpen(string text)
    {
        var open = text.LastIndexOf('“');
        if (open >= 0)
            return text.IndexOf('”', open) < 0;
        var straight = 0;
        foreach (var c in text)
            straight += c == '"' ? 1 : 0;
        return straight % 2 == 1;
    }
}
