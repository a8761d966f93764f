using Demarche.Knowledge;

namespace Demarche.Positions;

/// <summary>Where an argument of a trigger is.</summary>
internal enum Slot : byte
{
    None, Subject, Object, Agent, Self, Itself, Speaker, Asker, Recipient, View, Prep,
}

/// <summary>An argument's place, and its prepositions where it stands behind one.</summary>
internal sealed record SlotRule(Slot Slot, string[] Prepositions, bool IsOptional, bool IsContextual = false)
{
    public static SlotRule Read(TsvRow row, string column)
    {
        var text = row[column];
        var isOptional = text.StartsWith("maybe:", StringComparison.Ordinal);
        if (isOptional)
            text = text[6..];
        var isContextual = text.StartsWith("or:", StringComparison.Ordinal);
        if (isContextual)
            text = text[3..];
        if (text.StartsWith("prep:", StringComparison.Ordinal))
            return new(Slot.Prep, text[5..].Split('|'), isOptional, isContextual);
        return new(text switch
        {
            "subject" => Slot.Subject,
            "object" => Slot.Object,
            "agent" => Slot.Agent,
            "self" => Slot.Self,
            "itself" => Slot.Itself,
            "speaker" => Slot.Speaker,
            "asker" => Slot.Asker,
            "recipient" => Slot.Recipient,
            "view" => Slot.View,
            _ => throw row.Error($"'{text}' is no place in column {column}: write subject, object, agent, self, itself, speaker, asker, recipient, view or prep:of|to."),
        }, [], isOptional, isContextual);
    }
}

/// <summary>A row of Positions/stances.tsv: words that tell where somebody stands.</summary>
internal sealed record StanceRule(
    string Name, string[] Words, string Pos, string[][] With, SlotRule Holder, SlotRule Toward, Stance? Stance, Stance? Negated, double Sure, string Example, string[] Gives)
{
    /// <summary>Whether what stands behind "by" is no agent: "stood by".</summary>
    public bool IsBy { get; } = Toward.Slot == Slot.Prep && Array.IndexOf(Toward.Prepositions, "by") >= 0;

    /// <summary>All rules, by the trigger's lemma.</summary>
    public static Dictionary<string, List<StanceRule>> Load(Lexicon lexicon)
    {
        Dictionary<string, List<StanceRule>> rules = new(StringComparer.Ordinal);
        foreach (var rule in All(lexicon))
            foreach (var word in rule.Words)
            {
                if (!rules.TryGetValue(word, out var list))
                    rules.Add(word, list = []);
                list.Add(rule);
            }
        return rules;
    }

    /// <summary>All rules, in the order of their files.</summary>
    public static IEnumerable<StanceRule> All(Lexicon lexicon) => lexicon.Rows("Positions/stances").Select(Read);

    private static StanceRule Read(TsvRow row)
    {
        if (row["pos"] is not ("verb" or "noun" or "adj" or "prep"))
            throw row.Error($"'{row["pos"]}' is no part of speech: write verb, noun, adj or prep.");
        if (!double.TryParse(row["sure"], System.Globalization.CultureInfo.InvariantCulture, out var sure) || sure is < 0 or > 1)
            throw row.Error($"'{row["sure"]}' is no number from 0 to 1.");
        return new(
            row.List("words")[0], row.List("words"), row["pos"], [.. row["with"].Split('+', StringSplitOptions.RemoveEmptyEntries).Select(list => list.Split('|', StringSplitOptions.RemoveEmptyEntries))], SlotRule.Read(row, "holder"), SlotRule.Read(row, "toward"),
            StanceOf(row, "stance"), StanceOf(row, "negated"), sure, row["example"], row["gives"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    internal static Stance? StanceOf(TsvRow row, string column) => row[column] switch
    {
        "-" or "" => null,
        "recognizes" => Positions.Stance.Recognizes,
        "does_not_recognize" => Positions.Stance.DoesNotRecognize,
        "claims_office" => Positions.Stance.ClaimsOffice,
        "supports" => Positions.Stance.Supports,
        "opposes" => Positions.Stance.Opposes,
        "neutral" => Positions.Stance.Neutral,
        var other => throw row.Error($"'{other}' is no stance."),
    };
}
