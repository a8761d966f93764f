namespace Demarche.Briefs;

/// <summary>PLOVER's types as verbs.</summary>
internal static class EventVerbs
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["AGREE"] = "agrees with", ["CONSULT"] = "talks with", ["SUPPORT"] = "supports", ["CONCEDE"] = "yields to", ["COOPERATE"] = "cooperates with",
        ["AID"] = "aids", ["RETREAT"] = "pulls back from", ["REQUEST"] = "asks", ["ACCUSE"] = "accuses", ["REJECT"] = "rebuffs", ["THREATEN"] = "threatens",
        ["PROTEST"] = "protests against", ["SANCTION"] = "punishes", ["MOBILIZE"] = "mobilizes against", ["COERCE"] = "coerces", ["ASSAULT"] = "attacks",
    };

    private static readonly Dictionary<string, string> Bare = new(StringComparer.Ordinal)
    {
        ["AGREE"] = "agrees", ["CONSULT"] = "holds talks", ["SUPPORT"] = "gives support", ["CONCEDE"] = "yields", ["COOPERATE"] = "cooperates", ["AID"] = "gives aid",
        ["RETREAT"] = "pulls back", ["REQUEST"] = "makes a demand", ["ACCUSE"] = "makes an accusation", ["REJECT"] = "refuses", ["THREATEN"] = "makes a threat",
        ["PROTEST"] = "protests", ["SANCTION"] = "punishes", ["MOBILIZE"] = "mobilizes", ["COERCE"] = "uses coercion", ["ASSAULT"] = "attacks",
    };

    /// <summary>"threatens Cuba", or "makes a threat" where nobody is named; "threaten Cuba" of several actors or of a group.</summary>
    public static string Phrase(string type, string? recipients, bool isPlural = false)
    {
        var phrase = recipients is null ? Bare.GetValueOrDefault(type, "acts") : $"{Verbs.GetValueOrDefault(type, "acts on")} {recipients}";
        if (!isPlural)
            return phrase;
        var blank = phrase.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? at : phrase.Length;
        return Plural(phrase[..blank]) + phrase[blank..];
    }

    /// <summary>A verb's plural: "punishes" → "punish", "asks" → "ask".</summary>
    public static string Plural(string verb) =>
        verb.EndsWith("shes", StringComparison.Ordinal) ? verb[..^2] : verb.EndsWith('s') ? verb[..^1] : verb;
}
