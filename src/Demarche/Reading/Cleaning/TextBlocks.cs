namespace Demarche.Reading.Cleaning;

/// <summary>Finds the blocks of a text: paragraphs divided by blank lines, Markdown's headings, items, quotes and hard breaks.</summary>
internal static class TextBlocks
{
    /// <summary>The blocks in order. Any text has them; none is lost but marks of layout.</summary>
    public static List<Block> Of(string text)
    {
        List<Block> blocks = [];
        List<string> lines = [];
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            var line = text[start..end];
            if (string.IsNullOrWhiteSpace(line))
                Flush(lines, blocks);
            else
                lines.Add(line);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        Flush(lines, blocks);
        return blocks;
    }

    private static void Flush(List<string> lines, List<Block> blocks)
    {
        var wrapped = AreWrapped(lines);
        var joined = "";
        foreach (var raw in lines)
        {
            var line = raw.TrimStart();
            while (line.StartsWith("> ", StringComparison.Ordinal) || line == ">")
                line = line[1..].TrimStart();
            var kind = BlockKind.Paragraph;
            if (HeadingMarks(line) is var marks and > 0)
            {
                line = line[marks..].Trim().TrimEnd('#');
                kind = BlockKind.Heading;
            }
            else if (line.Length > 2 && line[0] is '-' or '*' or '•' or '+' && line[1] == ' ')
            {
                line = line[2..].TrimStart();
                kind = BlockKind.Item;
            }
            else if (IsRule(line))
            {
                // Under a line of text, a rule of = or - makes that line a heading.
                if (joined.Length > 0 && line.Length > 2 && line[0] is '=' or '-')
                    Add(ref joined, BlockKind.Heading, blocks);
                continue;
            }
            if (kind != BlockKind.Paragraph)
            {
                Add(ref joined, BlockKind.Paragraph, blocks);
                joined = line;
                Add(ref joined, kind, blocks);
                continue;
            }
            joined = joined.Length == 0 ? line : joined + " " + line;
            if (!wrapped || raw.EndsWith("  ", StringComparison.Ordinal) || raw.EndsWith('\\'))
            {
                joined = joined.TrimEnd('\\');
                Add(ref joined, kind, blocks);
            }
        }
        Add(ref joined, BlockKind.Paragraph, blocks);
        lines.Clear();
    }

    private static void Add(ref string line, BlockKind kind, List<Block> blocks)
    {
        if (line.Length > 0 && InlineMarkup.Plain(line, kind) is { Text.Length: > 0 } block)
            blocks.Add(block);
        line = "";
    }

    private static int HeadingMarks(string line)
    {
        var marks = 0;
        while (marks < line.Length && line[marks] == '#')
            marks++;
        return marks is > 0 and <= 6 && marks < line.Length && line[marks] == ' ' ? marks : 0;
    }

    private static bool IsRule(string line)
    {
        var trimmed = line.Replace(" ", "", StringComparison.Ordinal);
        return trimmed.Length > 0 && trimmed[0] is '-' or '*' or '_' or '=' && trimmed.AsSpan().TrimStart(trimmed[0]).Length == 0
            && (trimmed.Length > 2 || trimmed[0] == '=');
    }

    // Lines that a margin broke are of nearly one length and end in the middle of sentences; other lines are paragraphs of their own.
    private static bool AreWrapped(List<string> lines)
    {
        if (lines.Count < 2)
            return true;
        int longest = 0, midSentence = 0, longLines = 0;
        for (var i = 0; i < lines.Count; i++)
            longest = Math.Max(longest, lines[i].TrimEnd().Length);
        if (longest is < 55 or > 140)
            return false;
        for (var i = 0; i < lines.Count - 1; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.Length >= longest * 0.6)
                longLines++;
            if (line.Length > 0 && line[^1] is not ('.' or '!' or '?' or '"' or '”' or ':'))
                midSentence++;
        }
        return longLines >= (lines.Count - 1) * 0.7 && midSentence >= (lines.Count - 1) * 0.5;
    }
}
