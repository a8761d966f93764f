using System.Text.Json.Nodes;
using Demarche.Desk.Hosting;
using Demarche.Desk.Wording;
using Demarche.Ledgers;
using Demarche.Records;
using Demarche.Store;
using Microsoft.AspNetCore.Http;

namespace Demarche.Desk.Reviewing;

/// <summary>An entry that the coder missed, as a form tells it.</summary>
internal static class MissedEntry
{
    /// <summary>The layers of which entries can be added.</summary>
    public static readonly string[] Layers = ["event", "statement", "position", "demand", "figure"];

    /// <summary>What kinds of actors may be new.</summary>
    public static readonly string[] Kinds = ["person", "organization", "group", "state", "place", "unknown"];

    private static readonly string[] Dates = ["date", "as_of", "until", "deadline"];

    /// <summary>The entry as the store takes it.</summary>
    /// <exception cref="FormatException">Something is missing or makes no sense; the message says what.</exception>
    public static JsonObject Of(CrisisStore store, Record record, string layer, RecordSpan span, IFormCollection form)
    {
        var entry = EntryFields.Changes(layer, [], form);
        foreach (var field in EntryFields.Of(layer).Where(field => field.Kind is FieldKind.Entity or FieldKind.Entities))
        {
            var names = (FormWords.Filled(form["new." + field.Name]) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var keys = names.Select(name => (JsonNode?)("@" + Key(store, record, name, form["kind"].ToString()))).ToList();
            if (keys.Count == 0)
                continue;
            if (field.Kind == FieldKind.Entity)
                entry[field.Name] = keys[0];
            else
                entry[field.Name] = new JsonArray([.. (entry[field.Name] as JsonArray ?? []).Select(known => known?.DeepClone()), .. keys]);
        }
        foreach (var name in Dates)
            if ((string?)entry[name] is { } date && EdtfDays.Of(date) is null)
                throw new FormatException($"'{date}' is no date: write 2019-01-24, or 2019-01 where the day is not told.");
        if (Missing(layer, entry) is { } missing)
            throw new FormatException(missing);
        entry["span"] = new JsonObject { ["begin"] = span.Begin, ["end"] = span.End };
        return entry;
    }

    private static string? Missing(string layer, JsonObject entry)
    {
        return layer switch
        {
            "event" when !Has("actor") && !Has("recipient") => "Say who did it, or to whom it was done.",
            "position" when !Has("holder") => "Say whose position it is.",
            "position" when !Has("toward") && !Has("about") && !Has("office") => "Say toward whom or on what the position is.",
            "demand" when !Has("by") && !Has("of") => "Say who asks, or who is asked.",
            "figure" when !Has("value") && !Has("low") && !Has("high") && !Has("qualifier") => "Write the number, or its bounds.",
            _ => null,
        };

        bool Has(string name) => entry[name] is JsonArray list ? list.Count > 0 : entry[name] is not null;
    }

    // A name that the article or the store has is theirs; a state's is its country's; any other is new.
    private static string Key(CrisisStore store, Record record, string name, string kind)
    {
        if (Countries.All.FirstOrDefault(state => string.Equals(state.Name, name, StringComparison.OrdinalIgnoreCase)) is { } country)
            return $"state:{country.Code}:{country.Name}";
        if (store.Queries.Entities(new() { Search = name }, new(0, 20)).Items.FirstOrDefault(entity => string.Equals(entity.Name, name, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known.Key;
        var own = record.Entities.FirstOrDefault(entity => string.Equals(entity.Name, name, StringComparison.OrdinalIgnoreCase));
        return own is not null ? $"{own.Kind}:{own.Country}:{own.Name}" : $"{(Kinds.Contains(kind) ? kind : "unknown")}::{name}";
    }
}
