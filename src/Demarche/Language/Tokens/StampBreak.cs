using Demarche.Documents;

namespace Demarche.Language.Tokens;

/// <summary>
/// Where the date or the time before an entry of a chronology or a live blog ends: "Jan. 31 - ", "1992: ", "• March 4, 2018 — ",
/// "10:42 GMT - ". It says when what follows was, and is no part of its sentence: with it, the day's number would be taken for the subject.
/// </summary>
internal static class StampBreak
{
    private const int LongestStamp = 14;

    /// <summary>The number of tokens up to and with the dash or colon; 0 where the sentence begins with no stamp.</summary>
    public static int Length(ReadOnlySpan<char> text, List<TextSpan> tokens, int begin, TokenTables tables)
    {
        var at = begin;
        if (IsBullet(text, tokens, at))
            at++;
        var first = at < tokens.Count ? text[tokens[at].Begin] : '.';
        if (!char.IsAsciiDigit(first) && !char.IsAsciiLetter(first) && first is not ('(' or '['))
            return 0;
        bool isDated = false, hasClock = false;
        var end = Math.Min(tokens.Count, at + LongestStamp);
        for (var start = at; at < end; at++)
        {
            var word = text[tokens[at].Begin..tokens[at].End];
            var isOnNewLine = at > begin && text[tokens[at - 1].End..tokens[at].Begin].Contains('\n');
            if (isOnNewLine)
                return 0;
            if (word is "-" or "–" or "—" or "―" or "--" or ":" or "|")
            {
                if (at == start)
                    return 0;
                if (word is not (":" or "|") && EndsRange(text, tokens, at, tables))
                    continue;
                return isDated && at + 1 < tokens.Count && IsApart(text, tokens, at) && BeginsEntry(text, tokens, at + 1) ? at + 1 - begin : 0;
            }
            if (word is "," or "(" or ")" or "[" or "]" or "/" or "." && at > start)
                continue;
            if (char.IsAsciiDigit(word[0]))
            {
                var kind = Number(word);
                if (kind == NumberKind.None)
                    return 0;
                // "10:42 Police have detained": no mark behind the time.
                if (hasClock && kind != NumberKind.Clock && at > start && char.IsAsciiDigit(text[tokens[at - 1].Begin]) && kind == NumberKind.Day)
                    return 0;
                isDated |= kind is NumberKind.Year or NumberKind.Date or NumberKind.Clock;
                hasClock |= kind is NumberKind.Clock || kind is NumberKind.Day && at + 1 < end && text[tokens[at + 1].Begin..tokens[at + 1].End] is "am" or "pm" or "a.m." or "p.m.";
                continue;
            }
            switch (tables.Stamp(word))
            {
                case StampKind.Day when char.IsUpper(word[0]) || word.Length > 3:
                    isDated = true;
                    break;
                case StampKind.Zone when hasClock:
                    isDated = true;
                    break;
                case StampKind.With when at == start || char.IsLower(word[0]):
                    break;
                default:
                    return hasClock && at > start && char.IsUpper(word[0]) && !IsWeak(text, tokens, at - 1) ? at - begin : 0;
            }
        }
        return 0;
    }

    private enum NumberKind : byte { None, Day, Year, Date, Clock }

    private static NumberKind Number(ReadOnlySpan<char> word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
            digits++;
        if (digits == word.Length)
            return digits <= 2 ? NumberKind.Day : digits == 4 && word[0] is '1' or '2' ? NumberKind.Year : NumberKind.None;
        var rest = word[digits..];
        if (digits <= 2 && rest is "st" or "nd" or "rd" or "th")
            return NumberKind.Day;
        if (digits <= 2 && rest.Length is 3 or 6 && rest[0] is ':' or '.' or 'h' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
            return NumberKind.Clock;
        if (digits == 4 && rest is "s")
            return NumberKind.Year;
        if (word.Length is < 6 or > 10)
            return NumberKind.None;
        var marks = 0;
        foreach (var letter in word)
        {
            marks += letter is '/' or '-' or '.' ? 1 : 0;
            if (!char.IsAsciiDigit(letter) && letter is not ('/' or '-' or '.'))
                return NumberKind.None;
        }
        return marks == 2 ? NumberKind.Date : NumberKind.None;
    }

    private static bool IsBullet(ReadOnlySpan<char> text, List<TextSpan> tokens, int at) =>
        at + 1 < tokens.Count && text[tokens[at].Begin..tokens[at].End] is "-" or "–" or "—" or "*" or "•" or "·" or "▪" or "●" or "--" && tokens[at + 1].Begin <= tokens[at].End + 2;

    /// <summary>Whether the dash stands between two ends of a stretch: "March 7-9 -", "1990–91:", "Jan. 30 - Feb. 2 —".</summary>
    private static bool EndsRange(ReadOnlySpan<char> text, List<TextSpan> tokens, int dash, TokenTables tables)
    {
        var any = false;
        for (var at = dash + 1; at < tokens.Count && at < dash + 6; at++)
        {
            var word = text[tokens[at].Begin..tokens[at].End];
            if (text[tokens[at - 1].End..tokens[at].Begin].Contains('\n'))
                return false;
            if (word is "-" or "–" or "—" or "―" or "--" or ":" or "|")
                return any;
            if (word is not "," && !(char.IsAsciiDigit(word[0]) && Number(word) != NumberKind.None) && tables.Stamp(word) == StampKind.None)
                return false;
            any = true;
        }
        return false;
    }

    /// <summary>A long dash, a colon, or a dash with a space on a side.</summary>
    private static bool IsApart(ReadOnlySpan<char> text, List<TextSpan> tokens, int at) =>
        text[tokens[at].Begin] is ':' or '|' or '—' or '―' ? tokens[at + 1].Begin > tokens[at].End || text[tokens[at].Begin] is not (':' or '|')
            : tokens[at + 1].Begin > tokens[at].End || tokens[at].Begin > tokens[at - 1].End || tokens[at].Length > 1;

    /// <summary>An entry begins with a capital, a number or a quotation mark; "2016: the year of", "Monday - a holiday" are titles.</summary>
    private static bool BeginsEntry(ReadOnlySpan<char> text, List<TextSpan> tokens, int at)
    {
        var first = text[tokens[at].Begin];
        return char.IsUpper(first) || char.IsAsciiDigit(first) || Letters.IsQuote(first) || Letters.IsCurrency(first);
    }

    private static bool IsWeak(ReadOnlySpan<char> text, List<TextSpan> tokens, int at) => text[tokens[at].Begin..tokens[at].End] is "," or "to" or "and" or "of" or "the" or "on" or "On";
}
