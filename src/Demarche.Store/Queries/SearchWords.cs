using System.Text;

namespace Demarche.Store.Queries;

/// <summary>
/// What people write into a search field as a query of FTS5: words are all looked for; "phrases", OR, a minus sign before what must
/// not be there and a star after the beginning of a word are understood; everything else is only letters.
/// </summary>
internal static class SearchWords
{
    /// <summary>The query; null where nothing can be looked for.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var groups = new List<List<string>> { new() };
        List<string> without = [];
        foreach (var (words, isPhrase) in Parts(text))
        {
            if (!isPhrase && words is "OR" or "|")
            {
                groups.Add([]);
                continue;
            }
            if (!isPhrase && words is "AND" or "&")
                continue;
            var isNot = !isPhrase && words.Length > 1 && words[0] == '-';
            if (Term(isNot ? words[1..] : words, isPhrase) is { } term)
                (isNot ? without : groups[^1]).Add(term);
        }
        // "A B OR C" is A and (B or C), as search engines have it.
        List<string> all = [];
        for (var at = 0; at < groups.Count; at++)
        {
            var group = groups[at];
            if (group.Count == 0)
                continue;
            if (at > 0 && all.Count > 0)
            {
                all[^1] = $"{all[^1]} OR {group[0]}";
                all.AddRange(group.Skip(1));
            }
            else
                all.AddRange(group);
        }
        if (all.Count == 0)
            return null;
        var query = string.Join(" AND ", all.Select(term => term.Contains(" OR ", StringComparison.Ordinal) ? $"({term})" : term));
        return without.Count == 0 ? query : $"({query}) NOT ({string.Join(" OR ", without)})";
    }

    /// <summary>The words of a search, for marking them in what was found.</summary>
    public static IReadOnlyList<string> Plain(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. Parts(text).Where(part => part.IsPhrase || (part.Words is not ("OR" or "AND" or "|" or "&") && part.Words[0] != '-'))
            .SelectMany(part => Letters(part.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static IEnumerable<(string Words, bool IsPhrase)> Parts(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '(' or ')')
                at++;
            else if (text[at] is '"' or '“' or '”')
            {
                var end = text.IndexOfAny(['"', '“', '”'], at + 1);
                end = end < 0 ? text.Length : end;
                yield return (text[(at + 1)..end], true);
                at = end + 1;
            }
            else
            {
                var end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '“' or '”' or '(' or ')'))
                    end++;
                yield return (text[at..end], false);
                at = end;
            }
        }
    }

    private static string? Term(string words, bool isPhrase)
    {
        var isBeginning = !isPhrase && words.EndsWith('*');
        var letters = Letters(words);
        return letters.Length == 0 ? null : isBeginning ? $"\"{letters}\"*" : $"\"{letters}\"";
    }

    // FTS5 knows its own marks: only letters and digits pass, everything else divides words.
    private static string Letters(string words)
    {
        var letters = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
                letters.Append(rune.ToString());
            else if (letters.Length > 0 && letters[^1] != ' ')
                letters.Append(' ');
        }
        return letters.ToString().TrimEnd();
    }
}
