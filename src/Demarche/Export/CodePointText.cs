using Demarche.Records;

namespace Demarche.Export;

/// <summary>A record's text, of which words can be asked by the record's own offsets, which count code points.</summary>
public sealed class CodePointText
{
    private readonly string _text;
    private readonly int[]? _offsets;

    /// <summary>Prepares a text.</summary>
    public CodePointText(string text)
    {
        _text = text;
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        List<int> offsets = [];
        for (var i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
        }
        offsets.Add(text.Length);
        _offsets = [.. offsets];
    }

    /// <summary>The whole text.</summary>
    public string All => _text;

    /// <summary>The words of a span on one line; "" where it lies outside the text.</summary>
    internal string OneLine(RecordSpan span)
    {
        var words = Words(span);
        return words.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : words;
    }

    /// <summary>The words of a span; "" where it lies outside the text.</summary>
    public string Words(RecordSpan span)
    {
        var last = _offsets is null ? _text.Length : _offsets.Length - 1;
        if (span.Begin < 0 || span.End > last || span.Begin > span.End)
            return "";
        return _offsets is null ? _text[span.Begin..span.End] : _text[_offsets[span.Begin].._offsets[span.End]];
    }
}
