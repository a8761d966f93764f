using System.Collections.Frozen;
using AngleSharp.Dom;
using Demarche.Knowledge;

namespace Demarche.Reading.Html;

/// <summary>What the names that a page gives to an element say about it.</summary>
internal sealed class ElementNames
{
    private readonly FrozenDictionary<string, string> _kinds;

    private ElementNames(FrozenDictionary<string, string> kinds) => _kinds = kinds;

    /// <summary>Reads the table.</summary>
    public static ElementNames Load(Lexicon lexicon)
    {
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        foreach (var row in lexicon.Rows("Reading/html-furniture"))
            kinds[row["word"]] = row["kind"];
        return new(kinds.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The kind of furniture that an element is by its names; null where they say nothing.</summary>
    public string? KindOf(IElement element) =>
        KindOf(element.ClassName) ?? KindOf(element.Id) ?? KindOf(element.GetAttribute("role")) ?? KindOf(element.GetAttribute("data-component"))
        ?? KindOf(element.GetAttribute("data-module")) ?? KindOf(element.GetAttribute("aria-label"));

    private string? KindOf(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 400)
            return null;
        var lookup = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> words = stackalloc char[names.Length * 2];
        int length = 0, start = 0, before = -1;
        for (var i = 0; i <= names.Length; i++)
        {
            var c = i < names.Length ? names[i] : ' ';
            var letter = char.IsAsciiLetter(c);
            var hump = letter && char.IsUpper(c) && i > 0 && char.IsLower(names[i - 1]);
            if ((!letter || hump) && length > start)
            {
                if (lookup.TryGetValue(words[start..length], out var kind) || before >= 0 && lookup.TryGetValue(words[before..length], out kind))
                    return kind;
                before = start;
                words[length++] = ' ';
                start = length;
            }
            if (c is ' ' or '\t' or '\n')
                before = -1;
            if (letter)
                words[length++] = char.ToLowerInvariant(c);
        }
        return null;
    }
}
