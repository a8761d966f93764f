using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Times;

/// <summary>
/// The stamps of a chronology: sentences that are nothing but a time ("Jan. 31 -", "1992:"). What follows in the paragraph was then; where a
/// text has several, a stamp that is a paragraph of its own dates the paragraphs below it, too.
/// </summary>
internal sealed class Stamps
{
    private const int LongestStamp = 16;
    private const int Fewest = 3;

    private readonly Dictionary<int, TimeExpression> _stamps = [];
    private readonly SentenceList _sentences;

    public Stamps(SentenceList sentences, ImmutableArray<TimeExpression> times)
    {
        _sentences = sentences;
        for (var i = 0; i < times.Length;)
        {
            var end = i + 1;
            while (end < times.Length && times[end].Sentence == times[i].Sentence)
                end++;
            var sentence = sentences[times[i].Sentence];
            if (sentence.Count <= LongestStamp && IsStamp(sentence, times.AsSpan()[i..end]) && Finest(times.AsSpan()[i..end]) is { } time)
                _stamps[time.Sentence] = time;
            i = end;
        }
    }

    /// <summary>The time before a sentence that says when it was; null where there is none.</summary>
    public TimeExpression? Of(int sentence)
    {
        if (_stamps.Count == 0)
            return null;
        var paragraph = _sentences[sentence].Paragraph;
        for (var before = sentence - 1; before >= 0; before--)
        {
            if (_stamps.TryGetValue(before, out var stamp))
                return stamp;
            if (_sentences[before].Paragraph != paragraph && _stamps.Count < Fewest)
                return null;
        }
        return null;
    }

    private static bool IsStamp(Sentence sentence, ReadOnlySpan<TimeExpression> times)
    {
        var hasMark = sentence[sentence.Count - 1].Form is ":" or "-" or "–" or "—" or "―" or "--" or "|";
        if (!hasMark && times is not [{ First: 0 }])
            return false;
        // "2003, March:", "Aug. 12 (Reuters) -": a month that is no time by itself, an agency. A dateline begins with its place.
        var mayName = hasMark && times[0].First <= 1;
        for (var i = 0; i < sentence.Count; i++)
        {
            var isIn = (mayName && sentence[i].Upos is Upos.PROPN) || sentence[i].Upos is Upos.PUNCT or Upos.SYM or Upos.ADP or Upos.DET or Upos.CCONJ or Upos.NUM;
            foreach (var time in times)
                isIn |= time.First <= i && i <= time.Last;
            if (!isIn)
                return false;
        }
        return true;
    }

    /// <summary>The time that tells most: a day before a month, a month before a year.</summary>
    private static TimeExpression? Finest(ReadOnlySpan<TimeExpression> times)
    {
        TimeExpression? best = null;
        foreach (var time in times)
            if (time.Kind is not (TimeKind.Set or TimeKind.Duration) && time.Value is { Length: >= 4 } value && char.IsAsciiDigit(value[0])
                && (best is null || value.Length > best.Value!.Length))
                best = time;
        return best;
    }
}
