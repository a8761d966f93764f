using System.Text.Json.Nodes;
using Demarche.Events;

namespace Demarche.Store.Reviews;

/// <summary>What follows from an event's type and modes: CAMEO's code, the quad class and both scales. Whoever writes another type need not know them.</summary>
internal static class EventSums
{
    /// <summary>An entry as it is to be, with what follows from its type and modes where they are others than before.</summary>
    public static JsonObject Of(string layer, JsonObject? before, JsonObject after)
    {
        if (layer != "events" || (before is not null && JsonNode.DeepEquals(before["type"], after["type"]) && JsonNode.DeepEquals(before["modes"], after["modes"])))
            return after;
        if (after["type"] is not JsonValue named || !named.TryGetValue<string>(out var name) || !Enum.TryParse<EventType>(name, ignoreCase: true, out var type) || !Enum.IsDefined(type))
            throw new StoreException($"'{after["type"]}' is no type of events.");
        var modes = after["modes"] is JsonArray list ? list.Select(mode => mode?.ToString() ?? "").ToList() : [];
        // A finer code is of the type that the coder read.
        var cameo = before is not null && JsonNode.DeepEquals(before["type"], after["type"]) ? before["cameo"]?.ToString() : EventScales.CameoOf(type);
        var scale = EventScales.Of(type, modes, cameo);
        (after["cameo"], after["quad"], after["score"], after["goldstein"]) = (cameo, scale.Quad, scale.Score, scale.Goldstein);
        return after;
    }
}
