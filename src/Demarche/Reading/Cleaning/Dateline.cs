using Demarche.Documents;

namespace Demarche.Reading.Cleaning;

/// <summary>Finds the dateline of a text: "CARACAS, Venezuela — ", "LONDON (Reuters) - ", "PRAGUE, Wednesday, Aug. 21 (CT)—".</summary>
internal static class Dateline
{
    private static readonly string[] NotPlaces =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    /// <summary>The span of the place's words in a paragraph; null where the paragraph begins without a dateline.</summary>
    public static TextSpan? Find(ReadOnlySpan<char> paragraph)
    {
        var end = Mark(paragraph, out var agency);
        if (end < 0)
            return null;
        var prefix = paragraph[..end];
        var places = 0;
        var capitals = false;
        var from = 0;
        while (from < prefix.Length)
        {
            var comma = prefix[from..].IndexOf(',');
            var segment = comma < 0 ? prefix[from..] : prefix.Slice(from, comma);
            var trimmed = segment.Trim();
            if (trimmed.IsEmpty || IsTime(trimmed))
                break;
            if (!IsPlace(trimmed, places == 0, out var upper))
                return null;
            if (places == 0)
                capitals = upper;
            places = from + segment.TrimEnd().Length;
            from += segment.Length + 1;
        }
        if (places == 0)
            return null;
        // "Mr. Maduro — who …" is no dateline: a place in small letters needs its country and the agency, or one of them and a capital after the mark.
        if (!capitals && !agency)
            return null;
        return new(0, places);
    }

    /// <summary>
    /// The span of the place's words in a line that holds a dateline alone: "CARACAS, Venezuela", "GENEVA, Jan. 24 (Orbit News)". Lines in
    /// capitals are much else as well, so its first word must be known as a place.
    /// </summary>
    public static TextSpan? FindAlone(string line, Func<string, bool> isPlace)
    {
        if (line.Length > 80 || Words.EndsSentence(line) && line[^1] != '.')
            return null;
        var end = line.IndexOfAny(['(', '[']);
        if (end >= 0 && line[^1] is not (')' or ']'))
            return null;
        var prefix = (end < 0 ? line : line[..end]).TrimEnd(' ', '-', '–', '—', ':', '.', ',');
        int places = 0, count = 0;
        var (capitals, known) = (false, true);
        foreach (var range in prefix.AsSpan().Split(','))
        {
            var segment = prefix[range].Trim();
            if (segment.Length == 0 || IsTime(segment))
                break;
            if (!IsPlace(segment, count == 0, out var upper))
                return null;
            capitals |= count == 0 && upper;
            if (count == 0 || !capitals)
                known &= isPlace(segment);
            count++;
            places = prefix[..range.End].TrimEnd().Length;
        }
        return count is > 0 and < 4 && known && (capitals || count > 1) ? new(0, places) : null;
    }

    // Where the place and the time end: before "(Agency) —", "—", " - ".
    private static int Mark(ReadOnlySpan<char> text, out bool agency)
    {
        agency = false;
        var limit = Math.Min(text.Length, 100);
        for (var i = 1; i < limit; i++)
        {
            var c = text[i];
            if (c is '(' or '[')
            {
                var close = text[i..limit].IndexOf(c == '(' ? ')' : ']');
                if (close < 0)
                    return -1;
                var after = text[(i + close + 1)..].TrimStart();
                if (after.IsEmpty || !(after[0] is '—' or '–' or '-' or ':' or '―' or '_' or '−'))
                    return -1;
                agency = true;
                return Trim(text, i);
            }
            if (c is '—' or '–' or '―' or '|' or '−')
                return Trim(text, i);
            if (c is '-' && (i + 1 < text.Length && text[i + 1] is '-' or ' ') && (text[i - 1] is ' ' or '.' || text[i + 1] == '-'))
                return Trim(text, i);
            if (c is '"' or '“' or '?' or '!' or ';' || c == ':' )
                return -1;
            if (c == '.' && i + 1 < text.Length && text[i + 1] == ' ' && i > 4 && char.IsLower(text[i - 1]) && char.IsLower(text[i - 4]) )
                return -1;
        }
        return -1;
    }

    private static int Trim(ReadOnlySpan<char> text, int end) => text[..end].TrimEnd().Length;

    private static bool IsTime(ReadOnlySpan<char> segment)
    {
        if (char.IsAsciiDigit(segment[0]))
            return true;
        var space = segment.IndexOf(' ');
        var first = (space < 0 ? segment : segment[..space]).TrimEnd('.');
        foreach (var word in NotPlaces)
            if (first.Equals(word, StringComparison.OrdinalIgnoreCase) || word.Length == 3 && first.Length > 3 && first.StartsWith(word, StringComparison.OrdinalIgnoreCase) && segment.IndexOfAnyInRange('0', '9') >= 0)
                return true;
        return false;
    }

    private static bool IsPlace(ReadOnlySpan<char> segment, bool first, out bool capitals)
    {
        capitals = false;
        if (!char.IsUpper(segment[0]) || segment.Length > 40 || Words.Count(segment, 6) > 5)
            return false;
        int upper = 0, lower = 0;
        foreach (var range in segment.Split(' '))
        {
            var word = segment[range];
            if (word.IsEmpty)
                continue;
            if (!char.IsUpper(word[0]) && !(word is "of" or "de" or "del" or "la" or "the" or "and" or "el" or "al" or "du" or "da" or "do" or "di" || word.StartsWith("al-", StringComparison.Ordinal)))
                return false;
        }
        foreach (var c in segment)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
            else if (!(c is ' ' or '-' or '.' or '\'' or '’' or '/' or '‘'))
                return false;
        }
        capitals = upper >= 2 && lower <= (first ? 2 : upper) && lower < upper;
        return true;
    }
}
