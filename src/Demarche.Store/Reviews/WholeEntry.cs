using System.Text.Json.Nodes;
using Demarche.Records;

namespace Demarche.Store.Reviews;

/// <summary>An entry that somebody wrote, with what he need not write: empty lists, what stands for nothing else, the sentence of its words.</summary>
internal static class WholeEntry
{
    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["events"] = """{ "modes": [], "contexts": [], "actor": [], "recipient": [], "status": "actual", "figures": [], "rule": "review", "confidence": 1 }""",
        ["statements"] = """{ "kind": "indirect", "addressee": [], "anonymous": false, "negated": false }""",
        ["positions"] = """{ "confidence": 1 }""",
        ["demands"] = """{ "by": [], "of": [], "answer": "open" }""",
        ["figures"] = """{ "from": [], "to": [] }""",
    };

    /// <summary>The whole entry.</summary>
    public static JsonObject Of(string layer, JsonObject entry, Record record)
    {
        foreach (var (name, value) in JsonNode.Parse(Plain[layer])!.AsObject())
            if (!entry.ContainsKey(name))
                entry[name] = value?.DeepClone();
        if (entry["span"] is not JsonObject span)
            return entry;
        if (layer == "events")
        {
            entry["trigger"] ??= span.DeepClone();
            var begin = (int?)span["begin"] ?? 0;
            entry["sentence"] ??= Math.Max(0, record.Sentences.Count(sentence => sentence.Begin <= begin) - 1);
        }
        else if (layer == "demands")
            entry["content"] ??= span.DeepClone();
        else if (layer == "statements")
        {
            // A statement's words are its content.
            entry["content"] ??= new JsonArray(span.DeepClone());
            entry.Remove("span");
        }
        return entry;
    }
}
