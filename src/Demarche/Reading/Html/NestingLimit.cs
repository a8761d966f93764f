using System.Text;

namespace Demarche.Reading.Html;

/// <summary>
/// Takes tags out of pages that nest without end, which parsers answer with minutes of work. The words stay.
/// </summary>
internal static class NestingLimit
{
    private const int Deepest = 300;
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option"];

    /// <summary>The page, in which no element is nested deeper than can be read.</summary>
    public static string Apply(string html)
    {
        if (Walk(html, null) <= Deepest)
            return html;
        var flat = new StringBuilder(html.Length);
        Walk(html, flat);
        return flat.ToString();
    }

    // Follows the open elements as parsers do: a closing tag closes the nearest element of its name, and those inside it.
    private static int Walk(string html, StringBuilder? flat)
    {
        List<(int Name, int Length, bool Kept)> open = [];
        int deepest = 0, copied = 0, at = 0;
        while (at < html.Length)
        {
            var tagBegin = html.IndexOf('<', at);
            if (tagBegin < 0 || tagBegin + 1 >= html.Length)
                break;
            if (string.CompareOrdinal(html, tagBegin, "<!--", 0, 4) == 0)
            {
                at = html.IndexOf("-->", tagBegin, StringComparison.Ordinal) is var end and >= 0 ? end + 3 : html.Length;
                continue;
            }
            var closing = html[tagBegin + 1] == '/';
            var name = tagBegin + (closing ? 2 : 1);
            if (name >= html.Length || !char.IsAsciiLetter(html[name]))
            {
                at = tagBegin + 1;
                continue;
            }
            var tagEnd = html.IndexOf('>', name);
            if (tagEnd < 0)
                break;
            var nameEnd = name;
            while (nameEnd < tagEnd && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] == '-'))
                nameEnd++;
            at = tagEnd + 1;
            var tag = html.AsSpan(name, nameEnd - name);
            if (html[tagEnd - 1] == '/' || IsVoid(tag))
                continue;
            if (!closing && IsRaw(tag))
            {
                // What stands in scripts and styles is no mark-up.
                var close = html.IndexOf(string.Concat("</", tag), at, StringComparison.OrdinalIgnoreCase);
                at = close < 0 ? html.Length : html.IndexOf('>', close) is var gt and >= 0 ? gt + 1 : html.Length;
                continue;
            }
            var keep = true;
            if (closing)
            {
                var match = open.Count - 1;
                while (match >= 0 && open.Count - match < 60 && !tag.Equals(html.AsSpan(open[match].Name, open[match].Length), StringComparison.OrdinalIgnoreCase))
                    match--;
                if (match >= 0 && open.Count - match < 60)
                {
                    keep = open[match].Kept;
                    open.RemoveRange(match, open.Count - match);
                }
            }
            else
            {
                keep = open.Count < Deepest;
                open.Add((name, nameEnd - name, keep));
                deepest = Math.Max(deepest, open.Count);
            }
            if (!keep && flat is not null)
            {
                flat.Append(html, copied, tagBegin - copied).Append(' ');
                copied = at;
            }
        }
        flat?.Append(html, copied, html.Length - copied);
        return deepest;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in Void)
            if (tag.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool IsRaw(ReadOnlySpan<char> tag) =>
        tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase) || tag.Equals("textarea", StringComparison.OrdinalIgnoreCase);
}
