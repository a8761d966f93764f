using Demarche.Store.Queries;

namespace Demarche.Store;

/// <summary>One thing on a timeline: an event, a position that was taken, or a demand.</summary>
/// <param name="Day">When.</param>
/// <param name="Kind">event, position or demand.</param>
/// <param name="Event">The event.</param>
/// <param name="Position">The position.</param>
/// <param name="Demand">The demand.</param>
public sealed record TimelineEntry(DateOnly Day, string Kind, EventView? Event = null, PositionView? Position = null, DemandView? Demand = null);

/// <summary>What a timeline is to tell.</summary>
public sealed record TimelineFilter
{
    /// <summary>Who takes part: in events, as holder of positions, as maker of demands.</summary>
    public string? Entity { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Events that at least so many articles tell.</summary>
    public int? MinReports { get; init; }

    /// <summary>Of one crisis.</summary>
    public string? Crisis { get; init; }
}

public sealed partial class StoreQueries
{
    /// <summary>
    /// Events, positions taken and demands made, day by day, the first first. A reader who goes on from the last day that it has seen, by
    /// <see cref="TimelineFilter.From"/>, waits no longer at the end than at the beginning.
    /// </summary>
    public Page<TimelineEntry> Timeline(TimelineFilter filter, Paging paging = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var (from, events) = EventsWhere(look, new() { Entity = filter.Entity, From = filter.From, Until = filter.Until, MinReports = filter.MinReports, Crisis = filter.Crisis });
            events.And("e.day is not null");
            var positions = PositionsWhere(look, new() { Holder = filter.Entity, From = filter.From, Until = filter.Until, Crisis = filter.Crisis }).And("s.day is not null");
            var asOf = filter.Until ?? DateOnly.MaxValue;
            var demands = DemandsWhere(look, new() { AsOf = asOf, By = filter.Entity, MadeFrom = filter.From, Crisis = filter.Crisis }, asOf).And("d.first_made is not null");
            var total = 0;
            List<(DateOnly Day, string Kind, long Number)> entries = [];
            // Only days and numbers up to the part that is asked for; names and words of the part alone.
            Add("demand", "d.first_made, d.num", "from demands d", demands, "d.first_made, d.num");
            Add("event", "e.day, e.num", from, events, "e.day, e.num");
            Add("position", "s.day, s.num", "from spells s", positions, "s.day, s.num");
            return new Page<TimelineEntry>(
            [
                .. entries.OrderBy(entry => entry.Day).ThenBy(entry => entry.Kind, StringComparer.Ordinal).Skip(paging.Skip).Take(paging.Take).Select(entry => entry.Kind switch
                {
                    "event" => new TimelineEntry(entry.Day, entry.Kind, Event: look.Db.First($"select {EventColumns} from told_events e where e.num = ?1", EventRow.Of, entry.Number)!.View(look)),
                    "position" => new(entry.Day, entry.Kind, Position: Spell(look, entry.Number)),
                    _ => new(entry.Day, entry.Kind, Demand: look.Db.First($"select {DemandColumns} from demands d where d.num = ?2", DemandRow.Of, asOf, entry.Number)!.View(look, asOf)),
                }),
            ], Math.Min(total, MostCounted), paging.Skip);

            void Add(string kind, string columns, string table, Where where, string order)
            {
                total += (int)look.Db.Number($"select count(*) from (select 1 {table}{where} limit {MostCounted})", where.Values)!.Value;
                var limit = where.Bind(paging.Skip + paging.Take);
                entries.AddRange(look.Db.Rows($"select {columns} {table}{where} order by {order} limit {limit}", row => (row.Day(0)!.Value, kind, row.Long(1)), where.Values));
            }
        });
    }
}
