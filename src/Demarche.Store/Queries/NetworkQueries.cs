using Demarche.Store.Queries;

namespace Demarche.Store;

/// <summary>Who did how much to whom.</summary>
/// <param name="Actors">Everybody who acts or to whom something is done.</param>
/// <param name="Links">Pairs with a direction.</param>
public sealed record Network(IReadOnlyList<EntityRef> Actors, IReadOnlyList<NetworkLink> Links);

/// <summary>What one actor did to another.</summary>
/// <param name="Actor">The key of who acts.</param>
/// <param name="Recipient">The key of to whom it is done.</param>
/// <param name="Events">How many events.</param>
/// <param name="Score">The sum of their PLOVER scores.</param>
/// <param name="First">The day of the first.</param>
/// <param name="Last">The day of the last.</param>
public sealed record NetworkLink(string Actor, string Recipient, int Events, double Score, DateOnly? First, DateOnly? Last);

public sealed partial class StoreQueries
{
    /// <summary>Who did how much to whom in the events asked for; what only was planned, feared or denied is left out unless statuses are named.</summary>
    public Network Network(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(look =>
        {
            var (from, where) = EventsWhere(look, filter.Statuses.Count > 0 ? filter : filter with { Statuses = ["actual"] });
            var links = look.Db.Rows(
                $"""
                select a.entity, r.entity, count(*), coalesce(sum(e.score), 0), min(e.day), max(e.day)
                {from} join event_parties a on a.event = e.num and a.role = 0 join event_parties r on r.event = e.num and r.role = 1 and r.entity <> a.entity{where} group by 1, 2 order by 3 desc, 1, 2
                """, row => (Actor: row.Long(0), Recipient: row.Long(1), Events: row.Int(2), Score: row.Number(3)!.Value, First: row.Day(4), Last: row.Day(5)), where.Values);
            return new Network(
                [.. links.SelectMany(link => new[] { link.Actor, link.Recipient }).Distinct().Select(look.Entity)],
                [.. links.Select(link => new NetworkLink(look.Entity(link.Actor).Key, look.Entity(link.Recipient).Key, link.Events, Math.Round(link.Score, 3), link.First, link.Last))]);
        });
    }
}
