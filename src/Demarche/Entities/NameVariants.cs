using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Entities;

/// <summary>
/// The names of one document by the other forms that they take in it: initials ("USI"), a body's name without its complement or
/// its nationality ("the Warhol Foundation", "the Supreme Court"), a person's name that the tagger took together with a title.
/// A form that fits two names fits none.
/// </summary>
internal sealed class NameVariants
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "of", "the", "for", "and", "in", "on", "de", "la", "del", "to" };

    private readonly Dictionary<string, string?> _initials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _shorter = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _people = new(StringComparer.Ordinal);
    private readonly KnowledgeBase _knowledge;

    public NameVariants(KnowledgeBase knowledge, List<MentionDraft> mentions)
    {
        _knowledge = knowledge;
        foreach (var mention in mentions)
        {
            if (mention.Form != MentionForm.Name || mention.NameType is not { } type || !mention.Key.Contains(' ', StringComparison.Ordinal))
                continue;
            var identity = mention.Answer.Key ?? Identity(type, mention.Key);
            if (type == NameType.Person)
            {
                _people.TryAdd(mention.Key, identity);
                continue;
            }
            AddInitials(mention.Key, identity);
            if (type != NameType.Place)
                AddShorter(mention.Key, identity);
        }
    }

    /// <summary>The identity of a name that the tables do not know.</summary>
    public static string Identity(NameType type, string key) =>
        type switch { NameType.Place => "place:", NameType.Person => "person:", _ => "org:" } + key;

    /// <summary>The identity of the name that initials stand for, or null.</summary>
    public string? OfInitials(string key) => key.Length is >= 2 and <= 6 ? _initials.GetValueOrDefault(key) : null;

    /// <summary>The identity of the one longer name that a body's name is short for, or null.</summary>
    public string? OfShorter(string key) => _shorter.GetValueOrDefault(key);

    /// <summary>The identity of the person whose full name ends a longer run of words ("US President Barack Obama"), or null.</summary>
    public string? OfEnd(string key)
    {
        for (var blank = key.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = key.IndexOf(' ', blank + 1))
        {
            var end = key[(blank + 1)..];
            if (!end.Contains(' ', StringComparison.Ordinal))
                return null;
            if (_people.TryGetValue(end, out var identity))
                return identity;
            foreach (var known in _knowledge.Names.Find(end))
                if (known.Person is { } person)
                    return PersonAtDate.Answer(person, null).Key;
        }
        return null;
    }

    private void AddInitials(string key, string identity)
    {
        Span<char> all = stackalloc char[8], large = stackalloc char[8];
        int allCount = 0, largeCount = 0;
        foreach (var range in key.AsSpan().Split(' '))
        {
            var word = key.AsSpan()[range];
            if (word.IsEmpty)
                continue;
            if (allCount == all.Length)
                return;
            all[allCount++] = word[0];
            if (!Small.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                large[largeCount++] = word[0];
        }
        if (largeCount >= 2)
            Only(_initials, large[..largeCount].ToString(), identity);
        if (allCount > largeCount)
            Only(_initials, all[..allCount].ToString(), identity);
    }

    private void AddShorter(string key, string identity)
    {
        foreach (var preposition in (ReadOnlySpan<string>)[" for ", " of ", " in "])
        {
            var at = key.IndexOf(preposition, StringComparison.Ordinal);
            if (at > 0 && key.AsSpan(0, at).Contains(' '))
                AddShorter(key[..at], identity);
            if (at > 0 && key.AsSpan(0, at).Contains(' '))
                Only(_shorter, key[..at], identity);
        }
        var first = key.IndexOf(' ', StringComparison.Ordinal);
        if (first < 0)
            return;
        var rest = key[(first + 1)..];
        // Only a nationality or a place goes without loss: "Italian Supreme Court", not "World Food Program".
        if (rest.Contains(' ', StringComparison.Ordinal) && IsState(key.AsSpan(0, first)))
            Only(_shorter, rest, identity);
    }

    private bool IsState(ReadOnlySpan<char> key)
    {
        foreach (var known in _knowledge.Names.Find(key))
            if (known.State is not null)
                return true;
        return false;
    }

    private static void Only(Dictionary<string, string?> table, string form, string identity)
    {
        if (!table.TryAdd(form, identity) && table[form] != identity)
            table[form] = null;
    }
}
