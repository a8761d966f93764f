using Demarche.Export;
using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>The words and the sentences that a record's spans stand for.</summary>
internal sealed class RecordWords(Record record)
{
    private readonly CodePointText _text = new(record.Text);

    public Record Record { get; } = record;

    /// <summary>The words of a span; "" where it lies outside the text.</summary>
    public string Of(RecordSpan span) => _text.OneLine(span);

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
