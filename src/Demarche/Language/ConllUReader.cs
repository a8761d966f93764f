using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>A sentence of a CoNLL-U file: its lines, and its tokens in the file's text.</summary>
/// <param name="Comments">The lines that begin with "#".</param>
/// <param name="Rows">The ten fields of every line, multiword tokens and empty nodes included.</param>
/// <param name="Tokens">The words as tokens of the text.</param>
public sealed record ConllUSentence(ImmutableArray<string> Comments, ImmutableArray<string[]> Rows, TokenizedSentence Tokens)
{
    /// <summary>The fields of the words alone.</summary>
    public IEnumerable<string[]> Words => Rows.Where(row => !row[0].AsSpan().ContainsAny('-', '.'));
}

/// <summary>A CoNLL-U file read, and the text that it holds: a blank line before each paragraph, spaces as <c>SpaceAfter</c> says.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sentences">The sentences.</param>
public sealed record ConllUFile(string Text, ImmutableArray<ConllUSentence> Sentences)
{
    /// <summary>The sentences by document, as <c># newdoc</c> says.</summary>
    public IEnumerable<IReadOnlyList<ConllUSentence>> Documents()
    {
        List<ConllUSentence> document = [];
        foreach (var sentence in Sentences)
        {
            if (document.Count > 0 && sentence.Comments.Any(comment => comment.StartsWith("# newdoc", StringComparison.Ordinal)))
            {
                yield return document;
                document = [];
            }
            document.Add(sentence);
        }
        if (document.Count > 0)
            yield return document;
    }

    /// <summary>Reads a file's content.</summary>
    /// <exception cref="FormatException">A line does not have ten fields or a number is broken; the message names the line.</exception>
    public static ConllUFile Read(string content)
    {
        var text = new StringBuilder();
        var sentences = ImmutableArray.CreateBuilder<ConllUSentence>();
        List<string> comments = [];
        List<string[]> rows = [];
        int paragraph = -1, number = 0;
        foreach (var raw in content.EnumerateLines())
        {
            number++;
            var line = raw.ToString();
            if (line.StartsWith('#'))
                comments.Add(line);
            else if (line.Length > 0)
            {
                var fields = line.Split('\t');
                if (fields.Length != 10)
                    throw new FormatException($"Line {number} has {fields.Length} fields; a CoNLL-U line has 10.");
                rows.Add(fields);
            }
            else
                Finish(number);
        }
        Finish(number);
        return new(text.ToString(), sentences.ToImmutable());

        void Finish(int line)
        {
            if (rows.Count > 0)
            {
                var begins = paragraph < 0 || comments.Exists(comment => comment.StartsWith("# newpar", StringComparison.Ordinal) || comment.StartsWith("# newdoc", StringComparison.Ordinal));
                if (begins)
                    paragraph++;
                if (text.Length > 0)
                    text.Append(begins ? "\n\n" : text[^1] is ' ' ? "" : " ");
                sentences.Add(new([.. comments], [.. rows], new(paragraph, Place(rows, text, line))));
                while (text.Length > 0 && text[^1] == ' ')
                    text.Length--;
            }
            comments.Clear();
            rows.Clear();
        }
    }

    private static ImmutableArray<RawToken> Place(List<string[]> rows, StringBuilder text, int line)
    {
        var tokens = ImmutableArray.CreateBuilder<RawToken>();
        int left = 0, at = 0, end = 0;
        foreach (var row in rows)
        {
            if (row[0].Contains('.', StringComparison.Ordinal))
                continue;
            var range = row[0].IndexOf('-', StringComparison.Ordinal);
            if (range > 0)
            {
                if (!int.TryParse(row[0].AsSpan(0, range), CultureInfo.InvariantCulture, out var first)
                    || !int.TryParse(row[0].AsSpan(range + 1), CultureInfo.InvariantCulture, out var last))
                    throw new FormatException($"The ID '{row[0]}' in the sentence that ends at line {line} is not a range.");
                left = last - first + 1;
                at = text.Length;
                end = at + row[1].Length;
                Append(row, text);
                continue;
            }
            if (left == 0)
            {
                tokens.Add(new(new(text.Length, text.Length + row[1].Length), row[1]));
                Append(row, text);
                continue;
            }
            left--;
            var fits = at + row[1].Length <= end && Same(text, at, row[1]);
            var stop = left == 0 ? end : fits ? at + row[1].Length : at;
            tokens.Add(new(new(at, Math.Max(stop, at)), row[1]));
            at = stop;
        }
        return tokens.ToImmutable();
    }

    private static bool Same(StringBuilder text, int at, string form)
    {
        for (var i = 0; i < form.Length; i++)
            if (text[at + i] != form[i])
                return false;
        return true;
    }

    private static void Append(string[] row, StringBuilder text)
    {
        text.Append(row[1]);
        if (!row[9].Contains("SpaceAfter=No", StringComparison.Ordinal))
            text.Append(' ');
    }
}
