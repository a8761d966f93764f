using System.Collections.Immutable;

namespace Demarche.Events.RuleLanguage;

/// <summary>What sort of word triggers a pattern.</summary>
internal enum TriggerClass : byte
{
    Verb,
    Noun,
    Adjective,
    /// <summary>A judging word inside a statement: the speaker accuses or praises whom it is said of.</summary>
    Verdict,
}

/// <summary>One line of a rule: trigger words and the places of its parties.</summary>
/// <param name="Rule">The rule that it belongs to.</param>
/// <param name="Class">The sort of trigger.</param>
/// <param name="SubjectPart">What the subject must be.</param>
/// <param name="Triggers">The trigger lemmas.</param>
/// <param name="Parts">What stands after the trigger.</param>
/// <param name="Line">Its line in the file.</param>
internal sealed record Pattern(
    EventRule Rule, TriggerClass Class, PatternPart? SubjectPart, string[] Triggers, ImmutableArray<PatternPart> Parts, int Line)
{
    private readonly HashSet<string> _triggers = new(Triggers, StringComparer.Ordinal);

    /// <summary>Whose part the logical subject is.</summary>
    public Slot Subject { get; } = SubjectPart?.Slot ?? Slot.None;

    /// <summary>The head lemmas that the subject may have; null for any.</summary>
    public HashSet<string>? SubjectNouns => SubjectPart?.Nouns;

    public bool Triggered(string lemma) => _triggers.Contains(lemma);

    /// <summary>How much the pattern asks for: the more, the sooner it is taken before others on the same trigger.</summary>
    public int Weight { get; } = Rule.Priority + (Rule.Near is null ? 0 : 2) + (SubjectPart?.Nouns is null ? 0 : 3) + (SubjectPart?.Test is null ? 0 : 1) + Parts.Sum(part =>
        part.Optional ? 0 : (part.Test is null ? 0 : 1) + (part.Nouns is null ? 0 : 4) + (part.Words.Length * 2) + (part.Slot == Slot.None ? 0 : 1) + (part.Clause == ClauseKind.None ? 0 : 1));

    /// <summary>The part that fixes which noun the verb must have, or null.</summary>
    public PatternPart? FixedNoun { get; } = Parts.FirstOrDefault(part => part.Nouns is not null && part.Clause == ClauseKind.None && !part.Optional);
}
