using System.Collections.Immutable;

namespace Demarche.Events;

/// <summary>Finds events that are told again: same type, same parties, dates that agree.</summary>
internal static class Retellings
{
    public static ImmutableArray<Event> Mark(ImmutableArray<Event> events)
    {
        var first = new Dictionary<(EventType, string, EventStatus), List<Event>>();
        var marked = ImmutableArray.CreateBuilder<Event>(events.Length);
        foreach (var item in events)
        {
            var key = (item.Type, string.Join('+', item.Actors.Select(actor => actor.Id).Order(StringComparer.Ordinal)), item.Status);
            if (!first.TryGetValue(key, out var tellings))
                first[key] = tellings = [];
            var before = tellings.Find(other => SameRecipients(other, item) && DatesAgree(other, item) && ModesAgree(other, item));
            if (before is null)
                tellings.Add(item);
            marked.Add(before is null ? item : item with { SameAs = before.Id });
        }
        return marked.MoveToImmutable();
    }

    private static bool SameRecipients(Event one, Event other)
    {
        if (one.Recipients.Length != other.Recipients.Length)
            return false;
        foreach (var recipient in one.Recipients)
            if (!other.Recipients.Any(candidate => candidate.Id == recipient.Id))
                return false;
        return one.Recipients.Length > 0 || one.Rule == other.Rule;
    }

    /// <summary>Equal, or one is a part of the other ("2019-01" and "2019-01-23").</summary>
    private static bool DatesAgree(Event one, Event other) =>
        one.Date is null || other.Date is null || one.Date.StartsWith(other.Date, StringComparison.Ordinal) || other.Date.StartsWith(one.Date, StringComparison.Ordinal);

    private static bool ModesAgree(Event one, Event other) =>
        one.Modes.IsEmpty || other.Modes.IsEmpty || one.Modes.Any(mode => other.Modes.Contains(mode));
}
