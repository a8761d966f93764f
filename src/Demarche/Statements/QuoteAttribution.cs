using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Statements;

/// <summary>
/// Gives quotations to their speakers: by the statement whose content they belong to, by a verb of saying before or behind them,
/// or, where nothing is said about them, by the quotation before.
/// </summary>
internal sealed class QuoteAttribution(CueTable cues, VerbReader verbs, SpeakerReader speakers)
{
    /// <summary>Widens drafts to the quotations that they quote from, and adds drafts for quotations that have none.</summary>
    public void Run(SentenceReader reader, List<Quotation> quotations, List<Draft> drafts)
    {
        Draft? last = null;
        Quotation? lastQuotation = null;
        foreach (var quotation in quotations)
        {
            if (!IsSpeech(reader, quotation))
                continue;
            var draft = Owner(quotation, drafts);
            if (draft is not null)
                Widen(draft, quotation);
            else if ((draft = Behind(reader, quotation, quotations, drafts) ?? Before(reader, quotation, quotations, drafts)) is not null)
            {
                if (!drafts.Contains(draft))
                    drafts.Add(draft);
            }
            else if (last is not null && lastQuotation is not null && Continues(reader, lastQuotation, quotation, drafts))
            {
                last.Content.AddRange(quotation.Parts);
                draft = last;
            }
            if (draft is not null)
                (last, lastQuotation) = (draft, quotation);
        }
    }

    /// <summary>Whether the words could be a saying by themselves, unlike scare quotes, nicknames and titles.</summary>
    private static bool IsSpeech(SentenceReader reader, Quotation quotation)
    {
        var text = reader.Text;
        var span = quotation.Span;
        if (quotation.Parts.Count > 1)
            return true;
        int words = 0, letters = 0;
        for (var i = span.Begin; i < span.End; i++)
            if (char.IsLetterOrDigit(text[i]))
                letters++;
            else if (char.IsWhiteSpace(text[i]))
                words++;
        if (letters < 2)
            return false;
        var inner = text[span.End - 2];
        var ends = inner is ',' or '.' or '?' or '!' or '…' or '—' or '-' || (span.End < text.Length && text[span.End] == ',' && words >= 3);
        var before = span.Begin - 1;
        while (before >= 0 && text[before] == ' ')
            before--;
        var starts = before < 0 || text[before] is '\n' or ',' or ':' or '.' or '?' or '!' or '”' or '"' or ';' or '’' or '\'';
        return starts && (ends || words >= 5);
    }

    private static Draft? Owner(Quotation quotation, List<Draft> drafts)
    {
        Draft? best = null;
        var most = 0;
        foreach (var draft in drafts)
        {
            if (!draft.MayQuote || draft.Cue is not { } cue || quotation.Span.Contains(cue))
                continue;
            var overlap = 0;
            foreach (var content in draft.Content)
                overlap += Math.Max(0, Math.Min(content.End, quotation.Span.End) - Math.Max(content.Begin, quotation.Span.Begin));
            if (overlap > most)
                (best, most) = (draft, overlap);
        }
        return best;
    }

    /// <summary>Makes the quotation wholly part of the content.</summary>
    private static void Widen(Draft draft, Quotation quotation)
    {
        List<TextSpan> content = [.. quotation.Parts];
        foreach (var part in draft.Content)
        {
            if (quotation.Span.Contains(part))
                continue;
            var joined = false;
            for (var i = 0; i < content.Count && !joined; i++)
                if (content[i].Overlaps(part))
                {
                    content[i] = content[i].Union(part);
                    joined = true;
                }
            if (!joined)
                content.Add(part);
        }
        content.Sort();
        draft.Content = content;
    }

    /// <summary>"…," said the minister.</summary>
    private Draft? Behind(SentenceReader reader, Quotation quotation, List<Quotation> quotations, List<Draft> drafts)
    {
        var end = quotation.Span.End;
        var number = reader.Sentences.At(end - 1);
        if (number < 0)
            return null;
        if (FirstToken(reader.Sentences[number], end) < 0)
        {
            // the splitter may have cut after a question mark: "…?" he asked.
            if (++number >= reader.Sentences.Count || reader.Sentences[number].Paragraph != reader.Sentences[number - 1].Paragraph
                || reader.Text[end - 2] == '.')
                return null;
        }
        reader.Enter(number);
        var sentence = reader.Sentence;
        var first = FirstToken(sentence, end);
        var stop = sentence.Count;
        foreach (var other in quotations)
            if (other.Span.Begin >= end && FirstToken(sentence, other.Span.Begin) is var mark and >= 0)
            {
                stop = Math.Min(stop, mark);
                break;
            }
        while (first >= 0 && first < stop && sentence[first].Upos == Upos.PUNCT)
            first++;
        for (var token = Math.Max(first, 0); token < stop && token < first + 25; token++)
        {
            if (verbs.CueOf(sentence, token, out var last) is not { } cue || !cue.Takes(CueFrames.Quote))
                continue;
            var extent = CueExtent.Of(sentence, cues, token, last);
            var subject = speakers.Subject(sentence, extent.Top);
            var isInverted = extent.First <= first;
            if (subject < first || subject >= stop || (subject > token && !isInverted))
                subject = isInverted ? NounAfter(sentence, last + 1, stop) : NounBefore(sentence, first, extent.First);
            if (subject < 0)
                continue;
            return Add(reader, quotation, drafts, token, extent, subject);
        }
        return null;
    }

