using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Records;

namespace Demarche.Scoring;

/// <summary>Tells which gold entities a record's entity stands for.</summary>
internal sealed partial class GoldEntities
{
    private static readonly HashSet<string> Titles = new(
        "mr mrs ms miss dr sir president premier chancellor senator sen rep gov gen col lt".Split(' '), StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _keys = new(StringComparer.Ordinal);

    /// <summary>Prepares an article's entities.</summary>
    public GoldEntities(Record record, JsonElement gold, AnchorText text)
    {
        if (gold.TryGetProperty("entities", out var entities) && entities.ValueKind == JsonValueKind.Object)
            foreach (var entity in entities.EnumerateObject())
                _aliases[entity.Name] = [.. GoldItem.ListOf(entity.Value).Select(NameKey)];
        foreach (var entity in record.Entities)
        {
            List<string> names = [entity.Name];
            names.AddRange(entity.Mentions.Where(mention => mention.Form != "pronoun").Select(mention => text.Words(new(mention.Begin, mention.End))));
            _keys[entity.Id] = KeysOf(names, entity.Kind == "person" ? NameKey(entity.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries) : []);
        }
    }

    /// <summary>Gold keys with an alias equal to a name; a person of several words also by surname and shared words.</summary>
    public HashSet<string> KeysOf(IEnumerable<string> names, string[] person)
    {
        var keys = names.Select(NameKey).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var (key, aliases) in _aliases)
            foreach (var alias in aliases)
            {
                var words = alias.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var bySurname = person.Length > 1 && words.Length > 0 && words[^1] == person[^1] && (words.Length == 1 || words.All(word => person.Contains(word, StringComparer.Ordinal)));
                if (keys.Contains(alias) || bySurname)
                    found.Add(key);
            }
        return found;
    }

    /// <summary>Those of the record's ids that stand for one of the gold keys.</summary>
    public List<string> Matching(IEnumerable<string?> ids, List<string> goldKeys) =>
        [.. ids.Where(id => id is not null && _keys.TryGetValue(id, out var keys) && goldKeys.Any(keys.Contains)).Select(id => id!)];

    /// <summary>As <see cref="Matching"/>; a single null, for "nothing asked", where gold leaves the slot empty.</summary>
    public List<string?> Fill(IEnumerable<string?> ids, List<string> goldKeys) => goldKeys.Count == 0 ? [null] : [.. Matching(ids, goldKeys)];

    /// <summary>A name without case, accents, article, title, possessive and full stops.</summary>
    public static string NameKey(string name)
    {
        var plain = Possessive().Replace(PlainWords.Plain(name), "").Replace(".", "", StringComparison.Ordinal).Trim(' ', ',', ';', ':', '"', '\'');
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        while (words.Length > 1)
        {
            if (words[0] is "the" or "a" or "an" || Titles.Contains(words[0]) && words[1] is not ("of" or "for"))
                words = words[1..];
            else if (words.Length > 2 && words[0] == "prime" && words[1] == "minister" && words[2] is not ("of" or "for"))
                words = words[2..];
            else
                break;
        }
        return string.Join(' ', words);
    }

    [GeneratedRegex(@"'s\b|'(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();
}
