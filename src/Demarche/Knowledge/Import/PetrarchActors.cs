using System.Globalization;
using System.Text;

namespace Demarche.Knowledge.Import;

/// <summary>
/// Reads actor files of PETRARCH and TABARI: a name with underscores, its synonyms after '+', codes in brackets with dates
/// (<c>[USAGOV 010120-090120]</c>, <c>&gt;</c> from, <c>&lt;</c> until). Dated names become people, the others organizations.
/// </summary>
public static class PetrarchActors
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, for messages and for the tables' names.</param>
    /// <param name="text">Its content.</param>
    /// <param name="states">The states whose codes are known.</param>
    public static ImportedRows Read(string name, string text, States states)
    {
        var people = new StringBuilder($"# Imported from {Path.GetFileName(name)}.\nname\tnames\tgender\tcountry\tsectors\tfrom\tto\trole\n");
        var organizations = new StringBuilder($"# Imported from {Path.GetFileName(name)}.\nid\tname\tnames\tcountry\tsectors\tkind\tsince\tuntil\n");
        List<LexiconProblem> leftOut = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<string> names = [];
        List<(string Code, string From, string To)> codes = [];
        var (rows, number, begin) = (0, 0, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Split('#')[0].Split(';')[0].Trim();
            if (line.Length == 0 || line.StartsWith("<!--", StringComparison.Ordinal))
                continue;
            var bracket = line.IndexOf('[', StringComparison.Ordinal);
            var word = (bracket < 0 ? line : line[..bracket]).Trim();
            if (word.Length > 0 && word[0] != '+')
            {
                Flush();
                begin = number;
            }
            if (word.TrimStart('+').Replace('_', ' ').Trim() is { Length: > 0 } form)
                names.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(form.ToLowerInvariant()));
            for (; bracket >= 0; bracket = line.IndexOf('[', bracket + 1))
            {
                var end = line.IndexOf(']', bracket);
                if (end < 0)
                {
                    leftOut.Add(new(name, number, "the bracket is not closed."));
                    break;
                }
                if (Code(line[(bracket + 1)..end]) is { } code)
                    codes.Add(code);
                else
                    leftOut.Add(new(name, number, $"'{line[bracket..(end + 1)]}' has a date that is none."));
            }
        }
        Flush();
        var stem = Path.GetFileNameWithoutExtension(name).ToLowerInvariant();
        return new([($"Knowledge/people/imported-{stem}.tsv", people.ToString()), ($"Knowledge/organizations-imported-{stem}.tsv", organizations.ToString())], rows, leftOut);

        void Flush()
        {
            if (names.Count > 0)
            {
                var isDated = codes.Exists(code => code.From.Length + code.To.Length > 0);
                var spellings = string.Join('|', names.Skip(1));
                foreach (var (code, from, to) in codes)
                {
                    if (!ActorCode.Read(code, states, out var country, out var sectors))
                        leftOut.Add(new(name, begin, $"'{code}' has no country and no sector that are known."));
                    else if (isDated && country.Length > 0)
                        people.Append(CultureInfo.InvariantCulture, $"{names[0]}\t{spellings}\t\t{country}\t{sectors}\t{from}\t{to}\t{code}\n");
                    else if (isDated)
                        leftOut.Add(new(name, begin, $"'{code}' names no country."));
                    else
                        organizations.Append(CultureInfo.InvariantCulture, $"{Id()}\t{names[0]}\t{spellings}\t{country}\t{sectors}\torganization\t\t\n");
                    rows++;
                    if (!isDated)
                        break;
                }
                if (codes.Count == 0)
                    leftOut.Add(new(name, begin, $"{names[0]} has no code."));
            }
            names.Clear();
            codes.Clear();
        }

        string Id()
        {
            var id = "imported-" + NameKey.Of(names[0]).Replace(' ', '-');
            for (var copy = 2; !ids.Add(id); copy++)
                id = string.Create(CultureInfo.InvariantCulture, $"imported-{NameKey.Of(names[0]).Replace(' ', '-')}-{copy}");
            return id;
        }
    }

    private static (string Code, string From, string To)? Code(string inner)
    {
        var parts = inner.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return null;
        var date = string.Concat(parts.Skip(1));
        if (date.Length == 0)
            return (parts[0], "", "");
        if (date[0] is '<' or '>')
            return Day(date[1..]) is { } day ? date[0] == '<' ? (parts[0], "", day) : (parts[0], day, "") : null;
        var ends = date.Split('-');
        return ends.Length == 2 && Day(ends[0]) is { } from && Day(ends[1]) is { } to ? (parts[0], from, to) : null;
    }

    // yymmdd or yyyymmdd; years below 30 are this century's.
    private static string? Day(string digits)
    {
        if (digits.Length == 6)
            digits = (string.CompareOrdinal(digits, "30") < 0 ? "20" : "19") + digits;
        return DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }
}
