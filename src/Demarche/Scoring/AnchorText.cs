using System.Text;
using System.Text.RegularExpressions;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Scoring;

/// <summary>A record's text in a form in which gold anchors are looked up, able to say where they stand in the record.</summary>
internal sealed partial class AnchorText
{
    private const string LeftOut = "\\[]\u200b\ufeff\u00ad";
    private readonly Record _record;
    private readonly CodePointText _words;
    private readonly string _normal;
    private readonly int[] _origin;
    private readonly int _length;

    /// <summary>Prepares a record's text.</summary>
    public AnchorText(Record record)
    {
        _record = record;
        _words = new(record.Text);
        var points = new CodePoints(record.Text);
        _length = points.At(record.Text.Length);
        var outside = new bool[record.Text.Length];
        Array.Fill(outside, true);
        foreach (Match link in MarkdownLink().Matches(record.Text))
        {
            var words = link.Groups[1];
            Array.Fill(outside, false, link.Index, words.Index - link.Index);
            Array.Fill(outside, false, words.Index + words.Length, link.Index + link.Length - words.Index - words.Length);
        }
        var normal = new StringBuilder(record.Text.Length);
        List<int> origin = [];
        for (var i = 0; i < record.Text.Length; i++)
        {
            var c = record.Text[i];
            if (!outside[i] || LeftOut.Contains(c))
                continue;
            c = char.IsWhiteSpace(c) ? ' ' : char.IsSurrogate(c) ? c : PlainWords.Straight(c);
            if (c == ' ' && normal.Length > 0 && normal[^1] == ' ')
                continue;
            normal.Append(c);
            origin.Add(points.At(i));
        }
        _normal = normal.ToString();
        _origin = [.. origin];
    }

    /// <summary>The words of a span.</summary>
    public string Words(RecordSpan? span) => span is { } known ? _words.Words(known) : "";

    /// <summary>A string in the form in which it is looked up.</summary>
    public static string Normalise(string anchor)
    {
        anchor = MarkdownLink().Replace(anchor, "$1");
        var normal = new StringBuilder(anchor.Length);
        foreach (var c in anchor)
            if (!LeftOut.Contains(c))
                normal.Append(char.IsSurrogate(c) ? c : PlainWords.Straight(c));
        return string.Join(' ', normal.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Every span of the record's text where the anchor stands.</summary>
    public List<RecordSpan> Find(string anchor)
    {
        anchor = Normalise(anchor);
        List<RecordSpan> spans = [];
        var at = anchor.Length == 0 ? -1 : _normal.IndexOf(anchor, StringComparison.Ordinal);
        while (at >= 0)
        {
            spans.Add(new(_origin[at], _origin[at + anchor.Length - 1] + 1));
            at = _normal.IndexOf(anchor, at + 1, StringComparison.Ordinal);
        }
        return spans;
    }

    /// <summary>The sentences that hold the spans; for a span outside all sentences, its paragraph.</summary>
    public List<RecordSpan> SentencesWith(List<RecordSpan> spans)
    {
        List<RecordSpan> found = [];
        foreach (var span in spans)
        {
            var held = _record.Sentences.Select(sentence => new RecordSpan(sentence.Begin, sentence.End)).Where(sentence => Spans.Overlap(sentence, span) > 0).ToList();
            found.AddRange(held.Count > 0 ? held : [Paragraph(span)]);
        }
        return found;
    }

    /// <summary>The span of a sentence; null for a number that is none's.</summary>
    public RecordSpan? Sentence(int number) =>
        number >= 0 && number < _record.Sentences.Count ? new(_record.Sentences[number].Begin, _record.Sentences[number].End) : null;

    private RecordSpan Paragraph(RecordSpan span)
    {
        int begin = span.Begin, end = span.End;
        while (begin > 0 && _words.Words(new(begin - 1, begin)) != "\n")
            begin--;
        while (end < _length && _words.Words(new(end, end + 1)) != "\n")
            end++;
        return new(begin, end);
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();
}

/// <summary>Questions about spans.</summary>
internal static class Spans
{
    /// <summary>How many characters two spans share.</summary>
    public static int Overlap(RecordSpan one, RecordSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Begin, other.Begin));

    /// <summary>Whether any of the spans shares a character with any of the places.</summary>
    public static bool Touch(IEnumerable<RecordSpan?> spans, List<RecordSpan> places) =>
        spans.Any(span => span is { } known && places.Any(place => Overlap(known, place) > 0));

    /// <summary>0 where the span overlaps a spot, else minus the gap in characters.</summary>
    public static double Distance(RecordSpan span, List<RecordSpan> spots) => spots.Count == 0 ? double.NegativeInfinity
        : spots.Max(spot => Overlap(span, spot) > 0 ? 0 : -Math.Max(spot.Begin - span.End, span.Begin - spot.End) - 1);
}
