namespace Demarche.Language.Tokens;

/// <summary>Marks at the ends of a chunk of text: quotes, brackets, full stops, runs of dots or dashes.</summary>
internal static class ChunkMarks
{
    private static readonly string[] Faces =
        [":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":p", ":-P", "=)", "=(", "(:", ":/", ":-/", ":|", "^_^", "<3", ":o", ":O", "xD", ":*", "[...]", "(...)", "-_-"];

    private static readonly string[] Clitics = ["s", "m", "re", "ve", "ll", "d", "em", "til", "cause", "n", "tis", "twas", "bout"];

    public static bool IsFace(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length is < 2 or > 5)
            return false;
        foreach (var face in Faces)
            if (chunk.SequenceEqual(face))
                return true;
        return false;
    }

    /// <summary>Adds the marks before the first word; gives where the word begins.</summary>
    public static int TakeLeading(ReadOnlySpan<char> text, int begin, int end, List<Documents.TextSpan> tokens)
    {
        while (begin < end)
        {
            var letter = text[begin];
            if (Letters.IsWord(letter) || StandsBeforeWord(text[begin..end]))
                break;
            var length = Letters.IsApostrophe(letter) ? QuoteLength(text[begin..end]) : RunLength(text[begin..end]);
            tokens.Add(new(begin, begin + length));
            begin += length;
        }
        return begin;
    }

    /// <summary>The length of the mark at the end, 0 where the chunk ends in a word.</summary>
    public static int TrailingLength(ReadOnlySpan<char> chunk, TokenTables tables)
    {
        var last = chunk[^1];
        if (Letters.IsWord(last))
            return 0;
        var begin = chunk.Length - 1;
        switch (last)
        {
            case '.':
                while (begin > 0 && chunk[begin - 1] == '.')
                    begin--;
                return chunk.Length - begin > 1 ? chunk.Length - begin : KeepsStop(chunk, tables) ? 0 : 1;
            case '!' or '?':
                while (begin > 0 && chunk[begin - 1] is '!' or '?')
                    begin--;
                return chunk.Length - begin;
            case '\'' or '’' when begin > 0 && chunk[begin - 1] == last:
                return 2;
            case '-' or '*' or '=' or '~' or '_' or '<' or '>' or '|':
                while (begin > 0 && chunk[begin - 1] == last)
                    begin--;
                return chunk.Length - begin;
            case '/' when chunk.Length == 2 && char.IsAsciiLetter(chunk[0]):
                return 0;
            case '+':
                return 0;
            default:
                if (Letters.IsCurrency(last) && chunk.Length > 1 && char.IsAsciiLetterUpper(chunk[^2]))
                    return 0;
                return 1;
        }
    }

    /// <summary>Whether the full stop at the end belongs to the word: abbreviations, initials.</summary>
    public static bool KeepsStop(ReadOnlySpan<char> word, TokenTables tables)
    {
        if (tables.Abbreviation(word) != AbbreviationKind.None || IsInitials(word))
            return true;
        // "Vice-Adm." and "and/or Inc.": what counts is the last part
        var cut = word[..^1].LastIndexOfAny('-', '/', '(') + 1;
        return cut > 0 && cut < word.Length - 1 && (tables.Abbreviation(word[cut..]) != AbbreviationKind.None || IsInitials(word[cut..]));
    }

    /// <summary>"J.", "U.S.", "a.m.": single letters, each with a full stop.</summary>
    public static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length % 2 != 0 || (word.Length == 2 && !char.IsUpper(word[0])))
            return false;
        for (var i = 0; i < word.Length; i += 2)
            if (!char.IsLetter(word[i]) || word[i + 1] != '.')
                return false;
        return true;
    }

    private static bool StandsBeforeWord(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2)
            return false;
        if (rest[0] == '.')
            return char.IsAsciiDigit(rest[1]) || (rest.Length is > 2 and < 6 && char.IsAsciiLetterLower(rest[1]) && char.IsAsciiLetterLower(rest[2]));
        if (rest[0] == '@')
            return Letters.IsWord(rest[1]);
        if (!Letters.IsApostrophe(rest[0]))
            return false;
        if (rest.Length is 3 or 4 && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
            return true;
        var word = rest[1..];
        foreach (var clitic in Clitics)
            if (word.Equals(clitic, StringComparison.OrdinalIgnoreCase) || (word.Length == clitic.Length + 1 && !Letters.IsWord(word[^1]) && !Letters.IsApostrophe(word[^1]) && word.StartsWith(clitic, StringComparison.OrdinalIgnoreCase)))
                return true;
        return false;
    }

    private static int QuoteLength(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (rest[1] == rest[0] || (rest[0] == '‘' && rest[1] == '’')) ? 2 : 1;

    private static int RunLength(ReadOnlySpan<char> rest)
    {
        var length = 1;
        var first = rest[0];
        if (first is '!' or '?')
            while (length < rest.Length && rest[length] is '!' or '?')
                length++;
        else if (first is '.' or '-' or '*' or '=' or '_' or '~' or '<' or '>' or '|' or '+' or '—' or '–')
            while (length < rest.Length && rest[length] == first)
                length++;
        return length;
    }
}
