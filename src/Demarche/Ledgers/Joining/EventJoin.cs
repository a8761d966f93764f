using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>
/// Joins tellings of one event: same type and status, the actors of one among those of the other (ministers and heads counted as
/// their state), recipients likewise, modes and countries not at odds, and the same day; the day before or after will do where a
/// text does not name the day.
/// </summary>
internal sealed class EventJoin(EntityJoin entities, StringPool pool)
{
    private readonly Dictionary<(int Day, int Party, int Kind), int> _heads = [];
    private readonly List<(EventEntry Entry, int Next)> _nodes = [];
    private readonly Dictionary<EventSort, EventSort> _sorts = [];

    public List<EventEntry> All { get; } = [];

    public void Join(Record record, ArticleEntry article, Dictionary<string, int> numbers)
    {
        Dictionary<string, EventEntry> byId = new(StringComparer.Ordinal);
        Dictionary<string, RecordStatement>? statements = null;
        foreach (var item in record.Events)
        {
            if (item.Actor.Count == 0 && item.Recipient.Count == 0)
                continue;
            var actors = Numbers(item.Actor, numbers);
            var recipients = Numbers(item.Recipient, numbers);
            var days = EdtfDays.Of(item.Date);
            var isExact = item.DateFrom is not (null or "dateline" or "published");
            var country = CountryOf(item, record);
            if ((item.SameAs is null || !byId.TryGetValue(item.SameAs, out var entry)) && (entry = Find(item, actors, recipients, days, isExact, country)) is null)
            {
                entry = New(item, actors, recipients, days, isExact, country);
                All.Add(entry);
                Register(entry);
            }
            else
                Widen(entry, actors, recipients, days, isExact, country, item.Date);
            byId[item.Id] = entry;
            entry.Confidence = Math.Max(entry.Confidence, item.Confidence);
            entry.Tellings.Add(new(article.Number, item.Sentence, Telling.NumberIn(item.Id)));
            if (item.ReportedBy is null)
                entry.IsToldAsFact = true;
            else
            {
                statements ??= record.Statements.ToDictionary(statement => statement.Id, StringComparer.Ordinal);
                if (statements.TryGetValue(item.ReportedBy, out var by) && by.Speaker is { } speaker && numbers.TryGetValue(speaker, out var number)
                    && !(entry.ReportedBy ??= new(1)).Contains(number))
                    entry.ReportedBy.Add(number);
            }
        }
    }

    // Spans and ids are the article's; they are not kept.
    private EventEntry New(RecordEvent item, int[] actors, int[] recipients, EdtfDays? days, bool isExact, string? country) => new()
    {
        Sort = SortOf(item),
        Date = pool.Maybe(item.Date),
        Actors = actors,
        Recipients = recipients,
        Days = days,
        IsExact = isExact,
        Country = pool.Maybe(country),
    };

    private EventSort SortOf(RecordEvent item)
    {
        var sort = new EventSort(item.Type, item.Status, item.Modes, item.Contexts, item.Cameo, item.Quad, item.Score, item.Goldstein);
        if (!_sorts.TryGetValue(sort, out var known))
            _sorts.Add(sort, known = sort);
        return known;
    }

    private EventEntry? Find(RecordEvent item, int[] actors, int[] recipients, EdtfDays? days, bool isExact, string? country)
    {
        if (days is not { } when)
            return null;
        var kind = KindOf(item.Type, item.Status);
        var parties = actors.Length > 0 ? actors : recipients;
        for (var shift = 0; shift <= 2; shift++)
        {
            var day = when.First.DayNumber + (shift == 2 ? -1 : shift);
            foreach (var party in parties)
            {
                if (!_heads.TryGetValue((day, PartyOf(party, actors.Length > 0), kind), out var node))
                    continue;
                for (; node >= 0; node = _nodes[node].Next)
                {
                    var entry = _nodes[node].Entry;
                    if (AreSame(entry, when, isExact) && Fits(entry, item, actors, recipients, country))
                        return entry;
                }
            }
        }
        return null;
    }