    /// <summary>The minister said: "…"</summary>
    private Draft? Before(SentenceReader reader, Quotation quotation, List<Quotation> quotations, List<Draft> drafts)
    {
        var begin = quotation.Span.Begin;
        var number = reader.Sentences.At(begin);
        if (number < 0)
            return null;
        var stop = FirstToken(reader.Sentences[number], begin);
        if (stop <= 0)
        {
            if (number == 0 || LastForm(reader.Sentences[number - 1]) is not (":" or ","))
                return null;
            stop = reader.Sentences[--number].Count;
        }
        reader.Enter(number);
        var sentence = reader.Sentence;
        var from = 0;
        foreach (var other in quotations)
            if (other.Span.End <= begin && other.Span.End > sentence.Span.Begin)
                from = Math.Max(from, FirstToken(sentence, other.Span.End));
        for (var token = stop - 1; token >= from; token--)
        {
            if (verbs.CueOf(sentence, token, out var last) is not { } cue || !cue.Takes(CueFrames.Quote))
                continue;
            var extent = CueExtent.Of(sentence, cues, token, last);
            var subject = speakers.Subject(sentence, extent.Top);
            if (subject >= stop)
                subject = -1;
            if (subject < 0)
                subject = NounBefore(sentence, from, extent.First);
            return subject < 0 ? null : Add(reader, quotation, drafts, token, extent, subject);
        }
        return null;
    }

    private Draft Add(SentenceReader reader, Quotation quotation, List<Draft> drafts, int token, CueExtent extent, int subject)
    {
        foreach (var draft in drafts)
            if (draft.Sentence == reader.Number && draft.CueToken == token)
            {
                draft.Content = [.. draft.Content.Where(part => IsDirect(part, quotation, reader)), .. quotation.Parts];
                draft.Content.Sort();
                return draft;
            }
        return new(reader.Number)
        {
            CueToken = token,
            Cue = reader.Sentence.SpanOf(extent.First, extent.Last),
            MayQuote = true,
            Negated = extent.Negated,
            Speaker = speakers.Read(reader, subject, extent.First, extent.Last),
            Content = [.. quotation.Parts],
        };
    }

    private static bool IsDirect(TextSpan part, Quotation quotation, SentenceReader reader) =>
        !part.Overlaps(quotation.Span) && part.Begin > 0 && QuoteMarks.Family(reader.Text[part.Begin]) != '\0';

    /// <summary>Whether nothing but the quotation stands where a speaker could be named, right behind the last one.</summary>
    private static bool Continues(SentenceReader reader, Quotation last, Quotation quotation, List<Draft> drafts)
    {
        var (before, at) = (reader.Sentences.At(last.Span.End - 1), reader.Sentences.At(quotation.Span.Begin));
        if (before < 0 || at < 0)
            return false;
        var paragraphs = reader.Sentences[at].Paragraph - reader.Sentences[before].Paragraph;
        if (paragraphs > 1 || at - before > 2 || FirstToken(reader.Sentences[at], quotation.Span.Begin) > 0)
            return false;
        // what stands between the two may only be the clause that names the speaker
        foreach (var draft in drafts)
            if (draft.Sentence > before && draft.Sentence < at)
                return false;
        return true;
    }

    private static string LastForm(Sentence sentence) => sentence.Count == 0 ? "" : sentence[sentence.Count - 1].Form;

    private static int FirstToken(Sentence sentence, int offset)
    {
        for (var i = 0; i < sentence.Count; i++)
            if (sentence[i].Span.Begin >= offset)
                return i;
        return -1;
    }

    private static int NounAfter(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to && i < from + 8; i++)
            if (sentence[i].Upos is Upos.PRON || (sentence[i].Upos is Upos.NOUN or Upos.PROPN && (sentence[i].Head < from || sentence[i].Head >= to || sentence[i].Head < i)))
                return i;
            else if (sentence[i].Upos is Upos.PUNCT or Upos.ADP or Upos.VERB)
                return -1;
        return -1;
    }

    private static int NounBefore(Sentence sentence, int from, int to)
    {
        var found = -1;
        for (var i = Math.Max(from, 0); i < to; i++)
            if (sentence[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
            {
                if (found < 0 || sentence[found].Head == i)
                    found = i;
            }
        return found;
    }
}
