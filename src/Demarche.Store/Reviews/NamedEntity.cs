using Demarche.Records;
using Demarche.Store.Adding;
using Demarche.Store.Files;

namespace Demarche.Store.Reviews;

/// <summary>Whom a reviewer named by a key of the store, or by "kind:country:name" where the store knows nobody of that name yet.</summary>
/// <param name="Id">The id in the record, of somebody who is there already.</param>
/// <param name="Entity">Who is to be added to the record else.</param>
internal readonly record struct NamedEntity(string? Id, RecordEntity? Entity)
{
    private static readonly string[] Kinds = ["person", "state", "organization", "group", "place", "unknown"];

    /// <summary>Who a key stands for; null where it is none.</summary>
    public static NamedEntity? Of(string key, EntryReferences references, Db db)
    {
        if (Stored(key, db) is { } stored)
            return new(null, stored);
        if (key.Split(':', 3) is not [var kind, var country, { Length: > 0 } name] || !Kinds.Contains(kind))
            return null;
        var entity = new RecordEntity { Id = "", Name = name, Kind = kind, Country = country.Length > 0 ? country : null };
        var keys = EntityKeys.Of(entity);
        return (keys.Known ?? keys.Named) is not { } own ? null : references.IdOf(own) is { } id ? new(id, null) : new(null, Stored(own, db) ?? entity);
    }

    private static RecordEntity? Stored(string key, Db db) => db.First(
        "select e.name, e.kind, e.country, e.wikidata from entity_names n join entities e on e.num = n.entity where n.key = ?1",
        row => new RecordEntity { Id = "", Name = row.Text(0), Kind = row.Text(1), Country = row.TextOrNull(2), Wikidata = row.TextOrNull(3) }, key);
}
