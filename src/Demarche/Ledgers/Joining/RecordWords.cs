using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>The words and the sentences that a record's spans stand for.</summary>
internal sealed class RecordWords
{
    private readonly int[]? _offsets;

    public RecordWords(Record record)
    {
        Record = record;
        if (!record.Text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        var offsets = new List<int>(record.Text.Length + 1);
        for (var i = 0; i < record.Text.Length; i++)
            if (i == 0 || !char.IsSurrogatePair(record.Text[i - 1], record.Text[i]))
                offsets.Add(i);
        offsets.Add(record.Text.Length);
        _offsets = [.. offsets];
    }

    public Record Record { get; }

    /// <summary>The words of a span; "" where it lies outside the text.</summary>
    public string Of(RecordSpan span)
    {
        var last = _offsets is null ? Record.Text.Length : _offsets.Length - 1;
        if (span.Begin < 0 || span.End > last || span.Begin >= span.End)
            return "";
        var words = _offsets is null ? Record.Text[span.Begin..span.End] : Record.Text[_offsets[span.Begin].._offsets[span.End]];
        return words.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : words;
    }

    /// <summary>The number of the sentence that holds the offset, else 0.</summary>
    public int SentenceAt(int offset)
    {
        int low = 0, high = Record.Sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Record.Sentences[middle].End <= offset)
                low = middle + 1;
            else if (Record.Sentences[middle].Begin > offset)
                high = middle - 1;
            else
                return middle;
        }
        return 0;
    }
}
