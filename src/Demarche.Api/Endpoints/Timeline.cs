using Demarche.Store;

namespace Demarche.Api.Endpoints;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/api.md tells what is added

/// <summary>One thing on a timeline: an event, a position that was taken, or a demand.</summary>
/// <param name="Day">When.</param>
/// <param name="Kind">event, position or demand.</param>
/// <param name="Event">The event.</param>
/// <param name="Position">The position.</param>
/// <param name="Demand">The demand.</param>
internal sealed record TimelineEntry(DateOnly Day, string Kind, EventView? Event = null, PositionView? Position = null, DemandView? Demand = null);

/// <summary>Puts what is dated in order.</summary>
internal static class Timeline
{
    private const int Most = 2000;

    /// <summary>The entries, the first day first; of more than 2,000 events the first ones.</summary>
    public static IReadOnlyList<TimelineEntry> Of(StoreQueries queries, string? entity, DateOnly? from, DateOnly? until, int? minReports, string? crisis)
    {
        var events = All(paging => queries.Events(new() { Entity = entity, From = from, Until = until, MinReports = minReports, Crisis = crisis, OldestFirst = true }, paging))
            .Where(item => item.Day is not null).Select(item => new TimelineEntry(item.Day!.Value, "event", Event: item));
        var positions = All(paging => queries.Positions(new() { Holder = entity, From = from, Until = until, Crisis = crisis }, paging))
            .Where(item => item.AsOf is not null).Select(item => new TimelineEntry(item.AsOf!.Value, "position", Position: item));
        var demands = All(paging => queries.Demands(new() { By = entity, MadeFrom = from, AsOf = until, Crisis = crisis }, paging))
            .Where(item => item.Made is { } made && (until is null || made <= until)).Select(item => new TimelineEntry(item.Made!.Value, "demand", Demand: item));
        return [.. events.Concat(positions).Concat(demands).OrderBy(entry => entry.Day).ThenBy(entry => entry.Kind, StringComparer.Ordinal)];
    }

    private static List<T> All<T>(Func<Paging, Page<T>> read)
    {
        List<T> all = [];
        while (all.Count < Most)
        {
            var page = read(new(all.Count, 1000));
            all.AddRange(page.Items);
            if (page.Items.Count < 1000)
                break;
        }
        return all;
    }
}
