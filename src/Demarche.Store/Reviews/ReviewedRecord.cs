using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Records;
using Demarche.Store.Adding;
using Demarche.Store.Files;

namespace Demarche.Store.Reviews;

/// <summary>A record with what people said about it: corrections win over the coder, entries that were accepted stay, what was rejected goes.</summary>
/// <param name="Record">The record.</param>
/// <param name="Rejected">The keys of entries that were taken away.</param>
internal sealed record ReviewedRecord(Record Record, IReadOnlyList<string> Rejected)
{
    /// <summary>A record with its reviews.</summary>
    public static Record Of(Record record, Db db) => ReviewLog.Of(db, record.Id) is { IsEmpty: false } log ? Apply(record, log, db).Record : record;

    /// <summary>Applies reviews. One that no longer makes sense, because the text has changed, is passed over.</summary>
    public static ReviewedRecord Apply(Record record, ReviewLog log, Db db)
    {
        if (log.Entries.Count == 0)
            return new(record, []);
        var references = new EntryReferences(record);
        List<RecordEntity> added = [];
        List<string> rejected = [];
        var root = JsonNode.Parse(RecordJson.WriteUtf8(record with { Text = "" }))!.AsObject();
        foreach (var ((layer, key), review) in log.Entries)
        {
            if (root[layer] is not JsonArray entries)
                continue;
            var at = -1;
            for (var index = 0; index < entries.Count; index++)
                if ((string?)entries[index]!["key"] == key)
                    at = index;
            if (review.Action == "reject")
            {
                if (at >= 0)
                {
                    Detach(root, (string)entries[at]!["id"]!);
                    entries.RemoveAt(at);
                }
                rejected.Add(key);
                continue;
            }
            if (review.After is null || JsonNode.Parse(review.After) is not JsonObject after)
                continue;
            var entry = references.ToIds(after, Missing);
            if (at >= 0)
                Overlay((JsonObject)entries[at]!, entry, review.Before is null ? null : references.ToIds(JsonNode.Parse(review.Before)!.AsObject(), Missing));
            else if (IsWithin(entry, record))
            {
                entry["key"] = key;
                entry["id"] = NextId(layer, entries);
                entries.Add(entry);
            }
        }
        foreach (var entity in added)
            root["entities"]!.AsArray().Add(JsonSerializer.SerializeToNode(new
            {
                id = entity.Id, name = entity.Name, kind = entity.Kind, country = entity.Country, sectors = Array.Empty<string>(), roles = Array.Empty<string>(), contested = false, wikidata = entity.Wikidata,
                mentions = Array.Empty<string>(),
            }));
        try
        {
            return new(RecordJson.Read(root.ToJsonString()) with { Text = record.Text }, rejected);
        }
        catch (JsonException)
        {
            return new(record, []);
        }

        // Somebody whom the coder has not found in the article, but a reviewer has. A place that is gone is none.
        string? Missing(string key)
        {
            if (key.StartsWith("place:", StringComparison.Ordinal) || NamedEntity.Of(key, references, db) is not { } named)
                return null;
            if (named.Id is { } known)
                return known;
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n{record.Entities.Count + added.Count + 1001}");
            added.Add(named.Entity! with { Id = id });
            references.Add(key, id);
            return id;
        }
    }

    // What the reviewer changed is laid over; what he left alone follows the coder.
    private static void Overlay(JsonObject entry, JsonObject after, JsonObject? before)
    {
        foreach (var (name, value) in after)
            if (name is not ("id" or "key") && (before is null || !JsonNode.DeepEquals(value, before[name])))
                entry[name] = value?.DeepClone();
    }

    private static void Detach(JsonObject root, string id)
    {
        foreach (var layer in EntryReferences.Layers)
            foreach (var entry in root[layer]!.AsArray())
                foreach (var (name, value) in entry!.AsObject().ToList())
                    if (name is "reported_by" or "same_as" or "statement" or "within" or "from_event" && (string?)value == id)
                        entry[name] = null;
                    else if (name == "figures" && value is JsonArray figures)
                        for (var at = figures.Count - 1; at >= 0; at--)
                            if ((string?)figures[at] == id)
                                figures.RemoveAt(at);
    }

    private static bool IsWithin(JsonObject entry, Record record)
    {
        var last = record.Text.EnumerateRunes().Count();
        return (entry["span"] ?? (entry["content"] as JsonArray)?[0]) is JsonObject span && (int?)span["begin"] >= 0 && (int?)span["end"] <= last && (int?)span["begin"] < (int?)span["end"];
    }

    private static string NextId(string layer, JsonArray entries)
    {
        var letter = layer switch { "events" => 'e', "statements" => 's', "positions" => 'o', "demands" => 'd', _ => 'f' };
        var most = entries.Select(entry => int.TryParse(((string)entry!["id"]!).AsSpan(1), out var number) ? number : 0).DefaultIfEmpty().Max();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letter}{most + 1}");
    }
}
