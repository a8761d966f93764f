using Demarche.Export;
using Demarche.Records;

namespace Demarche.Desk.Reviewing;

/// <summary>Finds the words of an article that somebody marked, or wrote down with the number of their sentence.</summary>
internal static class MarkedWords
{
    /// <summary>The span of words: the marked one where it holds them, else their first place in the sentence; the whole sentence where none are written.</summary>
    /// <exception cref="FormatException">No such sentence, or other words stand there.</exception>
    public static RecordSpan Find(Record record, int? sentence, string? words, RecordSpan? marked)
    {
        var text = new CodePointText(record.Text);
        if (marked is { } span && span.Begin < span.End && (words is null || Flat(text.Words(span)) == Flat(words)))
            return text.Words(span).Length > 0 ? span : throw new FormatException("The words lie outside the text.");
        if (sentence is null && words is null)
            throw new FormatException("Say where it stands: mark the words in the text, or choose the sentence.");
        if (sentence < 1 || sentence > record.Sentences.Count)
            throw new FormatException($"The article has {record.Sentences.Count} sentences.");
        foreach (var around in sentence is { } number ? [record.Sentences[number - 1]] : record.Sentences)
        {
            var begin = around.Begin;
            if (words is null)
                return new(begin, around.End);
            var whole = text.Words(new(begin, around.End));
            var at = whole.IndexOf(words, StringComparison.Ordinal) is >= 0 and var exact ? exact : whole.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var from = begin + Points(whole.AsSpan(0, at));
            return new(from, from + Points(whole.AsSpan(at, words.Length)));
        }
        throw new FormatException(sentence is null ? $"The article does not say “{words}”." : $"Sentence {sentence} does not say “{words}”.");
    }

    private static string Flat(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Points(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
