using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Events.Grammar;
using Demarche.Language;
using Demarche.Reading;
using Demarche.Times;

namespace Demarche.Positions;

/// <summary>
/// Since when a position is held at the latest: the date of an event on the same words; else the time named in the clause, or above it;
/// for what is told in the simple past, the last day named before in the paragraph; else the day of publication.
/// </summary>
internal sealed class PositionDates
{
    private readonly Dictionary<TokenRef, string> _events = [];
    private readonly Dictionary<int, List<TimeExpression>> _times = [];
    private readonly SentenceList _sentences;
    private readonly Article _article;
    private readonly Stamps _stamps;

    public PositionDates(Document document)
    {
        _sentences = document.Get(Layers.Sentences);
        _article = document.Article;
        _stamps = new(_sentences, document.Get(Layers.Times).All);
        foreach (var item in document.Get(Layers.Events).All)
            if (item.Date is { } date && item.DateFrom is not null)
                _events.TryAdd(item.TriggerHead, date);
        foreach (var time in document.Get(Layers.Times).All)
            if (DateOf(time) is not null)
            {
                if (!_times.TryGetValue(time.Sentence, out var list))
                    _times.Add(time.Sentence, list = []);
                list.Add(time);
            }
    }

    public string? Of(SentenceView view, int token)
    {
        if (_events.TryGetValue(view.Ref(token), out var told))
            return told;
        if (_times.TryGetValue(view.Number, out var times))
        {
            TimeExpression? best = null;
            var least = int.MaxValue;
            foreach (var time in times)
            {
                var cost = Cost(view, token, time.First);
                if (cost < least)
                    (best, least) = (time, cost);
            }
            if (best is not null && least < 40)
                return DateOf(best);
        }
        if (_stamps.Of(view.Number) is { } stamp)
            return DateOf(stamp);
        var published = _article.PublishedAt(view.Sentence.Span.Begin)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!IsPast(view, token))
            return published;
        var paragraph = _sentences[view.Number].Paragraph;
        for (var before = view.Number - 1; before >= 0 && _sentences[before].Paragraph == paragraph; before--)
            if (_times.TryGetValue(before, out var earlier) && DateOf(earlier[^1]) is { Length: 10 } day && string.CompareOrdinal(day, published ?? "9") <= 0)
                return day;
        return published;
    }

    // A time below the trigger or below what it hangs on; times in clauses of their own cost more.
    private static int Cost(SentenceView view, int trigger, int time)
    {
        var steps = 0;
        for (var at = trigger; at >= 0; at = view.Head(at))
        {
            if (view.Sentence.IsUnder(time, at))
            {
                for (var up = time; up != at && up >= 0; up = view.Head(up))
                    if (view.IsVerb(up) && view.Relation(up) is Deprel.acl or Deprel.acl_relcl or Deprel.advcl or Deprel.ccomp or Deprel.conj or Deprel.parataxis)
                        steps += 30;
                return steps + (Math.Abs(time - trigger) / 8);
            }
            // Past a relative clause the time is another's.
            steps += view.Relation(at) is Deprel.acl_relcl ? 30 : view.Relation(at) is Deprel.conj or Deprel.parataxis ? 12 : 4;
        }
        return 1000;
    }

    private static bool IsPast(SentenceView view, int token)
    {
        var at = token;
        while (!view.IsVerb(at) && view.Head(at) >= 0)
            at = view.Head(at);
        return view[at].Xpos == "VBD";
    }

    private static string? DateOf(TimeExpression time)
    {
        if (time.Kind is TimeKind.Set or TimeKind.Duration || time.Value is not { Length: >= 4 } value || !char.IsAsciiDigit(value[0]))
            return null;
        var hour = value.IndexOf('T', StringComparison.Ordinal);
        return hour >= 0 && !value.Contains('/', StringComparison.Ordinal) ? value[..hour] : value;
    }
}
