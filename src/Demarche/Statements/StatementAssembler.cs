using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;

namespace Demarche.Statements;

/// <summary>Makes statements of drafts: whole quotation marks, kinds, order, nesting, ids.</summary>
internal static class StatementAssembler
{
    /// <summary>The statements of the drafts.</summary>
    public static ImmutableArray<Statement> Assemble(SentenceReader reader, List<Quotation> quotations, List<Draft> drafts)
    {
        foreach (var draft in drafts)
            for (var i = 0; i < draft.Content.Count; i++)
                draft.Content[i] = WithMarks(reader.Text, draft.Content[i], quotations);
        drafts.RemoveAll(draft => draft.Content.Count == 0 || draft.IsPurpose && !IsQuoting(draft, quotations) || IsFillerInQuotation(draft, quotations));
        foreach (var draft in drafts)
            draft.Content.Sort();
        drafts.RemoveAll(draft => draft.IsWeak && IsTold(draft, drafts));
        drafts.Sort((one, other) => one.Content[0].CompareTo(other.Content[0]) is var order and not 0 ? order : (one.Cue?.Begin ?? 0).CompareTo(other.Cue?.Begin ?? 0));
        var all = ImmutableArray.CreateBuilder<Statement>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var first = reader.Sentences.At(draft.Content[0].Begin);
            all.Add(new()
            {
                Id = Id(i),
                Kind = KindOf(reader.Text, draft.Content, quotations),
                SpeakerHead = draft.Speaker.Head,
                SpeakerSpan = draft.Speaker.Span,
                Anonymous = draft.Speaker.Anonymous,
                Cue = draft.Cue,
                CueHead = draft.CueToken < 0 ? null : new(draft.Sentence, draft.CueToken),
                Content = [.. draft.Content],
                Within = Outer(drafts, i) is var outer and >= 0 ? Id(outer) : null,
                Addressees = [.. draft.Addressees],
                Negated = draft.Negated,
                Sentence = first < 0 ? draft.Sentence : first,
            });
        }
        return all.MoveToImmutable();
    }

    /// <summary>
    /// "I think", "it wants to", "they have recognized that" in a quotation say no more than the quotation does: only a verb that could
    /// quote ("the envoy told us that …") makes a statement inside it.
    /// </summary>
    private static bool IsFillerInQuotation(Draft draft, List<Quotation> quotations)
    {
        if (draft.MayQuote || draft.Cue is not { } cue)
            return false;
        foreach (var quotation in quotations)
            if (quotation.Holds(cue.Begin))
                return true;
        return false;
    }

    private static bool IsQuoting(Draft draft, List<Quotation> quotations)
    {
        foreach (var quotation in quotations)
            if (draft.Touches(quotation.Span))
                return true;
        return false;
    }

    /// <summary>Whether another draft's content holds the draft's cue.</summary>
    private static bool IsTold(Draft draft, List<Draft> drafts)
    {
        if (draft.Cue is not { } cue)
            return false;
        foreach (var other in drafts)
            if (other != draft && !Holds(draft, other.Cue) && Holds(other, cue))
                return true;
        return false;
    }

    private static string Id(int index) => "s" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The smallest other draft whose content holds this one's cue and content, or -1.</summary>
    private static int Outer(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var (best, shortest) = (-1, int.MaxValue);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (i == index)
                continue;
            foreach (var part in drafts[i].Content)
                if (part.Length < shortest && (draft.Cue is { } cue ? part.Contains(cue) && !Holds(draft, drafts[i].Cue) : part.Contains(draft.Content[0])))
                    (best, shortest) = (i, part.Length);
        }
        return best;
    }

    private static bool Holds(Draft draft, TextSpan? cue)
    {
        if (cue is { } span)
            foreach (var part in draft.Content)
                if (part.Contains(span))
                    return true;
        return false;
    }

    /// <summary>Takes the marks in where the part reaches the first or last word of a quotation.</summary>
    private static TextSpan WithMarks(string text, TextSpan part, List<Quotation> quotations)
    {
        var (begin, end) = (part.Begin, part.End);
        foreach (var quotation in quotations)
            foreach (var quoted in quotation.Parts)
            {
                if (quoted.Begin < begin && quoted.End > begin && NoWords(text, quoted.Begin, begin))
                    begin = quoted.Begin;
                if (quoted.End > end && quoted.Begin < end && NoWords(text, end, quoted.End))
                    end = quoted.End;
            }
        return new(begin, end);
    }

    private static bool NoWords(string text, int begin, int end)
    {
        for (var i = begin; i < end; i++)
            if (char.IsLetterOrDigit(text[i]))
                return false;
        return true;
    }

    private static StatementKind KindOf(string text, List<TextSpan> content, List<Quotation> quotations)
    {
        bool quoted = false, plain = false;
        foreach (var part in content)
        {
            var at = 0;
            for (var i = part.Begin; i < part.End; i++)
            {
                if (!char.IsLetterOrDigit(text[i]))
                    continue;
                while (at < quotations.Count && quotations[at].Span.End <= i)
                    at++;
                if (at < quotations.Count && quotations[at].Span.Contains(i))
                    quoted = true;
                else
                    plain = true;
            }
        }
        return quoted ? plain ? StatementKind.Mixed : StatementKind.Direct : StatementKind.Indirect;
    }
}
