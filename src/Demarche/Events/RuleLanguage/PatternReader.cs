using System.Collections.Immutable;

namespace Demarche.Events.RuleLanguage;

/// <summary>Reads a pattern: <c>verb A issue|give {warning} to R</c>.</summary>
internal sealed class PatternReader(Dictionary<string, string[]> lists, LineCursor line)
{
    public Pattern Read(EventRule rule)
    {
        var kind = line.Keyword switch { "verb" => TriggerClass.Verb, "noun" => TriggerClass.Noun, "adj" => TriggerClass.Adjective, _ => TriggerClass.Verdict };
        PatternPart? subject = null;
        var word = line.Next("the pattern");
        if (IsFiller(word))
        {
            subject = Filler(word, [], false);
            word = line.Next("the trigger's lemmas");
        }
        var triggers = Set(word);
        List<PatternPart> parts = [];
        List<string[]> words = [];
        var optional = false;
        while (line.TryNext() is { } next)
        {
            if (next.StartsWith('('))
            {
                // "give up (to R)": what stands before the bracket must be there.
                FlushParticles(parts, words);
                (optional, next) = (true, next[1..]);
            }
            var closes = next.EndsWith(')');
            if (closes)
                next = next[..^1];
            if (next.StartsWith('+'))
            {
                var (clause, verbs) = Clause(next);
                parts.Add(new([.. words], Slot.None, verbs, clause, optional, false));
            }
            else if (IsFiller(next))
                parts.Add(Filler(next, [.. words], optional));
            else
            {
                words.Add(Set(next));
                if (!closes)
                    continue;
                parts.Add(new([.. words], Slot.None, null, ClauseKind.None, optional, false));
            }
            words.Clear();
            if (closes)
                optional = false;
        }
        FlushParticles(parts, words);
        if (optional)
            throw line.Error("a bracket is not closed; write ')' after the last word of the optional part.");
        return new(rule, kind, subject, triggers, [.. parts], line.Number);
    }

    private static void FlushParticles(List<PatternPart> parts, List<string[]> words)
    {
        if (words.Count == 0)
            return;
        parts.Add(new([.. words], Slot.None, null, ClauseKind.None, false, false));
        words.Clear();
    }

    private static bool IsFiller(string word) => word[0] is 'A' or 'R' or 'M' or '-' or '{' && (word.Length == 1 || word[0] == '{' || word[1] is '!' or ':' or '{');

    private PatternPart Filler(string word, string[][] before, bool optional)
    {
        var slot = word[0] switch { 'A' => Slot.Actor, 'R' => Slot.Recipient, 'M' => Slot.Matter, _ => Slot.None };
        var brace = word.IndexOf('{', StringComparison.Ordinal);
        HashSet<string>? nouns = null, not = null;
        if (brace >= 0)
        {
            if (word[^1] != '}')
                throw line.Error("a set of nouns is not closed; write '}' after its last word.");
            var inside = word[(brace + 1)..^1].Trim();
            if (inside.StartsWith("not ", StringComparison.Ordinal))
                not = new(Set(inside[4..]), StringComparer.Ordinal);
            else
                nouns = new(Set(inside), StringComparer.Ordinal);
            word = word[..brace];
        }
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var test = colon < 0 ? null : PartyTest.Read(word[(colon + 1)..].TrimEnd('!'), line);
        return new(before, slot, nouns, ClauseKind.None, optional, word.Contains('!', StringComparison.Ordinal), test, not);
    }

    private (ClauseKind Kind, HashSet<string>? Verbs) Clause(string word)
    {
        var brace = word.IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0 && word[^1] != '}')
            throw line.Error("a set of verbs is not closed; write '}' after its last word.");
        return ((brace < 0 ? word : word[..brace]) switch
        {
            "+inf" => ClauseKind.Infinitive,
            "+that" => ClauseKind.That,
            "+ing" => ClauseKind.Gerund,
            "+duty" => ClauseKind.Duty,
            _ => throw line.Error($"'{word}' is no clause; write +inf, +that, +ing or +duty."),
        }, brace < 0 ? null : new(Set(word[(brace + 1)..^1]), StringComparer.Ordinal));
    }

    private string[] Set(string words)
    {
        List<string> all = [];
        foreach (var word in words.Split(['|', ' ', '{', '}'], StringSplitOptions.RemoveEmptyEntries))
            all.AddRange(word[0] == '@' ? RuleReader.Words(lists, word[1..], line) : [word]);
        // The tokenizer takes hyphens apart: "cease-fire" is "fire" with "cease" before it.
        for (var i = all.Count - 1; i >= 0; i--)
            if (all[i].Contains('-', StringComparison.Ordinal))
                all.Add(all[i].Replace('-', '_'));
        return all.Count > 0 ? [.. all] : throw line.Error("a word is missing here.");
    }
}
