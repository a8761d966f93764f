using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language.Models;
using Demarche.Language.Tokens;
using Demarche.Language.Words;

namespace Demarche.Training;

/// <summary>Compiles the names of the knowledge tables into the gazetteer.</summary>
internal static class GazetteerTrainer
{
    public static IReadOnlyCollection<(ulong Hash, uint Value)> Names(Lexicon lexicon)
    {
        Dictionary<ulong, uint> names = [];
        foreach (var prefix in new[] { "Knowledge/people/", "Knowledge/holders/" })
            foreach (var row in lexicon.Rows(prefix))
                foreach (var name in row["names"].Split('|').Prepend(row["name"]))
                    Person(names, name);
        foreach (var row in lexicon.Rows("Knowledge/firstnames"))
            Add(names, row["name"], Gazetteer.Given);
        foreach (var row in lexicon.Rows("Knowledge/organizations"))
            foreach (var name in row["names"].Split('|').Prepend(row["name"]))
                Add(names, name, Gazetteer.Organization);
        foreach (var row in lexicon.Rows("Knowledge/states"))
        {
            foreach (var name in row["names"].Split('|').Prepend(row["name"]))
                Add(names, name, Gazetteer.State);
            foreach (var name in row["capital"].Split('|').Concat(row["metonyms"].Split('|')))
                Add(names, name, Gazetteer.Place);
            foreach (var name in row["adjectives"].Split('|').Concat(row["nationals"].Split('|')))
                Add(names, name, Gazetteer.Group);
        }
        foreach (var row in lexicon.Rows("Knowledge/regions"))
            foreach (var name in row["names"].Split('|').Prepend(row["name"]))
                Add(names, name, Gazetteer.Place);
        foreach (var row in lexicon.Rows("Knowledge/titles"))
            Add(names, row["title"], Gazetteer.Title);
        return [.. names.OrderBy(item => item.Key).Select(item => (item.Key, item.Value))];
    }

    private static void Person(Dictionary<ulong, uint> names, string name)
    {
        Add(names, name, Gazetteer.Person);
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return;
        if (parts[^1].Length > 2)
            Add(names, parts[^1], Gazetteer.Surname);
        if (parts[0].Length > 2 && parts[0][^1] != '.')
            Add(names, parts[0], Gazetteer.Given);
    }

    private static void Add(Dictionary<ulong, uint> names, string name, uint kind)
    {
        if (name.Length < 2)
            return;
        List<TextSpan> tokens = [];
        Tokenizer.Split(name, TokenTables.Default, tokens);
        Span<char> lower = stackalloc char[64];
        var hash = 0ul;
        for (var i = 0; i < tokens.Count; i++)
        {
            hash = Gazetteer.Join(hash, FeatureHash.Text(lower[..SentenceWords.Lower(tokens[i].In(name), lower)]));
            names[hash] = names.GetValueOrDefault(hash) | (i == tokens.Count - 1 ? kind : Gazetteer.Begins);
        }
    }
}
