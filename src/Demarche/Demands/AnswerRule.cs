using Demarche.Knowledge;

namespace Demarche.Demands;

/// <summary>A row of Demands/answers.tsv: words that tell how a demand was answered.</summary>
internal sealed record AnswerRule(string[] Words, string[] Objects, DemandAnswer Answer, DemandAnswer? Negated, string Example, string Gives)
{
    /// <summary>All rows, in the order of their files.</summary>
    public static IEnumerable<AnswerRule> All(Lexicon lexicon) => lexicon.Rows("Demands/answers")
        .Select(row => new AnswerRule(row.List("words"), row.List("object"), Of(row, "answer") ?? throw row.Error("the answer is missing."), Of(row, "negated"), row["example"], row["gives"]));

    /// <summary>All rules, by the verb's lemma.</summary>
    public static Dictionary<string, AnswerRule> Load(Lexicon lexicon)
    {
        Dictionary<string, AnswerRule> rules = new(StringComparer.Ordinal);
        foreach (var rule in All(lexicon))
            foreach (var word in rule.Words)
                rules[word] = rule;
        return rules;
    }

    private static DemandAnswer? Of(TsvRow row, string column) => row[column] switch
    {
        "met" => DemandAnswer.Met,
        "refused" => DemandAnswer.Refused,
        "partly" => DemandAnswer.Partly,
        "-" or "" => null,
        var other => throw row.Error($"'{other}' is no answer: write met, refused or partly."),
    };
}
