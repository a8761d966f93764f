using Demarche.Language;
using Demarche.Language.Lemmas;
using Demarche.Language.Words;

namespace Demarche.Training;

/// <summary>Collects the lemmas that the spelling rules do not give: irregular forms of the dictionary, and what the treebank says.</summary>
internal static class LemmaTrainer
{
    public static byte[] Train(IReadOnlyList<TrainingSentence> sentences, WordLexicon lexicon, string irregular)
    {
        var rules = new Lemmatizer(lexicon);
        SortedDictionary<string, SortedDictionary<string, string>> tables = new(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(irregular).Where(line => !line.StartsWith('#')))
        {
            var fields = line.Split('\t');
            string[] tags = fields[0] switch { "noun" => ["NNS"], "verb" => ["VBD", "VBN", "VBZ", "VBG"], _ => fields[1].EndsWith("st", StringComparison.Ordinal) ? ["JJS", "RBS"] : ["JJR", "RBR"] };
            foreach (var tag in tags)
                if (rules.Lemma(fields[1], Upos.X, tag) != fields[2])
                    Table(tag)[fields[1]] = fields[2];
        }
        var seen = from sentence in sentences
                   from i in Enumerable.Range(0, sentence.Count)
                   where sentence.Lemmas[i] != "_" && sentence.Lemmas[i] == sentence.Lemmas[i].Trim()
                   let tag = sentence.Tags[i].Split('/', 2)
                   where tag[0] != "PROPN"
                   group (sentence.Lemmas[i], tag[0]) by (Form: sentence.Forms[i].ToLowerInvariant().Replace('’', '\''), Xpos: tag[1]);
        foreach (var group in seen)
        {
            var (lemma, count) = group.GroupBy(item => item.Item1).Select(item => (item.Key, item.Count())).OrderByDescending(item => item.Item2).ThenBy(item => item.Key, StringComparer.Ordinal).First();
            var upos = Enum.Parse<Upos>(group.First().Item2);
            if (rules.Lemma(group.Key.Form, upos, group.Key.Xpos) == lemma)
                Table(group.Key.Xpos).Remove(group.Key.Form);
            else if (count > 1 || group.Key.Xpos.StartsWith("VB", StringComparison.Ordinal) || group.Key.Xpos == "NNS")
                Table(group.Key.Xpos)[group.Key.Form] = lemma;
        }
        using var writer = new ModelWriter();
        writer.Int(tables.Count);
        foreach (var (tag, table) in tables)
        {
            writer.Text(tag);
            writer.Texts([.. table.Select(item => item.Key + "\t" + item.Value)]);
        }
        return writer.ToArray();

        SortedDictionary<string, string> Table(string tag) => tables.TryGetValue(tag, out var table) ? table : tables[tag] = new(StringComparer.Ordinal);
    }
}
