using Demarche.Knowledge;

namespace Demarche.Demands;

/// <summary>A row of Demands/requests.tsv: words that ask something of somebody.</summary>
internal sealed record RequestRule(string[] Words, bool IsNoun, string[]? Prepositions, string[] Contents, string[] ContentPrepositions, string Example, string Gives)
{
    /// <summary>All rows, in the order of their files.</summary>
    public static IEnumerable<RequestRule> All(Lexicon lexicon) => lexicon.Rows("Demands/requests").Select(Read);

    /// <summary>All rules, by the trigger's lemma.</summary>
    public static Dictionary<string, List<RequestRule>> Load(Lexicon lexicon)
    {
        Dictionary<string, List<RequestRule>> rules = new(StringComparer.Ordinal);
        foreach (var rule in All(lexicon))
            foreach (var word in rule.Words)
            {
                if (!rules.TryGetValue(word, out var list))
                    rules.Add(word, list = []);
                list.Add(rule);
            }
        return rules;
    }

    private static RequestRule Read(TsvRow row)
    {
        var of = row["of"];
        if (of != "object" && !of.StartsWith("prep:", StringComparison.Ordinal))
            throw row.Error($"'{of}' is no place: write object or prep:on|upon.");
        // "infinitive|that|prep:for": what follows "prep:" are prepositions.
        var content = row["content"];
        var at = content.IndexOf("prep:", StringComparison.Ordinal);
        string[] prepositions = at < 0 ? [] : content[(at + 5)..].Split('|');
        var kinds = (at < 0 ? content : content[..at].TrimEnd('|')).Split('|', StringSplitOptions.RemoveEmptyEntries);
        if (at >= 0)
            kinds = [.. kinds, "prep"];
        if (kinds.Any(kind => kind is not ("infinitive" or "that" or "object" or "participle" or "prep")))
            throw row.Error($"'{content}' is no content: write infinitive, that, participle, object or prep:for.");
        return new(row.List("words"), row["pos"] == "noun", of == "object" ? null : of[5..].Split('|'), kinds, prepositions, row["example"], row["gives"]);
    }
}
