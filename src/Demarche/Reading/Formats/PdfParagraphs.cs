using System.Text;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>Makes paragraphs of a PDF's lines.</summary>
internal static class PdfParagraphs
{
    /// <summary>The paragraphs in reading order, without running heads and page numbers.</summary>
    public static List<Block> Of(List<PdfLine> lines)
    {
        var bodySize = Median(lines.SelectMany(line => Enumerable.Repeat(line.Size, Math.Max(1, line.Text.Length / 10))));
        var running = Running(lines);
        var words = lines.SelectMany(line => line.Text.Split(' ')).Select(word => word.Trim(',', '.', ';', ':', '"', '“', '”', '(', ')').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var gap = Median(lines.Zip(lines.Skip(1)).Where(pair => pair.First.Page == pair.Second.Page && pair.First.Block == pair.Second.Block && pair.First.Bottom > pair.Second.Top)
            .Select(pair => pair.First.Bottom - pair.Second.Top));
        List<Block> blocks = [];
        var text = new StringBuilder();
        PdfLine? before = null;
        var heading = false;
        foreach (var line in lines)
        {
            if (line.Text.Length == 0 || running.Contains(line))
                continue;
            var isHeading = line.Size > bodySize * 1.25 && line.Text.Length < 200;
            if (before is { } last && (isHeading != heading || !isHeading && Begins(line, last, text, gap) || isHeading && (line.Page != last.Page || Math.Abs(line.Size - last.Size) > 1)))
                Flush();
            heading = isHeading;
            Append(text, line.Text, words);
            before = line;
        }
        Flush();
        return blocks;

        void Flush()
        {
            if (InlineMarkup.Tidy(text.ToString()) is { Length: > 0 } paragraph)
                blocks.Add(new(paragraph, heading ? BlockKind.Heading : BlockKind.Paragraph));
            text.Clear();
        }
    }

    // A new paragraph begins where the block changes after a sentence's end, at an indent, after a gap or after a short line.
    private static bool Begins(PdfLine line, PdfLine last, StringBuilder soFar, double gap)
    {
        var ended = Words.EndsSentence(soFar.ToString().AsSpan());
        var lower = char.IsLower(line.Text[0]);
        if (line.Page != last.Page || line.Block != last.Block)
            return ended || !lower && !(last.Text[^1] is ',' or '-' or '—' || char.IsLower(last.Text[^1]) && last.Page != line.Page);
        var height = Math.Max(last.Top - last.Bottom, 1);
        if (last.Bottom - line.Top > gap * 1.6 + height * 0.2)
            return true;
        return ended && !lower && (line.Left > last.Left + height * 0.7 || last.Right < line.Right - height * 3);
    }

    // "govern-" + "ment" is one word, "left-" + "wing" a compound: the document itself shows which, where it has the word elsewhere.
    private static void Append(StringBuilder text, string line, HashSet<string> words)
    {
        if (text.Length > 1 && text[^1] is '-' or '\u00ad' or '‐' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
        {
            var at = text.Length - 2;
            while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
                at--;
            var first = text.ToString(at, text.Length - 1 - at).TrimStart('"', '“', '(').ToLowerInvariant();
            var end = line.IndexOf(' ', StringComparison.Ordinal);
            var second = (end < 0 ? line : line[..end]).TrimEnd(',', '.', ';', ':', '"', '”', ')').ToLowerInvariant();
            if (!words.Contains(first + "-" + second) || words.Contains(first + second))
                text.Length--;
            text.Append(line);
            return;
        }
        if (text.Length > 0)
            text.Append(' ');
        text.Append(line);
    }

    // Lines at the edge of pages that are numbers, or the same on several pages but for their numbers.
    private static HashSet<PdfLine> Running(List<PdfLine> lines)
    {
        var pages = lines.Select(line => line.Page).Distinct().Count();
        HashSet<PdfLine> running = [];
        var edges = lines.Where(line => line.Bottom > line.PageHeight * 0.9 || line.Top < line.PageHeight * 0.1).ToList();
        foreach (var line in edges)
            if (IsPageNumber(line.Text))
                running.Add(line);
        foreach (var same in edges.GroupBy(line => new string([.. Words.Key(line.Text).Where(c => !char.IsDigit(c))]), StringComparer.Ordinal))
            if (same.Select(line => line.Page).Distinct().Count() is var on && on > 1 && on >= pages / 3)
                running.UnionWith(same);
        return running;
    }

    private static bool IsPageNumber(string text)
    {
        var bare = text.Trim(' ', '-', '–', '—', '|', '.');
        if (bare.StartsWith("page ", StringComparison.OrdinalIgnoreCase))
            bare = bare[5..];
        return bare.Length is > 0 and < 12 && bare.All(c => char.IsAsciiDigit(c) || c is ' ' or '/' or 'o' or 'f') && char.IsAsciiDigit(bare[0]);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
