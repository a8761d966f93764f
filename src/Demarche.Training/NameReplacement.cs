using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Language.Naming;
using Demarche.Language.Tokens;

namespace Demarche.Training;

/// <summary>Puts other people, organizations and places of the knowledge tables in the places of a sentence's names, so that the name finder learns what surrounds names.</summary>
internal sealed class NameReplacement(Lexicon lexicon)
{
    private readonly string[] _people = [.. new[] { "Knowledge/people/", "Knowledge/holders/" }.SelectMany(lexicon.Rows).Select(row => row["name"]).Distinct().Order(StringComparer.Ordinal)];
    private readonly string[] _organizations = [.. lexicon.Rows("Knowledge/organizations").SelectMany(row => row["names"].Split('|').Prepend(row["name"])).Where(name => name.Length > 1 && char.IsUpper(name[0])).Distinct().Order(StringComparer.Ordinal)];
    private readonly string[] _places = [.. lexicon.Rows("Knowledge/states").SelectMany(row => row["names"].Split('|').Take(2).Concat(row["capital"].Split('|')))
        .Concat(lexicon.Rows("Knowledge/regions").Select(row => row["name"])).Where(name => name.Length > 1 && char.IsUpper(name[0])).Distinct().Order(StringComparer.Ordinal)];

    public (TrainingSentence Sentence, int[] Codes) Make(TrainingSentence sentence, int[] codes, Random random)
    {
        List<(string Form, string Tag, int Head, Deprel Relation, int Code)> made = [];
        var place = new int[sentence.Count];
        for (var i = 0; i < sentence.Count;)
        {
            var last = i;
            while (codes[i] > 0 && last + 1 < sentence.Count && codes[last + 1] == ((codes[i] - 1) / 2 * 2) + 2)
                last++;
            if (codes[i] is 0 or > 6 || random.NextDouble() < 0.2)
            {
                place[i] = made.Count;
                made.Add((sentence.Forms[i], sentence.Tags[i], sentence.Heads[i], sentence.Relations[i], codes[i]));
                i++;
                continue;
            }
            var head = i;
            while (head < last && sentence.Heads[head] >= i && sentence.Heads[head] <= last)
                head++;
            var parts = Pick((NameType)((codes[i] - 1) / 2), last - i + 1, random);
            var at = made.Count;
            for (var k = 0; k < parts.Length; k++)
            {
                var isSmall = char.IsLower(parts[k][0]);
                made.Add((parts[k], isSmall ? "ADP/IN" : char.IsLetterOrDigit(parts[k][0]) ? "PROPN/NNP" : "PUNCT/HYPH",
                    k == 0 ? sentence.Heads[head] : -2 - at, k == 0 ? sentence.Relations[head] : isSmall ? Deprel.@case : Deprel.flat, k == 0 ? codes[i] : codes[i] + (codes[i] % 2)));
            }
            for (var k = i; k <= last; k++)
                place[k] = at;
            i = last + 1;
        }
        var heads = made.Select((item, i) => item.Head <= -2 ? -2 - item.Head : item.Head < 0 ? -1 : place[item.Head]).ToArray();
        return (new()
        {
            Document = sentence.Document,
            Forms = [.. made.Select(item => item.Form)],
            Lemmas = [.. made.Select(item => item.Form)],
            Tags = [.. made.Select(item => item.Tag)],
            Heads = [.. heads.Select((head, i) => head == i ? -1 : head)],
            Relations = [.. made.Select(item => item.Relation)],
            Misc = [.. made.Select(_ => "_")],
        }, [.. made.Select(item => item.Code)]);
    }

    private string[] Pick(NameType type, int length, Random random)
    {
        var from = type switch { NameType.Person => _people, NameType.Organization => _organizations, _ => _places };
        var name = from[random.Next(from.Length)];
        List<TextSpan> spans = [];
        Tokenizer.Split(name, TokenTables.Default, spans);
        string[] parts = [.. spans.Select(span => span.In(name))];
        return type == NameType.Person && length == 1 ? [parts[^1]] : parts;
    }
}
