using Demarche.Ledgers;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>
/// Joins tellings of one event, by the ledger's rules: same type and status, actors of one among those of the other (ministers and
/// heads counted as their state), recipients likewise, modes and countries not at odds, and the same day; the day before or after
/// where a text does not name the day. One telling, the head, stands for all: the one with most parties.
/// </summary>
internal sealed class EventHeads(Db db)
{
    private sealed record Head(long Number, long Article, string Modes, string? Cameo, string? Country, DateOnly? Day, DateOnly? Last, bool IsExact);

    private readonly record struct Party(int Role, long Principal, bool IsLocal);

    /// <summary>The head of an event that is told elsewhere; null where it is told first.</summary>
    public long? Find(RecordEvent item, long article, List<StoredEntity> actors, List<StoredEntity> recipients, EdtfDays? days, bool isExact, string? country)
    {
        if (days is not { } when)
            return null;
        var kind = KindOf(item.Type, item.Status);
        var isActor = actors.Count > 0;
        for (var shift = 0; shift <= 2; shift++)
        {
            var day = when.First.DayNumber + (shift == 2 ? -1 : shift);
            foreach (var party in isActor ? actors : recipients)
            {
                if (party.IsLocal)
                    continue;
                foreach (var head in db.Rows(
                    "select e.num, e.article, e.modes, e.cameo, e.country, e.day, e.last_day, e.exact from event_joints j join told_events e on e.num = j.head where j.party = ?1 and j.day = ?2 and j.kind = ?3",
                    row => new Head(row.Long(0), row.Long(1), row.Text(2), row.TextOrNull(3), row.TextOrNull(4), row.Day(5), row.Day(6), row.Flag(7)), PartyOf(party.Principal, isActor), day, kind))
                {
                    if (shift > 0 && ((isExact && head.IsExact) || !when.IsDay || head.Day != head.Last))
                        continue;
                    if (Fits(head, item, article, actors, recipients, country))
                        return head.Number;
                }
            }
        }
        return null;
    }

    /// <summary>Lets later tellings find an event.</summary>
    public void Register(long head, string type, string status, DateOnly? day, List<StoredEntity> actors, List<StoredEntity> recipients)
    {
        if (day is not { } when)
            return;
        var isActor = actors.Count > 0;
        foreach (var party in isActor ? actors : recipients)
            if (!party.IsLocal)
                db.Run("insert or ignore into event_joints(party, day, kind, head) values(?1, ?2, ?3, ?4)", PartyOf(party.Principal, isActor), when, KindOf(type, status), head);
    }

    /// <summary>Makes the fullest of an event's tellings its head and counts who tells it.</summary>
    /// <param name="tellings">The tellings of one event.</param>
    public void Elect(IReadOnlyList<long> tellings)
    {
        if (tellings.Count == 0)
            return;
        var best = tellings[0];
        var most = -1L;
        HashSet<long> originals = [];
        var told = false;
        foreach (var telling in tellings)
        {
            var (parties, exact, asserted, original) = db.First(
                "select (select count(*) from event_parties p where p.event = e.num), e.exact, e.asserted, a.original from events e join articles a on a.num = e.article where e.num = ?1",
                row => (row.Long(0), row.Long(1), row.Flag(2), row.Long(3)), telling);
            originals.Add(original);
            told |= !asserted;
            var rank = (parties * 2) + exact;
            if (rank > most)
                (best, most) = (telling, rank);
        }
        foreach (var telling in tellings)
            db.Run("update events set head = ?2, reports = case when num = ?2 then ?3 else 1 end, told = case when num = ?2 then ?4 else 0 end where num = ?1", telling, best, originals.Count, told);
        foreach (var telling in tellings)
            if (telling != best)
                db.Run("update or replace event_joints set head = ?2 where head = ?1", telling, best);
    }

    /// <summary>The number by which actors, or recipients of what nobody named does, are looked up.</summary>
    public static long PartyOf(long principal, bool isActor) => isActor ? principal : -1 - principal;

    /// <summary>Type and status as one number.</summary>
    public static int KindOf(string type, string status) =>
        type.Length < 2 || status.Length == 0 ? 0 : (type.Length << 24) ^ (type[0] << 16) ^ (type[^1] << 12) ^ (type[1] << 4) ^ status[0];

    private bool Fits(Head head, RecordEvent item, long article, List<StoredEntity> actors, List<StoredEntity> recipients, string? country)
    {
        if (head.Country is not null && country is not null && head.Country != country)
            return false;
        if (item.Modes.Count > 0 && head.Modes.Length > 0 && !head.Modes.Split('|').Any(item.Modes.Contains))
            return false;
        var parties = db.Rows("select p.role, p.principal, e.local from event_parties p join entities e on e.num = p.entity where p.event = ?1", row => new Party(row.Int(0), row.Long(1), row.Flag(2)), head.Number);
        if (!Nested(parties, 0, actors, article == head.Article))
            return false;
        var others = parties.Count(party => party.Role == 1);
        if (others > 0 && recipients.Count > 0)
            return Nested(parties, 1, recipients, article == head.Article);
        // With one side unnamed, only the same kind of act may be the same.
        return others == recipients.Count || head.Cameo == item.Cameo;
    }

    // Each of the shorter list among the longer; those that are an article's own are others in another article.
    private static bool Nested(List<Party> parties, int role, List<StoredEntity> entities, bool isOneArticle)
    {
        var theirs = parties.Where(party => party.Role == role).ToList();
        if (theirs.Count == 0 || entities.Count == 0)
            return theirs.Count == entities.Count;
        return theirs.Count <= entities.Count
            ? theirs.All(party => entities.Exists(entity => Same(party, entity)))
            : entities.All(entity => theirs.Exists(party => Same(party, entity)));

        bool Same(Party party, StoredEntity entity) => party.Principal == entity.Principal && (isOneArticle || !party.IsLocal);
    }
}
