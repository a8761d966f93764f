using System.Text;
using Demarche.Records;

namespace Demarche.Briefs;

/// <summary>The words of entries that stand in one sentence, cut to a readable length, with names set beside pronouns and descriptions.</summary>
internal static class ClauseWords
{
    private const int Longest = 240;
    private static readonly char[] Breaks = [',', ';', ':', '–', '—'];

    /// <summary>The sentence around the spans, or the part of it that holds them.</summary>
    /// <param name="text">The record's words.</param>
    /// <param name="spans">Spans in one sentence.</param>
    /// <param name="named">Entities whose name is told where the words do not have it.</param>
    public static string Of(RecordText text, IReadOnlyList<RecordSpan> spans, IEnumerable<string> named)
    {
        var begin = spans.Min(span => span.Begin);
        var end = spans.Max(span => span.End);
        var sentence = text.SentenceAround(begin) ?? new(begin, end);
        var from = sentence.Begin;
        var to = Math.Max(sentence.End, end);
        if (to - from > Longest)
        {
            from = begin - from < Longest / 4 ? from : begin;
            to = CutAfter(text, from, end, to);
        }

        var words = WithNames(text, new(from, to), named).Trim();
        return (from > sentence.Begin ? "… " : "") + (to < sentence.End ? words.TrimEnd(Breaks) + " …" : words);
    }

    // The clause after the spans ends at the first comma or the like; a cut in a sentence's middle is told by an ellipsis.
    private static int CutAfter(RecordText text, int from, int end, int to)
    {
        var rest = text.Raw(new(end, to));
        var at = rest.IndexOfAny(Breaks);
        var cut = at < 0 ? to : end + rest[..at].EnumerateRunes().Count();
        if (cut - from <= Longest)
            return cut;
        var window = text.Raw(new(from, Math.Min(to, from + Longest)));
        var blank = window.LastIndexOf(' ');
        return Math.Max(end, from + window[..Math.Max(blank, 0)].EnumerateRunes().Count());
    }

    private static string WithNames(RecordText text, RecordSpan span, IEnumerable<string> named)
    {
        var names = named.Distinct(StringComparer.Ordinal).Select(text.Entity).OfType<RecordEntity>()
            .Where(entity => !entity.Mentions.Any(mention => mention.Form is "name" && mention.Begin < span.End && span.Begin < mention.End))
            .SelectMany(entity => entity.Mentions.Where(mention => NeedsName(mention, entity, span)).Take(1).Select(mention => (mention.End, entity.Name)))
            .OrderBy(item => item.End);
        var builder = new StringBuilder();
        var at = span.Begin;
        foreach (var (end, name) in names)
        {
            if (end < at)
                continue;
            builder.Append(text.Raw(new(at, end))).Append(" [").Append(name).Append(']');
            at = end;
        }

        builder.Append(text.Raw(new(at, span.End)));
        return string.Join(' ', builder.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool NeedsName(RecordMention mention, RecordEntity entity, RecordSpan span) =>
        mention.Begin >= span.Begin && mention.End <= span.End && mention.Form is "pronoun" or "nominal" && entity.Mentions.Any(other => other.Form is "name");
}
