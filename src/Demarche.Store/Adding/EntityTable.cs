using Demarche.Knowledge;
using Demarche.Ledgers;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>An entity of a record in the store.</summary>
internal readonly record struct StoredEntity(long Number, long Principal, bool IsLocal);

/// <summary>What an entity of one article is, where a review says that it is not whom its name stands for.</summary>
internal sealed record SplitOff(string Key, string Name);

/// <summary>Finds the entities of records among those that the store knows, or adds them.</summary>
internal sealed class EntityTable
{
    private readonly Db _db;
    private readonly HashSet<string> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<long> _named = [];

    public EntityTable(Db db, Lexicon lexicon)
    {
        _db = db;
        foreach (var row in lexicon.Rows("Ledgers/speakers"))
            _speakers.Add(row["office"]);
    }

    /// <summary>Forgets what was looked up: after a transaction that failed, and after entities were merged.</summary>
    public void Forget()
    {
        _numbers.Clear();
        _named.Clear();
    }

    /// <summary>The number of an entity, which is added where it is new.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="own">What a review has split it off to; null where none has.</param>
    public StoredEntity Of(RecordEntity entity, SplitOff? own)
    {
        if (own is not null)
            entity = entity with { Name = own.Name, Wikidata = null };
        var keys = own is null ? EntityKeys.Of(entity) : new(own.Key, null, false);
        var number = NumberOf(keys, entity);
        var principal = PrincipalOf(entity) is { } country ? StateOf(country) : number;
        if (principal != number && _db.Number("select principal from entities where num = ?1", number) != principal)
        {
            // What it said before counts for the state from now on.
            _db.Run("insert or ignore into stale_positions(holder) select principal from entities where num = ?1 union select ?2", number, principal);
            _db.Run("update entities set principal = ?2 where num = ?1", number, principal);
        }
        if (entity.Contested)
            _db.Run("update entities set contested = 1 where num = ?1 and contested = 0", number);
        if (entity.Sectors.Count > 0)
            _db.Run("update entities set sectors = ?2 where num = ?1 and sectors = ''", number, string.Join('|', entity.Sectors));
        return new(number, _db.Number("select principal from entities where num = ?1", number) ?? number, keys.IsLocal);
    }

    /// <summary>Counts an entity's article.</summary>
    public void Count(long entity, long article, int mentions, DateOnly? day)
    {
        var known = _db.Number("select mentions from article_entities where entity = ?1 and article = ?2", entity, article);
        _db.Run("insert or replace into article_entities(entity, article, mentions) values(?1, ?2, ?3)", entity, article, mentions + (known ?? 0));
        if (known is null)
            _db.Run("update entities set articles = articles + 1, first_day = min(coalesce(first_day, ?2), coalesce(?2, first_day)), last_day = max(coalesce(last_day, ?2), coalesce(?2, last_day)) where num = ?1", entity, day);
    }

    private long NumberOf(EntityKeys keys, RecordEntity entity)
    {
        if (keys.Known is { } known && Find(known) is { } number)
        {
            // A state that so far was only spoken for has its country's code for a name.
            if (entity.Kind == "state" && _named.Add(number))
                _db.Run("update entities set name = ?2, folded = ?3 where num = ?1 and name = country", number, entity.Name, EntityKeys.Folded(entity.Name));
            return number;
        }
        if (keys.Named is { } named && Find(named) is { } namesake
            && (keys.Known is null || _db.Value("select wikidata from entities where num = ?1", namesake) is null))
        {
            if (keys.Known is { } wikidata)
            {
                _db.Run("update entities set wikidata = ?2, key = ?2 where num = ?1", namesake, wikidata);
                Name(wikidata, namesake);
            }
            return namesake;
        }
        var added = Add(keys.Known ?? keys.Named!, entity.Name, entity.Kind, entity.Country, entity.Wikidata, keys.IsLocal);
        if (keys.Known is not null && keys.Named is { } second && Find(second) is null)
            Name(second, added);
        return added;
    }

    private long StateOf(string country) =>
        Find("state:" + country) ?? Add("state:" + country, country, "state", country, null, false);

    private long Add(string key, string name, string kind, string? country, string? wikidata, bool isLocal)
    {
        var number = _db.Insert("insert into entities(key, name, kind, country, wikidata, local, principal, folded) values(?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)",
            key, name, kind, country, wikidata is { Length: > 0 } ? wikidata : null, isLocal, EntityKeys.Folded(name));
        _db.Run("update entities set principal = num where num = ?1", number);
        Name(key, number);
        return number;
    }

    private void Name(string key, long number)
    {
        _db.Run("insert or replace into entity_names(key, entity) values(?1, ?2)", key, number);
        _numbers[key] = number;
    }

    private long? Find(string key)
    {
        if (_numbers.TryGetValue(key, out var number))
            return number;
        if (_db.Number("select entity from entity_names where key = ?1", key) is not { } found)
            return null;
        _numbers[key] = found;
        return found;
    }

    // As in the ledger: a head of government speaks for the state, nobody where the office is contested; ministries speak for it too.
    private string? PrincipalOf(RecordEntity entity)
    {
        if (entity.Country is not { Length: 3 } country || country is "IGO" or "NGO" or "MNC" || entity.Contested)
            return null;
        if (entity.Kind == "person")
        {
            foreach (var role in entity.Roles)
                if (role.Status is "current" or "acting" && role.Office is { Length: > 4 } office
                    && office.StartsWith(country, StringComparison.Ordinal) && _speakers.Contains(office[4..]))
                    return country;
            return null;
        }
        return entity.Kind == "organization" && entity.Sectors.Count > 0 && entity.Sectors[0] == "GOV" ? country : null;
    }
}
