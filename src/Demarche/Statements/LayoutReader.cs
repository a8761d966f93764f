using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>Statements that the layout tells of: "Name: words" in headlines and transcripts, "words" — Name.</summary>
internal sealed class LayoutReader(CueTable cues, SpeakerReader speakers)
{
    /// <summary>Adds the statements of paragraphs that are laid out so.</summary>
    public void Run(SentenceReader reader, List<Quotation> quotations, List<Draft> drafts)
    {
        for (var number = 0; number < reader.Sentences.Count; number++)
        {
            if (number > 0 && reader.Sentences[number].Paragraph == reader.Sentences[number - 1].Paragraph)
                continue;
            var last = number;
            while (last + 1 < reader.Sentences.Count && reader.Sentences[last + 1].Paragraph == reader.Sentences[number].Paragraph)
                last++;
            reader.Enter(number);
            if (Colon(reader, last) is { } draft)
            {
                drafts.RemoveAll(other => other.Content.TrueForAll(part => draft.Content[0].Contains(part)) && !other.MayQuote && other.Cue is { } cue && draft.Speaker.Span!.Value.Overlaps(cue));
                drafts.Add(draft);
            }
        }
        foreach (var quotation in quotations)
            if (Dash(reader, quotation, drafts) is { } draft)
                drafts.Add(draft);
    }

    private Draft? Colon(SentenceReader reader, int last)
    {
        var sentence = reader.Sentence;
        var colon = -1;
        var start = 0;
        while (start < sentence.Count && QuoteMarks.Family(sentence[start].Form[0]) != '\0')
            start++;
        for (var i = start; i < sentence.Count && i < start + 7; i++)
        {
            if (sentence[i].Form == ":")
            {
                colon = i;
                break;
            }
            if (!char.IsUpper(sentence[i].Form[0]) && sentence[i].Upos is not (Upos.PART or Upos.PUNCT))
                return null;
        }
        if (colon <= start || colon + 1 >= sentence.Count && last == reader.Number)
            return null;
        var head = start;
        for (var i = start; i < colon; i++)
        {
            if (sentence[i].Upos is Upos.VERB or Upos.AUX or Upos.NUM)
                return null;
            if (sentence[i].Upos is Upos.PROPN or Upos.NOUN && (sentence[i].Head < start || sentence[i].Head >= colon))
                head = i;
        }
        if (sentence[head].Upos is not (Upos.PROPN or Upos.NOUN or Upos.X) || cues.Is("label", sentence[start].Form.ToLowerInvariant()) || sentence[start].Span.Begin > 0 && IsListItem(reader, start, colon))
            return null;
        var begin = colon + 1 < sentence.Count ? sentence[colon + 1].Span.Begin : reader.Sentences[reader.Number + 1].Span.Begin;
        return new(reader.Number)
        {
            CueToken = colon,
            Cue = sentence[colon].Span,
            Speaker = new(new(reader.Number, head), sentence.SpanOf(start, colon - 1), speakers.IsAnonymous(sentence, head, start, colon - 1)),
            Content = [new(begin, reader.Sentences[last].Span.End)],
        };
    }

    /// <summary>In running text only names in capitals are read as a transcript's speakers: "Note: …" is nobody.</summary>
    private static bool IsListItem(SentenceReader reader, int start, int colon)
    {
        for (var i = start; i < colon; i++)
            foreach (var letter in reader.Sentence[i].Form)
                if (char.IsLower(letter))
                    return true;
        return reader.Sentence[start].Form.Length < 2 && colon == start + 1;
    }

    private Draft? Dash(SentenceReader reader, Quotation quotation, List<Draft> drafts)
    {
        var number = reader.Sentences.At(quotation.Span.End - 1);
        if (number < 0)
            return null;
        foreach (var draft in drafts)
            if (draft.Touches(quotation.Span))
                return null;
        var text = reader.Text;
        var dash = quotation.Span.End;
        while (dash < text.Length && char.IsWhiteSpace(text[dash]))
            dash++;
        var width = 0;
        while (dash + width < text.Length && text[dash + width] is '—' or '–' or '―' or '-')
            width++;
        var begin = dash + width;
        while (begin < text.Length && text[begin] == ' ')
            begin++;
        if (width == 0 || begin >= text.Length || !char.IsUpper(text[begin]))
            return null;
        var end = begin;
        while (end < text.Length && text[end] is not ('\n' or '"' or '“' or '.'))
            end++;
        while (end > begin && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        var at = reader.Sentences.At(begin);
        if (at < 0 || end - begin > 60 || (end < text.Length - 2 && text.IndexOf('\n', end, Math.Min(3, text.Length - end)) < 0))
            return null;
        reader.Enter(at);
        var head = reader.TokenFrom(begin);
        if (head >= reader.Sentence.Count)
            return null;
        for (var i = head; i < reader.Sentence.Count && reader.Sentence[i].Span.Begin < end; i++)
            if (reader.Sentence[i].Upos is Upos.VERB or Upos.AUX)
                return null;
        return new(at)
        {
            CueToken = Math.Max(0, head - 1),
            Cue = new(dash, dash + width),
            Speaker = new(new(at, head), new(begin, end), false),
            Content = [.. quotation.Parts],
        };
    }
}
