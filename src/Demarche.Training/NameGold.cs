using System.Text.RegularExpressions;
using Demarche.Language;
using Demarche.Language.Naming;

namespace Demarche.Training;

/// <summary>
/// The names in a GUM sentence: mentions headed by a proper noun, without determiners, titles, possessive marks, appositions
/// and relative clauses; coordinations as their members; the outermost of those that overlap.
/// </summary>
internal static partial class NameGold
{
    /// <summary>The names, or null where the sentence bears no entity annotation.</summary>
    public static List<NameSpan>? Of(TrainingSentence sentence)
    {
        List<(string Id, string Type, int Begin)> open = [];
        List<NameSpan> names = [];
        var any = false;
        for (var i = 0; i < sentence.Count; i++)
        {
            var match = Entity().Match(sentence.Misc[i]);
            if (!match.Success)
                continue;
            any = true;
            foreach (Match bracket in Bracket().Matches(match.Groups[1].Value))
            {
                var text = bracket.Value;
                if (text[0] == '(')
                {
                    var parts = text.Trim('(', ')').Split('-');
                    if (text[^1] == ')')
                        Add(sentence, i, i, parts[1], names);
                    else
                        open.Add((parts[0], parts[1], i));
                    continue;
                }
                var id = text.TrimEnd(')').Split('-')[0];
                var at = open.FindLastIndex(item => item.Id == id);
                if (at < 0)
                    continue;
                Add(sentence, open[at].Begin, i, open[at].Type, names);
                open.RemoveAt(at);
            }
        }
        return any || sentence.Document.StartsWith("GUM_", StringComparison.Ordinal) ? Outermost(names) : null;
    }

    /// <summary>The name finder's code of each word; -1 where the sentence has no annotation.</summary>
    public static int[] Codes(TrainingSentence sentence)
    {
        var codes = new int[sentence.Count];
        var names = Of(sentence);
        if (names is null)
            Array.Fill(codes, -1);
        else
            foreach (var name in names)
                for (var i = name.First; i <= name.Last; i++)
                    codes[i] = i == name.First ? NameCodes.Begin(name.Type) : NameCodes.Inside(name.Type);
        return codes;
    }

    private static List<NameSpan> Outermost(List<NameSpan> names)
    {
        List<NameSpan> kept = [];
        foreach (var name in names.OrderByDescending(name => name.Last - name.First).ThenBy(name => name.First))
            if (!kept.Exists(other => name.First <= other.Last && other.First <= name.Last))
                kept.Add(name);
        kept.Sort((one, other) => one.First.CompareTo(other.First));
        return kept;
    }

    private static void Add(TrainingSentence sentence, int first, int last, string kind, List<NameSpan> names)
    {
        NameType? type = kind switch
        {
            "person" => NameType.Person,
            "organization" => NameType.Organization,
            "place" => NameType.Place,
            "event" => NameType.Event,
            "abstract" or "object" => NameType.Work,
            _ => null,
        };
        if (type is null)
            return;
        var head = -1;
        for (var i = first; i <= last && head < 0; i++)
            if (sentence.Heads[i] < first || sentence.Heads[i] > last)
                head = i;
        if (!IsProper(sentence, head))
            return;
        for (var i = head + 1; i <= last; i++)
            if (sentence.Heads[i] == head && sentence.Relations[i] == Deprel.conj && IsProper(sentence, i))
                return;
        for (var i = first; i < head; i++)
            if (sentence.Heads[i] == head && sentence.Relations[i] == Deprel.nmod_desc)
            {
                first = i + 1;
                while (first < head && sentence.Heads[first] >= i && sentence.Heads[first] < first && IsUnder(sentence, first, i))
                    first++;
            }
        while (first < head && !IsNamePart(sentence, first))
            first++;
        for (var i = head + 1; i <= last; i++)
            if (Ends(sentence, i, last, type.Value))
                last = i - 1;
        while (last > head && !IsNamePart(sentence, last))
            last--;
        names.Add(new(first, last, type.Value));
    }

    private static bool IsUnder(TrainingSentence sentence, int word, int ancestor)
    {
        for (var steps = 0; word >= 0 && steps < 100; steps++, word = sentence.Heads[word])
            if (word == ancestor)
                return true;
        return false;
    }

    private static bool IsProper(TrainingSentence sentence, int at) => sentence.Tags[at].StartsWith("PROPN", StringComparison.Ordinal);

    private static bool IsNamePart(TrainingSentence sentence, int at)
    {
        var tag = sentence.Tags[at];
        if (tag.StartsWith("DET", StringComparison.Ordinal) || tag.StartsWith("PRON", StringComparison.Ordinal) || tag.StartsWith("PUNCT", StringComparison.Ordinal) || tag.StartsWith("PART", StringComparison.Ordinal) || tag.StartsWith("ADP", StringComparison.Ordinal))
            return false;
        return IsProper(sentence, at) || char.IsUpper(sentence.Forms[at][0]) || (sentence.Forms[at].Length == 4 && char.IsDigit(sentence.Forms[at][0]));
    }

    private static bool Ends(TrainingSentence sentence, int at, int last, NameType type)
    {
        var form = sentence.Forms[at];
        if (sentence.Relations[at] is Deprel.acl or Deprel.acl_relcl or Deprel.appos or Deprel.parataxis)
            return true;
        if (form is "," or "(" or "[" or ":" or ";" or "—" or "–" or "--")
            return true;
        if (!sentence.Tags[at].StartsWith("ADP", StringComparison.Ordinal))
            return false;
        if (type == NameType.Person)
            return char.IsLower(form[0]) && form is not ("de" or "von" or "van" or "bin" or "del" or "al");
        return form is not ("of" or "for" or "on" or "de") || at + 1 > last || !Enumerable.Range(at + 1, Math.Min(2, last - at)).Any(i => IsProper(sentence, i) || char.IsUpper(sentence.Forms[i][0]));
    }

    [GeneratedRegex(@"(?:^|\|)Entity=([^|]*)")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\([^()]+\)?|[^()]+\)")]
    private static partial Regex Bracket();
}
