using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>
/// Pairs quotation marks: curly, straight, doubled single and British single ones, over sentences and over paragraphs that open
/// them again. An odd mark costs its own paragraph at most. Marks inside a quotation are part of its words.
/// </summary>
internal static class QuoteScanner
{
    /// <summary>The quotations of a text, in order, not overlapping.</summary>
    public static List<Quotation> Scan(string text, SentenceList sentences)
    {
        List<Quotation> found = [];
        List<TextSpan>? open = null;
        foreach (var paragraph in Paragraphs(sentences))
        {
            var at = paragraph.Begin;
            if (open is not null)
            {
                if (OpensAt(text, at, out _))
                {
                    var (end, closed) = Close(text, at, paragraph.End);
                    open.Add(new(at, end));
                    at = end;
                    if (closed)
                    {
                        found.Add(new(open, false));
                        open = null;
                    }
                }
                else
                {
                    found.Add(new(open, false));
                    open = null;
                }
            }
            for (; at < paragraph.End; at++)
            {
                if (QuoteMarks.Family(text[at]) == '\0')
                    continue;
                if (OpensAt(text, at, out var isSingle))
                {
                    var (end, closed) = isSingle ? CloseSingle(text, at, paragraph.End) : Close(text, at, paragraph.End);
                    if (closed)
                        found.Add(new([new(at, end)], isSingle));
                    else if (isSingle)
                        continue;
                    else if (IsSentenceStart(text, at, paragraph.Begin))
                        open = [new(at, end)];
                    else
                        continue;
                    at = end - 1;
                }
            }
        }
        if (open is not null)
            found.Add(new(open, false));
        return found;
    }

    private static IEnumerable<TextSpan> Paragraphs(SentenceList sentences)
    {
        for (var i = 0; i < sentences.Count;)
        {
            var span = sentences[i].Span;
            var number = sentences[i].Paragraph;
            for (i++; i < sentences.Count && sentences[i].Paragraph == number; i++)
                span = span.Union(sentences[i].Span);
            yield return span;
        }
    }

    private static bool OpensAt(string text, int at, out bool isSingle)
    {
        var mark = text[at];
        var width = QuoteMarks.Width(text, at);
        isSingle = QuoteMarks.Family(mark) == '\'' && width == 1;
        if (QuoteMarks.Family(mark) == '\0' || (QuoteMarks.IsCloser(mark) && (isSingle || mark == '»')))
            return false;
        if (!QuoteMarks.LooksOpening(text, at, width))
            return !isSingle && QuoteMarks.IsOpener(mark);
        // 'em, '90s: an apostrophe where letters were left out
        return !isSingle || (at + 1 < text.Length && !char.IsDigit(text[at + 1]));
    }

    private static bool IsSentenceStart(string text, int at, int paragraph)
    {
        for (at--; at >= paragraph && char.IsWhiteSpace(text[at]); at--)
        {
        }
        return at < paragraph || text[at] is '.' or ':' or ',' or '!' or '?' or '-' or '—';
    }

    /// <summary>The end of a double quotation that opens at <paramref name="begin"/>, and whether a mark closes it.</summary>
    private static (int End, bool Closed) Close(string text, int begin, int limit)
    {
        var depth = 1;
        var opener = text[begin];
        for (var at = begin + QuoteMarks.Width(text, begin); at < limit; at++)
        {
            var mark = text[at];
            var width = QuoteMarks.Width(text, at);
            if (QuoteMarks.Family(mark) == '\0' || (QuoteMarks.Family(mark) == '\'' && width == 1))
                continue;
            var plain = mark is '"' or '\'' or '`' or '＂';
            if (plain ? QuoteMarks.LooksClosing(text, at, width) || !QuoteMarks.LooksOpening(text, at, width) : QuoteMarks.IsCloser(mark))
            {
                // a curly mark closes a curly one; a straight one may close either
                if (--depth == 0)
                    return (at + width, true);
            }
            else if (plain && plain == opener is '"' or '\'' && depth == 1 && IsSentenceStart(text, at, begin + 1) && at > begin + 1)
                return (TrimEnd(text, begin, at), true); // opened again without having been closed
            else if (!plain && mark != opener)
                depth++;
            at += width - 1;
        }
        return (limit, false);
    }

    private static int TrimEnd(string text, int begin, int end)
    {
        while (end > begin + 1 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    /// <summary>A single mark closes best after a punctuation mark, else at the first one that no letter follows.</summary>
    private static (int End, bool Closed) CloseSingle(string text, int begin, int limit)
    {
        var first = -1;
        for (var at = begin + 1; at < limit; at++)
        {
            if (QuoteMarks.Family(text[at]) == '"')
                continue;
            if (QuoteMarks.Family(text[at]) != '\'')
                continue;
            if (QuoteMarks.IsOpener(text[at]))
                break;
            if (!QuoteMarks.LooksClosing(text, at, 1))
                continue;
            if (text[at - 1] is ',' or '.' or '?' or '!')
                return (at + 1, true);
            // "the ministers' claim": a plural's apostrophe may come before the mark that closes
            if (first < 0 || (text[first - 1] == 's' && first + 2 < limit && char.IsLower(text[first + 2])))
                first = at;
        }
        return first < 0 ? (limit, false) : (first + 1, true);
    }
}
