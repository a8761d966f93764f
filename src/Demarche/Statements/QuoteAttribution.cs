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
            var draft = Behind(reader, quotation, quotations, drafts);
            if (draft is null && (draft = Owner(quotation, drafts)) is not null)
                Widen(reader.Text, draft, quotation);
            draft ??= Before(reader, quotation, quotations, drafts);
            if (draft is not null && !drafts.Contains(draft))
                drafts.Add(draft);
            if (draft is null && Continued(reader, last, lastQuotation, quotation, quotations, drafts) is { } continued)
            {
                continued.Content.AddRange(quotation.Parts);
                draft = continued;
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
    private static void Widen(string text, Draft draft, Quotation quotation)
    {
        List<TextSpan> content = [.. quotation.Parts];
        content[0] = WithThat(text, content[0]);
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

    /// <summary>Takes "that" before a quotation in: he wrote that "…".</summary>
    private static TextSpan WithThat(string text, TextSpan quoted)
    {
        var at = quoted.Begin - 1;
        while (at > 0 && (text[at] == ' ' || text[at] == ','))
            at--;
        return at > 4 && text.AsSpan(at - 4, 5).SequenceEqual(" that") ? new(at - 3, quoted.End) : quoted;
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
            if (!isInverted && !IsNamed(sentence, first, extent.First))
                return null;
            if (subject < first || subject >= stop || (subject > token && !isInverted))
                subject = isInverted ? NounAfter(sentence, last + 1, stop) : NounBefore(sentence, first, extent.First);
            if (subject < 0)
                continue;
            var draft = Add(reader, quotation, drafts, token, extent, subject);
            if (!isInverted)
                draft.Speaker = Whole(reader, first, extent.First - 1, subject);
            return draft;
        }
        return null;
    }

    /// <summary>Whether the words between a quotation and a verb can only name a speaker: "…," Ann Lee, a doctor, said.</summary>
    private static bool IsNamed(Sentence sentence, int first, int cue)
    {
        if (sentence[first].Upos is Upos.ADP or Upos.SCONJ or Upos.CCONJ or Upos.PART or Upos.VERB or Upos.AUX or Upos.ADV)
            return false;
        var isClause = false;
        for (var i = first; i < cue; i++)
            if (sentence[i].Lemma is "who" or "which" or "whose" or "that")
                isClause = true;
            else if (sentence[i].Upos is Upos.VERB or Upos.AUX && !isClause && sentence[i].Is(Features.Fin))
                return false;
        return true;
    }

    private Speaker Whole(SentenceReader reader, int first, int last, int head)
    {
        var sentence = reader.Sentence;
        while (last > head && sentence[last].Upos is Upos.PUNCT or Upos.ADV && sentence[last].Form is not (")" or "]"))
            last--;
        return new(new(reader.Number, head), sentence.SpanOf(first, Math.Max(last, head)), speakers.IsAnonymous(sentence, head, first, last));
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
                draft.Content = [.. draft.Content.Where(part => IsDirect(part, quotation, reader)), WithThat(reader.Text, quotation.Parts[0]), .. quotation.Parts.Skip(1)];
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
            Addressees = Told(reader, token, subject),
        };
    }

    /// <summary>"…," he told the assembly: the object of a verb that tells somebody.</summary>
    private List<TokenRef> Told(SentenceReader reader, int verb, int subject)
    {
        var sentence = reader.Sentence;
        if (cues.Verb(sentence[verb].Lemma) is not { } cue || !cue.Takes(CueFrames.TellTo | CueFrames.ObjectTo))
            return [];
        foreach (var child in sentence.Children(verb))
            if (child > verb && child != subject && sentence[child].Relation is Deprel.obj or Deprel.iobj)
                return [new(reader.Number, child)];
        return [];
    }

    private static bool IsDirect(TextSpan part, Quotation quotation, SentenceReader reader) =>
        !part.Overlaps(quotation.Span) && QuoteMarks.Family(reader.Text[part.Begin]) != '\0';

    /// <summary>
    /// The statement that a quotation without a word about its speaker goes on with: that of the quotation or of the sentence right
    /// before it, in its own paragraph or the one before.
    /// </summary>
    private static Draft? Continued(SentenceReader reader, Draft? last, Quotation? lastQuotation, Quotation quotation, List<Quotation> quotations, List<Draft> drafts)
    {
        var at = reader.Sentences.At(quotation.Span.Begin);
        if (at <= 0 || FirstToken(reader.Sentences[at], quotation.Span.Begin) > 0)
            return null;
        var isSame = reader.Sentences[at].Paragraph == reader.Sentences[at - 1].Paragraph;
        if (isSame)
        {
            Draft? nearest = null;
            foreach (var draft in drafts)
                if (draft.MayQuote && draft.Sentence == at - 1 && draft.Speaker.Head is not null && !IsQuoted(draft, quotations)
                    && (nearest is null || draft.CueToken < nearest.CueToken))
                    nearest = draft;
            if (nearest is not null)
                return nearest;
        }
        if (last is null || lastQuotation is null || quotation.IsSingle != lastQuotation.IsSingle)
            return null;
        var before = reader.Sentences.At(lastQuotation.Span.End - 1);
        if (before < 0 || at - before > 2 || reader.Sentences[at].Paragraph - reader.Sentences[before].Paragraph > 1)
            return null;
        // what stands between the two may only be the clause that names the speaker
        foreach (var draft in drafts)
            if (draft.Sentence > before && draft.Sentence < at && draft != last)
                return null;
        return last;
    }

    private static bool IsQuoted(Draft draft, List<Quotation> quotations)
    {
        foreach (var quotation in quotations)
            if (draft.Cue is { } cue && quotation.Span.Contains(cue))
                return true;
        return false;
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
