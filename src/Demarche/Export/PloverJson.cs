using System.Buffers;
using System.Text.Json;
using Demarche.Events;
using Demarche.Records;

namespace Demarche.Export;

/// <summary>Events in PLOVER's exchange format: one JSON object an event, with PLOVER's own field names.</summary>
public static class PloverJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = PlainJson.Encoder };

    /// <summary>The events of a record as lines of UTF-8 JSON, each with its line end. PLOVER drops negated events and events without an actor.</summary>
    public static byte[] Lines(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var buffer = new ArrayBufferWriter<byte>();
        var entities = record.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var places = record.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        var figures = record.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        var text = new CodePointText(record.Text);
        foreach (var item in record.Events)
        {
            if (item.Actor.Count == 0 || item.Status == "negated")
                continue;
            using (var json = new Utf8JsonWriter(buffer, Options))
                Write(json, record, item, entities, places, figures, text);
            buffer.Write("\n"u8);
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Record record, RecordEvent item, Dictionary<string, RecordEntity> entities,
        Dictionary<string, RecordPlace> places, Dictionary<string, RecordFigure> figures, CodePointText text)
    {
        var type = Enum.Parse<EventType>(item.Type, ignoreCase: true);
        var reduced = item.Status == "planned" ? EventScales.WhenPlanned(type) : type;
        json.WriteStartObject();
        json.WriteString("id", $"{record.Id}#{item.Id}");
        var (from, to) = Days(item.Date ?? record.Source.Published);
        json.WriteString("date", from ?? "");
        if (to is not null)
            json.WriteString("enddate", to);
        Entities(json, "actor", item.Actor, entities);
        if (item.Recipient.Count > 0)
            Entities(json, "recipient", item.Recipient, entities);
        List(json, "event", [reduced.ToString().ToUpperInvariant()]);
        // A type that a planned event is reduced to has modes of its own, not those of the act.
        List(json, "mode", reduced == type ? item.Modes : []);
        List(json, "context", item.Contexts);
        var scale = EventScales.Of(new() { Id = "", Type = reduced, Modes = reduced == type ? [.. item.Modes] : [], Trigger = default, TriggerHead = default, Span = default, Rule = "" });
        json.WriteNumber("quad_code", scale.Quad);
        json.WriteNumber("event_scale", scale.Score);
        json.WriteString("event_text", text.Words(item.Span));
        if (item.Place is { } at && places.GetValueOrDefault(at) is { } place)
            Location(json, place, text);
        var sizes = item.Figures.Select(figures.GetValueOrDefault).OfType<RecordFigure>().Where(figure => figure is { Kind: "killed" or "injured" or "arrested", Value: not null }).ToList();
        if (sizes.Count > 0)
        {
            json.WriteStartObject("size");
            foreach (var size in sizes.DistinctBy(figure => figure.Kind, StringComparer.Ordinal))
                json.WriteNumber(size.Kind == "killed" ? "dead" : size.Kind, size.Value!.Value);
            json.WriteEndObject();
        }
        if (item.Sentence >= 0 && item.Sentence < record.Sentences.Count)
        {
            var sentence = record.Sentences[item.Sentence];
            json.WriteString("text", text.Words(new(sentence.Begin, sentence.End)));
        }
        json.WriteStartObject("text_info");
        json.WriteNumber("sequence", item.Sentence);
        json.WriteNumber("start", item.Span.Begin);
        json.WriteNumber("end", item.Span.End);
        json.WriteEndObject();
        json.WriteStartObject("cite_info");
        Optional(json, "citation", record.Source.Publisher);
        Optional(json, "url", record.Source.Uri);
        Optional(json, "title", record.Source.Headline);
        Optional(json, "language", record.Source.Language);
        json.WriteString("coder", "Demarche");
        json.WriteString("codebook", "PLOVER");
        json.WriteString("version", record.Coder.Version);
        json.WriteEndObject();
        json.WriteString("coder", "Demarche " + record.Coder.Version);
        if (item.Status is not "actual")
            json.WriteString("comment", "status: " + item.Status);
        json.WriteEndObject();
    }

    private static void Entities(Utf8JsonWriter json, string name, IReadOnlyList<string> ids, Dictionary<string, RecordEntity> entities)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            if (entities.GetValueOrDefault(id) is not { } entity)
                continue;
            json.WriteStartObject();
            // PLOVER writes Kosovo as KOS.
            json.WriteString("code", entity.Country == "XKX" ? "KOS" : entity.Country ?? "");
            List(json, "sector", entity.Sectors);
            json.WriteString("entity_text", entity.Name);
            Optional(json, "identifier_id", entity.Wikidata);
            Optional(json, "office", entity.Roles.FirstOrDefault()?.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, RecordPlace place, CodePointText text)
    {
        json.WriteStartObject("event_loc");
        json.WriteString("extracted_place", text.Words(new(place.Begin, place.End)));
        json.WriteString("resolved_place", place.Name);
        if (place.Geonameid is { } geoname)
            json.WriteNumber("geonameid", geoname);
        if (place.Lat is { } lat)
            json.WriteNumber("lat", lat);
        if (place.Lon is { } lon)
            json.WriteNumber("lon", lon);
        Optional(json, "province", place.Admin1);
        Optional(json, "country_code", place.Country);
        json.WriteNumber("resolution", place.Precision switch { "point" => 1, "city" => 2, "admin1" => 4, _ => 5 });
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    // PLOVER knows days and a last day, not EDTF: a month begins on its first day.
    private static (string? From, string? To) Days(string? edtf)
    {
        if (edtf is null)
            return (null, null);
        var parts = edtf.TrimEnd('~', '?', '%').Split('/');
        return (Day(parts[0]), parts.Length > 1 ? Day(parts[1]) : null);
    }

    private static string? Day(string date) => date.TrimEnd('~', '?', '%') switch
    {
        { Length: 4 } year when year.All(char.IsAsciiDigit) => year + "-01-01",
        { Length: 7 } month when char.IsAsciiDigit(month[6]) => month + "-01",
        { Length: >= 10 } day when char.IsAsciiDigit(day[9]) => day[..10],
        _ => null,
    };
}
