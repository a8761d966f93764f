using System.Text.Json.Nodes;

namespace Demarche.Tests.Api;

/// <summary>Holds JSON against the schemas of an OpenAPI file: types, required and unknown members, items.</summary>
internal sealed class JsonShape(JsonObject document)
{
    /// <summary>What does not fit, each with its place.</summary>
    public IReadOnlyList<string> Misfits(JsonNode? value, JsonNode schema)
    {
        List<string> misfits = [];
        Check(value, schema.AsObject(), "$", misfits);
        return misfits;
    }

    private void Check(JsonNode? value, JsonObject schema, string at, List<string> misfits)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(value, document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject(), at, misfits);
            return;
        }
        if (schema["oneOf"] is JsonArray choices)
        {
            var tries = choices.Select(choice =>
            {
                List<string> found = [];
                Check(value, choice!.AsObject(), at, found);
                return found;
            }).OrderBy(found => found.Count).First();
            misfits.AddRange(tries);
            return;
        }
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToArray(),
            { } one => [one.GetValue<string>()],
            null => [],
        };
        var kind = value?.GetValueKind() switch
        {
            null or System.Text.Json.JsonValueKind.Null => "null",
            System.Text.Json.JsonValueKind.Object => "object",
            System.Text.Json.JsonValueKind.Array => "array",
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value!.ToJsonString().Contains('.', StringComparison.Ordinal) || !types.Contains("integer") ? "number" : "integer",
            _ => "boolean",
        };
        if (types.Length > 0 && !types.Contains(kind) && !(kind == "integer" && types.Contains("number")))
        {
            misfits.Add($"{at}: {kind} where {string.Join(" or ", types)} is told");
            return;
        }
        if (value is JsonObject members && schema["properties"] is JsonObject told)
        {
            foreach (var (name, member) in members)
                if (told[name] is { } known)
                    Check(member, known.AsObject(), $"{at}.{name}", misfits);
                else
                    misfits.Add($"{at}.{name} is not told");
            foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()))
                if (!members.ContainsKey(name))
                    misfits.Add($"{at}.{name} is missing");
        }
        if (value is JsonArray items && schema["items"] is JsonObject item)
            for (var i = 0; i < items.Count; i++)
                Check(items[i], item, $"{at}[{i}]", misfits);
    }
}
