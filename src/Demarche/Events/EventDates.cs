using System.Globalization;
using Demarche.Documents;
using Demarche.Events.Grammar;
using Demarche.Events.Matching;
using Demarche.Language;
using Demarche.Reading;
using Demarche.Times;

namespace Demarche.Events;

/// <summary>
/// When an event was: the time that its clause names, else its sentence, else the stamp before its entry, else the last one of its paragraph,
/// else the day of publication.
/// </summary>
internal sealed class EventDates
{
    private readonly Dictionary<int, List<TimeExpression>> _bySentence = [];
    private readonly SentenceList _sentences;
    private readonly Article _article;
    private readonly TimeExpression? _newsDay;
    private readonly Stamps _stamps;

    public EventDates(Document document)
    {
        _sentences = document.Get(Layers.Sentences);
        _article = document.Article;
        _stamps = new(_sentences, document.Get(Layers.Times).All);
        foreach (var time in document.Get(Layers.Times).All)
            if (DateOf(time) is not null)
            {
                if (_newsDay is null && time.Sentence < 4 && IsDay(time) && _article.Entries.IsEmpty && _article.Source.Published is { } day && IsDayBefore(time, day))
                    _newsDay = time;
                if (_bySentence.TryGetValue(time.Sentence, out var list))
                    list.Add(time);
                else
                    _bySentence[time.Sentence] = [time];
            }
    }

    private string? PublishedAt(int sentence) => _article.PublishedAt(_sentences[sentence].Span.Begin)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether a day is that of publication or one of the two before it: the day that the news is of.</summary>
    private static bool IsDayBefore(TimeExpression time, DateOnly published) =>
        DateOnly.TryParseExact(DateOf(time), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && published.DayNumber - day.DayNumber is >= 0 and <= 2;

    /// <summary>What happened lies not after the day of publication, what is planned not before it.</summary>
    private bool IsPlausible(TimeExpression time, EventDraft draft)
    {
        if (PublishedAt(time.Sentence) is not { } published || DateOf(time) is not { Length: 10 } date)
            return true;
        var order = string.CompareOrdinal(date, published);
        return draft.Status switch { EventStatus.Actual or EventStatus.Negated => order <= 0, EventStatus.Planned => order >= 0, _ => true };
    }

    /// <summary>The date and where it is from.</summary>
    public (string? Date, string? From) Of(SentenceView view, EventDraft draft)
    {
        if (_bySentence.TryGetValue(view.Number, out var times) && Nearest(view, draft, times) is { } time)
            return (DateOf(time), time.Id);
        // What is yet to come, or lay before, is not dated by what is told around it.
        if (draft.Past || draft.Status is EventStatus.Planned or EventStatus.Hypothetical)
            return (null, null);
        if (_stamps.Of(view.Number) is { } stamp)
            return (DateOf(stamp), stamp.Id);
        var paragraph = _sentences[view.Number].Paragraph;
        for (var before = view.Number - 1; before >= 0 && _sentences[before].Paragraph == paragraph; before--)
            if (_bySentence.TryGetValue(before, out var earlier) && earlier[^1] is { } last && IsDay(last))
                return (DateOf(last), last.Id);
        return _newsDay is not null ? (DateOf(_newsDay), _newsDay.Id) : PublishedAt(view.Number) is { } published ? (published, "published") : (null, null);
    }

    /// <summary>The time that governs the trigger: on it or on what it hangs on, the lowest first; else the nearest in words.</summary>
    private TimeExpression? Nearest(SentenceView view, EventDraft draft, List<TimeExpression> times)
    {
        TimeExpression? best = null;
        var least = int.MaxValue;
        foreach (var time in times)
        {
            if (!IsPlausible(time, draft))
                continue;
            var head = HeadOf(view, time);
            var cost = Cost(view, draft.Token, head) + (Math.Abs(head - draft.Token) / 4);
            if (cost < least)
                (best, least) = (time, cost);
        }
        return least < 1000 ? best : null;
    }

    private static int Cost(SentenceView view, int trigger, int time)
    {
        var steps = 0;
        for (var at = trigger; at >= 0; at = view.Head(at))
        {
            if (view.Sentence.IsUnder(time, at))
            {
                // A time inside another clause below, such as a relative clause, is that clause's.
                for (var up = time; up != at && up >= 0; up = view.Head(up))
                    if (view.IsVerb(up) && view.Relation(up) is Deprel.acl or Deprel.acl_relcl or Deprel.advcl or Deprel.ccomp or Deprel.xcomp or Deprel.conj or Deprel.parataxis)
                        steps += view.Relation(up) is Deprel.conj ? 30 : 60;
                return steps;
            }
            steps += view.IsVerb(at) ? 20 : 3;
        }
        return steps + 100;
    }

    private static int HeadOf(SentenceView view, TimeExpression time)
    {
        for (var token = time.First; token <= time.Last && token < view.Count; token++)
            if (view.Head(token) < time.First || view.Head(token) > time.Last)
                return token;
        return Math.Min(time.First, view.Count - 1);
    }

    private static bool IsDay(TimeExpression time) => DateOf(time)?.Length == 10;

    private static string? DateOf(TimeExpression time)
    {
        if (time.Kind is TimeKind.Set)
            return null;
        if (time.Kind is TimeKind.Duration)
            return time.Resolved;
        var value = time.Value;
        if (value is null || value.Length < 4 || !char.IsAsciiDigit(value[0]))
            return null;
        var hour = value.IndexOf('T', StringComparison.Ordinal);
        return time.Kind == TimeKind.Time && hour >= 0 && !value.Contains('/', StringComparison.Ordinal) ? value[..hour] : value;
    }
}
