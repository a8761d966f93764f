using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Entities;

namespace Demarche.Knowledge.Import;

/// <summary>
/// Reads lines of a Wikidata JSON dump: people (P31 = Q5) with the positions that they held (P39), their begin (P580) and end
/// (P582). The positions' and countries' own lines, where the file has them, give labels and codes (P298).
/// </summary>
public static class WikidataOffices
{
    /// <summary>Reads a dump's lines.</summary>
    /// <param name="name">The file's name, for messages and for the tables' names.</param>
    /// <param name="lines">Reads the lines; asked twice.</param>
    /// <param name="reader">Reads positions' labels.</param>
    public static ImportedRows Read(string name, Func<IEnumerable<string>> lines, ActorReader reader)
    {
        Dictionary<string, Item> items = new(StringComparer.Ordinal);
        foreach (var (_, entity) in Entities(lines()))
            if (Text(entity, "id") is { } id && !Ids(entity, "P31").Contains("Q5"))
                items[id] = new(Label(entity), First(entity, "P298"), Ids(entity, "P1001").Concat(Ids(entity, "P17")).FirstOrDefault());
        var people = new StringBuilder($"# Imported from {Path.GetFileName(name)}.\nname\tnames\tgender\tcountry\tsectors\tfrom\tto\trole\twikidata\n");
        var holders = new StringBuilder($"# Imported from {Path.GetFileName(name)}.\noffice\tname\tnames\tgender\tfrom\tto\tstatus\tparty\twikidata\n");
        List<LexiconProblem> leftOut = [];
        var rows = 0;
        foreach (var (number, entity) in Entities(lines()))
        {
            if (!Ids(entity, "P31").Contains("Q5") || Label(entity) is not { } person || Text(entity, "id") is not { } id)
                continue;
            var gender = Ids(entity, "P21").FirstOrDefault() switch { "Q6581097" => "m", "Q6581072" => "f", _ => "" };
            var nation = Ids(entity, "P27").Select(country => items.GetValueOrDefault(country)?.Code).FirstOrDefault(code => code is not null);
            foreach (var claim in Claims(entity, "P39"))
            {
                var position = IdOf(claim) is { } key ? items.GetValueOrDefault(key) : null;
                if (position?.Label is not { } label)
                {
                    leftOut.Add(new(name, number, $"{person}: the position {IdOf(claim)} has no line in the file."));
                    continue;
                }
                var told = reader.Read(label, null);
                var country = (position.Country is { } of ? items.GetValueOrDefault(of)?.Code : null) ?? told.Country ?? nation;
                if (country is null)
                {
                    leftOut.Add(new(name, number, $"{person}: no country is told for '{label}'."));
                    continue;
                }
                string from = Day(claim, "P580"), to = Day(claim, "P582");
                if (told.Role?.Office is { } office && from.Length > 0)
                    holders.Append(CultureInfo.InvariantCulture, $"{country}:{office[(office.IndexOf(':', StringComparison.Ordinal) + 1)..]}\t{person}\t{Aliases(entity)}\t{gender}\t{from}\t{to}\tin_office\t\t{id}\n");
                else
                    people.Append(CultureInfo.InvariantCulture, $"{person}\t{Aliases(entity)}\t{gender}\t{country}\t{string.Join('|', told.Sectors)}\t{from}\t{to}\t{label}\t{id}\n");
                rows++;
            }
        }
        var stem = Path.GetFileNameWithoutExtension(name).ToLowerInvariant();
        return new([($"Knowledge/people/imported-{stem}.tsv", people.ToString()), ($"Knowledge/holders/imported-{stem}.tsv", holders.ToString())], rows, leftOut);
    }

    private static IEnumerable<(int Number, JsonElement Entity)> Entities(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var raw in lines)
        {
            number++;
            var line = raw.Trim().TrimEnd(',');
            if (line.Length < 2 || line[0] != '{')
                continue;
            JsonElement entity;
            try
            {
                using var json = JsonDocument.Parse(line);
                entity = json.RootElement.Clone();
            }
            catch (JsonException)
            {
                throw new LexiconException("the dump", number, "the line is no JSON object: give a dump with an entity on each line.");
            }
            yield return (number, entity);
        }
    }

    private static IEnumerable<JsonElement> Claims(JsonElement entity, string property) =>
        Get(entity, "claims", property) is { ValueKind: JsonValueKind.Array } claims ? claims.EnumerateArray() : [];

    private static IEnumerable<string> Ids(JsonElement entity, string property) => Claims(entity, property).Select(IdOf).OfType<string>();

    private static string? IdOf(JsonElement claim) => Get(claim, "mainsnak", "datavalue", "value") is { } value ? Text(value, "id") : null;

    private static string? First(JsonElement entity, string property)
    {
        foreach (var claim in Claims(entity, property))
            if (Get(claim, "mainsnak", "datavalue", "value") is { ValueKind: JsonValueKind.String } value)
                return value.GetString();
        return null;
    }

    private static string? Label(JsonElement entity) => Get(entity, "labels", "en", "value") is { ValueKind: JsonValueKind.String } label ? Clean(label.GetString()!) : null;

    private static string Aliases(JsonElement entity) => Get(entity, "aliases", "en") is { ValueKind: JsonValueKind.Array } aliases
        ? string.Join('|', aliases.EnumerateArray().Select(alias => Text(alias, "value")).OfType<string>().Select(Clean).Where(alias => alias.Contains(' ', StringComparison.Ordinal))) : "";

    /// <summary>A qualifier's time as EDTF, to the precision that it has.</summary>
    private static string Day(JsonElement claim, string property)
    {
        if (Get(claim, "qualifiers", property) is not { ValueKind: JsonValueKind.Array } times || times.GetArrayLength() == 0
            || Get(times[0], "datavalue", "value") is not { } value || Text(value, "time") is not { Length: >= 11 } time || time[0] != '+')
            return "";
        var precision = value.TryGetProperty("precision", out var digits) && digits.TryGetInt32(out var number) ? number : 9;
        return precision >= 11 ? time[1..11] : precision == 10 ? time[1..8] : precision == 9 ? time[1..5] : "";
    }

    private static string Clean(string text) => text.Replace('\t', ' ').Replace('|', ' ').Replace('\n', ' ');

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Get(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var property in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(property, out element))
                return null;
        return element;
    }

    private sealed record Item(string? Label, string? Code, string? Country);
}
