namespace Demarche.Events.RuleLanguage;

/// <summary>What a filler of a pattern is to the event.</summary>
internal enum Slot : byte
{
    /// <summary>Must be there, but is nobody's part.</summary>
    None,
    Actor,
    Recipient,
    /// <summary>What it is about; whoever is named in it may be the recipient.</summary>
    Matter,
}

/// <summary>Which clause a pattern asks for.</summary>
internal enum ClauseKind : byte { None, Infinitive, That, Gerund, Duty }

/// <summary>One part of a pattern after its trigger: words, and what stands after them.</summary>
/// <param name="Words">Prepositions and particles, in order; none for a bare object.</param>
/// <param name="Slot">Whose part the filler is.</param>
/// <param name="Nouns">The head lemmas that the filler or the clause may have; null for any.</param>
/// <param name="Clause">The clause that is asked for in place of a filler.</param>
/// <param name="Optional">Whether the pattern also holds without it.</param>
/// <param name="Strict">Whether the filler must be somebody who is known as an entity.</param>
/// <param name="Test">What the filler must be as an entity; null for anybody.</param>
/// <param name="Not">The head lemmas that the filler must not have; null where all are welcome.</param>
internal sealed record PatternPart(
    string[][] Words, Slot Slot, HashSet<string>? Nouns, ClauseKind Clause, bool Optional, bool Strict, PartyTest? Test = null, HashSet<string>? Not = null)
{
    /// <summary>Whether the part is words only, with nothing after them.</summary>
    public bool IsParticle => Slot == Slot.None && Nouns is null && Not is null && Clause == ClauseKind.None && Words.Length > 0;
}
