using System.Text.Json.Nodes;
using Demarche.Records;
using Demarche.Store.Adding;

namespace Demarche.Store.Reviews;

/// <summary>
/// Ids of a record's entities and entries change when an article is coded again, keys do not. In the log an entry names others by
/// "@" and their keys; in a record by their ids.
/// </summary>
internal sealed class EntryReferences
{
    /// <summary>The layers that have keys.</summary>
    public static readonly string[] Layers = ["events", "statements", "positions", "demands", "figures"];

    private static readonly string[] ToEntities = ["actor", "recipient", "speaker", "addressee", "holder", "toward", "according_to", "by", "of", "from", "to"];
    private static readonly string[] ToEntries = ["reported_by", "same_as", "statement", "within", "from_event", "figures"];
    private const string ToPlace = "place";
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public EntryReferences(Record record)
    {
        foreach (var entity in record.Entities)
        {
            var keys = EntityKeys.Of(entity);
            // Whom only a reviewer named is told with the name as he wrote it: no other article need know it.
            if (keys.Known is null && entity.Mentions.Count == 0)
                Add($"{entity.Kind}:{entity.Country}:{entity.Name}", entity.Id);
            Add(keys.Known ?? keys.Named!, entity.Id);
            if (keys is { Known: not null, Named: { } second })
                _ids.TryAdd(second, entity.Id);
        }
        foreach (var place in record.Places)
            Add(KeyOf(place), place.Id);
        foreach (var item in record.Events)
            Add(item.Key, item.Id);
        foreach (var item in record.Statements)
            Add(item.Key, item.Id);
        foreach (var item in record.Positions)
            Add(item.Key, item.Id);
        foreach (var item in record.Demands)
            Add(item.Key, item.Id);
        foreach (var item in record.Figures)
            Add(item.Key, item.Id);
    }

    /// <summary>Names others by keys.</summary>
    public JsonObject ToKeys(JsonObject entry) => Each(entry, value => _keys.TryGetValue(value, out var key) ? "@" + key : value);

    /// <summary>Names others by ids; who is not there is asked for, and left out where there is no answer.</summary>
    public JsonObject ToIds(JsonObject entry, Func<string, string?> missing) =>
        Each(entry, value => value.StartsWith('@') ? _ids.TryGetValue(value[1..], out var id) ? id : missing(value[1..]) : value);

    /// <summary>The id of what has this key; null where nothing does.</summary>
    public string? IdOf(string key) => _ids.GetValueOrDefault(key);

    /// <summary>The key of a place in a log.</summary>
    public static string KeyOf(RecordPlace place) => $"place:{place.Country}:{place.Name}";

    /// <summary>Takes an entity up that was added.</summary>
    public void Add(string key, string id)
    {
        _ids.TryAdd(key, id);
        _keys.TryAdd(id, key);
    }

    private static JsonObject Each(JsonObject entry, Func<string, string?> change)
    {
        var result = new JsonObject();
        foreach (var (name, value) in entry)
            result[name] = !ToEntities.Contains(name) && !ToEntries.Contains(name) && name != ToPlace ? value?.DeepClone() : value switch
            {
                JsonArray array => new JsonArray([.. array.Select(item => Change(item)).Where(item => item is not null)]),
                JsonValue => Change(value),
                _ => value?.DeepClone(),
            };
        return result;

        JsonNode? Change(JsonNode? item) => item is JsonValue text && text.TryGetValue<string>(out var id) ? change(id) is { } other ? JsonValue.Create(other) : null : item?.DeepClone();
    }
}
