using System.Globalization;
using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Positions;
using Demarche.Times;

namespace Demarche.Demands;

/// <summary>
/// By when something is asked: "by Sunday", "before", "until"; "within 72 hours", "eight days to leave", a "48-hour deadline", counted
/// from the day of the demand.
/// </summary>
internal sealed class Deadlines(Document document, PositionDates dates)
{
    private readonly TimeLayer _times = document.Get(Layers.Times);

    public string? Of(SentenceView view, DemandDraft draft)
    {
        var trigger = draft.Trigger.Token;
        foreach (var time in _times.All)
        {
            if (time.Sentence != view.Number)
                continue;
            var head = HeadOf(view, time);
            if (!view.Sentence.IsUnder(head, trigger) && !draft.Content.Contains(time.Span) && !draft.Span.Contains(time.Span))
                continue;
            if (time.Kind == TimeKind.Duration)
            {
                if (IsTerm(view, time, head, trigger) && Counted(dates.Of(view, trigger), time.Value) is { } day)
                    return day;
            }
            else if (time.Value is { Length: >= 7 } value && char.IsAsciiDigit(value[0]) && (IsBy(view, time, head) || IsInCondition(view, trigger, head)))
                return value.Length > 10 && value[10] == 'T' ? value[..10] : value;
        }
        return null;
    }

    // "if they do not come back on Monday"
    private static bool IsInCondition(SentenceView view, int trigger, int head) =>
        view.Case(head) is "on" && (view.HasMark(trigger, "if") || view.HasMark(trigger, "unless")) && view.Sentence.IsUnder(head, trigger);

    private static bool IsBy(SentenceView view, TimeExpression time, int head)
    {
        if (view.Case(head) is "by" or "before" or "until" or "till")
            return true;
        return time.First > 0 && view.Lower(time.First - 1) is "by" or "before" or "until" or "till" || view.Lower(time.First) is "by" or "before" or "until";
    }

    // "within 72 hours"; "eight days to leave"; "72-hour deadline".
    private static bool IsTerm(SentenceView view, TimeExpression time, int head, int trigger)
    {
        if (view.Case(head) is "within" or "in" || view.Lower(time.First) is "within" || (time.First > 0 && view.Lower(time.First - 1) is "within" or "inside"))
            return true;
        if (view.Lemma(trigger) is "give" or "allow")
            return true;
        return view.Head(head) is >= 0 and var noun && view.Lemma(noun) is "deadline" or "ultimatum" or "notice";
    }

    private static int HeadOf(SentenceView view, TimeExpression time)
    {
        for (var token = time.First; token <= time.Last && token < view.Count; token++)
            if (view.Head(token) < time.First || view.Head(token) > time.Last)
                return token;
        return Math.Min(time.First, view.Count - 1);
    }

    /// <summary>The day some time after another; null where either is no day or no duration.</summary>
    internal static string? Counted(string? from, string? duration)
    {
        if (from is null || duration is null || !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        if (duration.Length < 3 || duration[0] != 'P')
            return null;
        var isTime = duration[1] == 'T';
        var digits = duration.AsSpan(isTime ? 2 : 1, duration.Length - (isTime ? 3 : 2));
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 100_000)
            return null;
        var end = (isTime, duration[^1]) switch
        {
            (true, 'H') => day.AddDays((number + 12) / 24),
            (true, _) => day,
            (false, 'D') => day.AddDays(number),
            (false, 'W') => day.AddDays(number * 7),
            (false, 'M') => day.AddMonths(Math.Min(number, 1200)),
            (false, 'Y') => day.AddYears(Math.Min(number, 500)),
            _ => day,
        };
        return end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
