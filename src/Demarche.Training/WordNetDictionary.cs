using Demarche.Language.Words;

namespace Demarche.Training;

/// <summary>
/// Makes <c>dictionary.tsv</c> from WordNet's files: single words, their parts of speech, and the class (lexicographer file)
/// of their first meaning as a noun and as a verb.
/// </summary>
internal static class WordNetDictionary
{
    public static void Write(string folder, string to)
    {
        var words = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        foreach (var (name, bit) in new[] { ("noun", WordLexicon.Noun), ("verb", WordLexicon.Verb), ("adj", WordLexicon.Adjective), ("adv", WordLexicon.Adverb) })
        {
            var classes = Classes(Path.Combine(folder, "data." + name));
            foreach (var line in File.ReadLines(Path.Combine(folder, "index." + name)))
            {
                if (line.StartsWith(' '))
                    continue;
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields[0].Contains('_', StringComparison.Ordinal))
                    continue;
                var (file, names) = classes[fields[4 + int.Parse(fields[3]) + 2]];
                words.TryGetValue(fields[0], out var entry);
                entry |= bit;
                if (bit == WordLexicon.Noun)
                {
                    entry |= (uint)(file - 2) << WordLexicon.NounClass;
                    if (names.Any(form => char.IsUpper(form[0]) && form.Equals(fields[0], StringComparison.OrdinalIgnoreCase)))
                        entry |= WordLexicon.Proper;
                }
                else if (bit == WordLexicon.Verb)
                    entry |= (uint)(file - 28) << WordLexicon.VerbClass;
                words[fields[0]] = entry;
            }
        }
        using var writer = new StreamWriter(to) { NewLine = "\n" };
        writer.WriteLine("# Derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. See docs/models.md for the licence.");
        writer.WriteLine("# word\tparts of speech (1 noun, 2 verb, 4 adjective, 8 adverb, 16 also a name)\tnoun class\tverb class");
        foreach (var (word, entry) in words)
            writer.WriteLine($"{word}\t{entry & 31}\t{(entry >> WordLexicon.NounClass) & 31}\t{(entry >> WordLexicon.VerbClass) & 15}");
    }

    /// <summary>The words and their entries of a <c>dictionary.tsv</c>.</summary>
    public static IEnumerable<(string Word, uint Entry)> Read(string path) =>
        from line in File.ReadLines(path)
        where !line.StartsWith('#')
        let fields = line.Split('\t')
        select (fields[0], uint.Parse(fields[1]) | (uint.Parse(fields[2]) << WordLexicon.NounClass) | (uint.Parse(fields[3]) << WordLexicon.VerbClass));

    private static Dictionary<string, (int File, string[] Names)> Classes(string path)
    {
        Dictionary<string, (int, string[])> classes = [];
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(' '))
                continue;
            var fields = line.Split(' ');
            var count = Convert.ToInt32(fields[3], 16);
            classes[fields[0]] = (int.Parse(fields[1]), [.. Enumerable.Range(0, count).Select(i => fields[4 + (2 * i)])]);
        }
        return classes;
    }
}
