using System.Globalization;
using System.Text.Json.Nodes;
using Demarche.Records;
using Microsoft.AspNetCore.Http;

namespace Demarche.Desk.Reviewing;

/// <summary>What a field of an entry holds, for the form that corrects it.</summary>
internal enum FieldKind
{
    /// <summary>Words; empty for none.</summary>
    Words,

    /// <summary>A number; empty for none.</summary>
    Number,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Several words with commas between.</summary>
    List,

    /// <summary>One of the article's entities, or none.</summary>
    Entity,

    /// <summary>Some of the article's entities.</summary>
    Entities,

    /// <summary>One of the article's places, or none.</summary>
    Place,
}

/// <summary>A field of an entry that people may correct.</summary>
/// <param name="Name">Its name in docs/record.md.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Choices">What it may hold, of a choice.</param>
internal sealed record EntryField(string Name, string Label, FieldKind Kind, IReadOnlyList<string>? Choices = null)
{
    /// <summary>The field's values now, as the form shows them.</summary>
    public IReadOnlyList<string> Values(JsonObject entry) => entry[Name] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item!.ToString())],
        var value => [value.ToString()],
    };
}

/// <summary>The fields of each layer that people may correct, and the corrections that a form asks for.</summary>
internal static class EntryFields
{
    private static readonly string[] Types = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];

    private static readonly Dictionary<string, EntryField[]> Fields = new(StringComparer.Ordinal)
    {
        ["event"] =
        [
            new("type", "Type", FieldKind.Choice, Types), new("actor", "Actors", FieldKind.Entities), new("recipient", "Recipients", FieldKind.Entities),
            new("status", "Status", FieldKind.Choice, ["actual", "planned", "hypothetical", "negated"]), new("date", "Date", FieldKind.Words), new("place", "Place", FieldKind.Place), new("modes", "Modes", FieldKind.List), new("contexts", "Contexts", FieldKind.List),
        ],
        ["statement"] = [new("speaker", "Speaker", FieldKind.Entity), new("addressee", "To", FieldKind.Entities), new("kind", "Kind", FieldKind.Choice, ["direct", "indirect", "mixed"]), new("date", "Date", FieldKind.Words)],
        ["position"] =
        [
            new("holder", "Holder", FieldKind.Entity), new("stance", "Stance", FieldKind.Choice, ["recognizes", "does_not_recognize", "claims_office", "supports", "opposes", "neutral"]), new("toward", "Toward", FieldKind.Entity),
            new("about", "Office or matter", FieldKind.Words), new("office", "Office's key, as VEN:president", FieldKind.Words), new("according_to", "According to", FieldKind.Entity), new("as_of", "As of", FieldKind.Words), new("until", "Until", FieldKind.Words),
        ],
        ["demand"] = [new("by", "By", FieldKind.Entities), new("of", "Of", FieldKind.Entities), new("deadline", "Deadline", FieldKind.Words), new("answer", "Answer", FieldKind.Choice, ["open", "met", "refused", "partly"])],
        ["figure"] =
        [
            new("kind", "Kind", FieldKind.Choice, ["killed", "injured", "arrested", "displaced", "missing", "money", "count", "distance", "duration", "percent"]), new("value", "Value", FieldKind.Number), new("low", "At least", FieldKind.Number),
            new("high", "At most", FieldKind.Number), new("qualifier", "How exact", FieldKind.Choice, ["", "at_least", "at_most", "about", "more_than", "less_than", "vague"]), new("unit", "Unit", FieldKind.Words),
            new("from", "From", FieldKind.Entities), new("to", "To", FieldKind.Entities), new("according_to", "According to", FieldKind.Entity), new("period", "Period", FieldKind.Words),
        ],
    };

    /// <summary>The fields of a layer; none where its entries cannot be corrected.</summary>
    public static IReadOnlyList<EntryField> Of(string layer) => Fields.GetValueOrDefault(layer, []);

    /// <summary>An entry of a record as JSON.</summary>
    public static JsonObject? Entry(Record record, string layer, string id) =>
        JsonNode.Parse(RecordJson.WriteUtf8(record with { Text = "", Dropped = [], Sentences = [], Entities = [], Times = [], Places = [] }))![layer + "s"]?.AsArray().Select(entry => entry!.AsObject()).FirstOrDefault(entry => (string?)entry["id"] == id);

    /// <summary>What a sent form changes in an entry; empty where it changes nothing.</summary>
    /// <exception cref="FormatException">A number that is none.</exception>
    public static JsonObject Changes(string layer, JsonObject entry, IFormCollection form)
    {
        var changes = new JsonObject();
        foreach (var field in Of(layer))
        {
            // A list from which nothing is chosen is not sent; its mark is.
            if (!form.ContainsKey("has." + field.Name))
                continue;
            var sent = form["f." + field.Name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).ToList();
            if (field.Kind == FieldKind.List)
                sent = [.. sent.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
            if (!sent.SequenceEqual(field.Values(entry), StringComparer.Ordinal))
                changes[field.Name] = Value(field, sent);
        }
        return changes;
    }

    private static JsonNode? Value(EntryField field, IReadOnlyList<string> sent) => field.Kind switch
    {
        FieldKind.Entities or FieldKind.List => new JsonArray([.. sent.Select(value => (JsonNode?)value)]),
        _ when sent.Count == 0 => null,
        FieldKind.Number => double.TryParse(sent[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{field.Label}: '{sent[0]}' is no number."),
        _ => sent[0],
    };
}