    // A week is not the day on which it begins; but what goes on "since 2014" ends, in each article, on the article's own day. An event may stand under a day that a later article has corrected.
    private static bool AreSame(EventEntry entry, EdtfDays when, bool isExact) =>
        entry.Days is { } known
        && known.IsDay == when.IsDay
        && (known.First == when.First || (when.IsDay && !(isExact && entry.IsExact) && Math.Abs(known.First.DayNumber - when.First.DayNumber) <= 1));

    private bool Fits(EventEntry entry, RecordEvent item, int[] actors, int[] recipients, string? country)
    {
        if (entry.Sort.Type != item.Type || entry.Sort.Status != item.Status)
            return false;
        if (entry.Country is not null && country is not null && entry.Country != country)
            return false;
        if (item.Modes.Count > 0 && entry.Sort.Modes.Count > 0 && !item.Modes.Any(entry.Sort.Modes.Contains))
            return false;
        if (!Nested(entry.Actors, actors))
            return false;
        if (entry.Recipients.Length > 0 && recipients.Length > 0)
            return Nested(entry.Recipients, recipients);
        // With one side unnamed, only the same kind of act may be the same.
        return entry.Recipients.Length == recipients.Length || entry.Sort.Cameo == item.Cameo;
    }

    private bool Nested(int[] one, int[] other)
    {
        var (few, many) = one.Length <= other.Length ? (one, other) : (other, one);
        if (few.Length == 0)
            return many.Length == 0;
        foreach (var number in few)
        {
            var principal = entities.All[number].Principal;
            var found = false;
            foreach (var candidate in many)
                found |= entities.All[candidate].Principal == principal;
            if (!found)
                return false;
        }
        return true;
    }

    private void Widen(EventEntry entry, int[] actors, int[] recipients, EdtfDays? days, bool isExact, string? country, string? date)
    {
        if (actors.Length > entry.Actors.Length)
            entry.Actors = actors;
        if (recipients.Length > entry.Recipients.Length)
            entry.Recipients = recipients;
        entry.Country ??= country;
        if (isExact && !entry.IsExact && days is not null)
        {
            var isMoved = entry.Days != days;
            (entry.Days, entry.Date, entry.IsExact) = (days, date, true);
            if (isMoved)
                Register(entry);
        }
    }

    private void Register(EventEntry entry)
    {
        if (entry.Days is not { } when)
            return;
        var kind = KindOf(entry.Sort.Type, entry.Sort.Status);
        var hasActors = entry.Actors.Length > 0;
        foreach (var party in hasActors ? entry.Actors : entry.Recipients)
        {
            var key = (when.First.DayNumber, PartyOf(party, hasActors), kind);
            _nodes.Add((entry, _heads.TryGetValue(key, out var next) ? next : -1));
            _heads[key] = _nodes.Count - 1;
        }
    }

    private int PartyOf(int number, bool isActor) => isActor ? entities.All[number].Principal : -1 - entities.All[number].Principal;

    private static int KindOf(string type, string status) => type.Length < 2 || status.Length == 0 ? 0 : (type.Length << 24) ^ (type[0] << 16) ^ (type[^1] << 12) ^ (type[1] << 4) ^ status[0];

    private int[] Numbers(IReadOnlyList<string> ids, Dictionary<string, int> numbers)
    {
        if (ids.Count == 0)
            return [];
        if (ids.Count == 1)
            return numbers.TryGetValue(ids[0], out var only) ? entities.All[only].Alone : [];
        List<int> found = new(ids.Count);
        foreach (var id in ids)
            if (numbers.TryGetValue(id, out var number) && !found.Contains(number))
                found.Add(number);
        return [.. found];
    }

    private static string? CountryOf(RecordEvent item, Record record)
    {
        if (item.Place is null)
            return null;
        foreach (var place in record.Places)
            if (place.Id == item.Place)
                return place.Country;
        return null;
    }
}
