using System.Text;

namespace Demarche.Reading.Cleaning;

/// <summary>Takes Markdown's marks out of a line: links become their words, escapes the escaped sign, emphasis goes.</summary>
internal static class InlineMarkup
{
    private static readonly string[] Tags = ["br", "p", "b", "i", "u", "em", "strong", "a", "span", "div", "img", "sup", "sub", "font", "center", "hr", "figure", "figcaption", "small", "blockquote", "h1", "h2", "h3", "li", "ul", "ol"];
    private const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";

    /// <summary>The line's words as a block.</summary>
    public static Block Plain(string line, BlockKind kind)
    {
        line = Tidy(line);
        if (line.AsSpan().IndexOfAny("\\[*_`<") < 0)
            return new(line, kind);
        var inside = line.AsSpan();
        var emphasized = false;
        while (Wrapped(inside) is var width and > 0)
        {
            emphasized = true;
            inside = inside[width..^width].Trim();
        }
        var linked = 0;
        var text = new StringBuilder(inside.Length);
        Append(text, inside, ref linked, 0);
        var plain = Tidy(text.ToString());
        return new(plain, kind, emphasized, plain.Length == 0 ? 0 : Math.Min(1, linked / (double)plain.Length));
    }

    /// <summary>White space folded to single spaces, invisible characters out.</summary>
    public static string Tidy(string line)
    {
        var needed = line.Length > 0 && (char.IsWhiteSpace(line[0]) || char.IsWhiteSpace(line[^1]));
        for (var i = 0; i < line.Length && !needed; i++)
            needed = IsInvisible(line[i]) || char.IsWhiteSpace(line[i]) && (line[i] != ' ' || i > 0 && line[i - 1] == ' ');
        if (!needed)
            return line;
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (IsInvisible(c))
                continue;
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }
        if (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text.ToString();
    }

    private static bool IsInvisible(char c) => c is '\u00ad' or '\u200b' or '\u200c' or '\u2060' or '\ufeff' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\v' or '\f'));

    // How many emphasis marks stand round the whole of the line; 0 where they close before its end.
    private static int Wrapped(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] is not ('*' or '_') || line[^1] != line[0])
            return 0;
        var width = line.Length > 6 && line[1] == line[0] && line[^2] == line[0] ? 2 : 1;
        var middle = line[width..^width];
        return char.IsWhiteSpace(middle[0]) || middle.Contains(line[0]) ? 0 : width;
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> line, ref int linked, int depth)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\')
            {
                var end = i;
                while (end < line.Length && line[end] == '\\')
                    end++;
                if (end < line.Length && Escapable.Contains(line[end]))
                {
                    text.Append(line[end]);
                    i = end;
                }
                else
                {
                    text.Append(line[i..end]);
                    i = end - 1;
                }
            }
            else if (c == '!' && i + 1 < line.Length && line[i + 1] == '[' && Link(line, i + 1) is { Found: true } image)
            {
                i = image.End - 1;
            }
            else if (c == '[' && depth < 8 && Link(line, i) is { Found: true } link)
            {
                var before = text.Length;
                Append(text, line[(i + 1)..link.Close], ref linked, depth + 1);
                linked += text.Length - before;
                i = link.End - 1;
            }
            else if (c == '<' && Address(line, i) is var close and > 0)
            {
                i = close;
            }
            else if (c is '*' or '_' or '`' && IsMark(line, i))
            {
                continue;
            }
            else
            {
                text.Append(c);
            }
        }
    }

    // [words](target): where the words close and where the link ends. Brackets in the words may nest.
    private static (bool Found, int Close, int End) Link(ReadOnlySpan<char> line, int open)
    {
        var depth = 0;
        for (var i = open; i < line.Length && i - open < 2000; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '[')
            {
                depth++;
            }
            else if (line[i] == ']' && --depth == 0)
            {
                if (i + 1 >= line.Length || line[i + 1] != '(')
                    return default;
                var end = line[(i + 2)..].IndexOfAny(')', ' ');
                if (end >= 0 && line[i + 2 + end] == ' ')
                {
                    // A title may follow the target: [words](target "title").
                    var rest = line[(i + 2 + end)..].TrimStart();
                    end = rest.Length > 0 && rest[0] is '"' or '\'' ? line[(i + 2)..].IndexOf(')') : -1;
                }
                return end < 0 ? default : (true, i, i + 3 + end);
            }
        }
        return default;
    }

    // <https://…>, <!-- … --> and tags such as <br>: where they close.
    private static int Address(ReadOnlySpan<char> line, int open)
    {
        var rest = line[(open + 1)..];
        if (rest.Length < 2 || !(char.IsAsciiLetter(rest[0]) || rest[0] is '/' or '!'))
            return -1;
        var close = rest.IndexOf('>');
        if (close is < 0 or > 500)
            return -1;
        // "<The Palace>" is a title, not a tag.
        var inside = rest[..close];
        var name = inside.TrimStart('/');
        var end = name.IndexOfAny(" /");
        name = end < 0 ? name : name[..end];
        var isTag = inside[0] == '!' || inside.Contains("://", StringComparison.Ordinal) || Array.IndexOf(Tags, name.ToString()) >= 0;
        return isTag ? open + 1 + close : -1;
    }

    // Marks of emphasis touch a word on one side: "**bold**", not "5 * 3", "snake_case", "`" alone.
    private static bool IsMark(ReadOnlySpan<char> line, int at)
    {
        var mark = line[at];
        int begin = at, end = at + 1;
        while (begin > 0 && line[begin - 1] == mark)
            begin--;
        while (end < line.Length && line[end] == mark)
            end++;
        if (end - begin > 3)
            return false;
        var before = begin == 0 ? ' ' : line[begin - 1];
        var after = end == line.Length ? ' ' : line[end];
        bool wordBefore = !char.IsWhiteSpace(before), wordAfter = !char.IsWhiteSpace(after);
        if (!wordBefore && !wordAfter)
            return false;
        if (mark == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
            return false;
        // An opening mark needs one that closes, and the other way round; footnote asterisks stay.
        return wordAfter && line[end..].Contains(mark) || wordBefore && line[..begin].Contains(mark);
    }
}
