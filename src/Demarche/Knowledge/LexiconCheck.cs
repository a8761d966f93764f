using System.Collections.Frozen;
using Demarche.Entities;

namespace Demarche.Knowledge;

/// <summary>Finds what cannot be right in the tables of who is who: every problem, and not the first alone.</summary>
public sealed class LexiconCheck
{
    private static readonly FrozenSet<string> Sectors = FrozenSet.Create(StringComparer.Ordinal,
        "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK");

    private static readonly FrozenSet<string> International = FrozenSet.Create(StringComparer.Ordinal, "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC");

    private readonly Lexicon _lexicon;
    private readonly bool _usersOnly;
    private readonly List<LexiconProblem> _problems = [];
    private readonly HashSet<string> _countries = new(International, StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    private LexiconCheck(Lexicon lexicon, bool usersOnly) => (_lexicon, _usersOnly) = (lexicon, usersOnly);

    /// <summary>The problems of a lexicon's tables of who is who.</summary>
    /// <param name="lexicon">The knowledge files.</param>
    /// <param name="usersOnly">Whether the library's own files are taken to be sound.</param>
    public static IReadOnlyList<LexiconProblem> Find(Lexicon lexicon, bool usersOnly = true)
    {
        var check = new LexiconCheck(lexicon, usersOnly);
        check.Run();
        return check._problems;
    }

    /// <summary>Throws the first problem of a user's files, so that nothing is coded with them.</summary>
    /// <exception cref="LexiconException">A user's file is broken.</exception>
    internal static void Require(Lexicon lexicon)
    {
        if (lexicon.HasUsers && Find(lexicon) is [var first, ..])
            throw new LexiconException(first.File, first.Line, first.Problem);
    }

    private void Run()
    {
        // The codes that may be named are the library's and the user's together.
        foreach (var row in Rows("Knowledge/states", all: true))
            Try(row, () => _countries.Add(row["code"]));
        foreach (var row in Rows("Knowledge/shared-offices", all: true))
            Try(row, () => _shared.Add(row["office"]));
        foreach (var row in Rows("Knowledge/holders/", all: true))
            if (!row.File.IsUsers)
                Try(row, () => _prefixes.Add(row["office"].Split(':')[0]));
        foreach (var row in Rows("Knowledge/states"))
            Try(row, () => State(row));
        Organizations();
        Holders();
        foreach (var row in Rows("Knowledge/people/"))
            Try(row, () => Person(row));
        foreach (var row in Rows("Knowledge/roles"))
            Try(row, () => SectorsOf(row, "sectors"));
        foreach (var row in Rows("Knowledge/modifiers"))
            Try(row, () => SectorsOf(row, "sector"));
        SameAndApart();
    }

    private void SameAndApart()
    {
        Dictionary<string, TsvRow> same = new(StringComparer.Ordinal);
        foreach (var row in Rows("Entities/same"))
            Try(row, () =>
            {
                if (row["name"].Length == 0)
                    Add(row, "the name is missing: write the one to be shown.");
                var forms = row.List("names").Append(row["name"]).Select(Corrections.KeyOf).Distinct(StringComparer.Ordinal).ToList();
                if (forms.Count < 2)
                    Add(row, "there is nothing to merge: write the other forms in the column 'names', with | between them.");
                foreach (var form in forms)
                    if (!same.TryAdd(form, row) && same[form] != row)
                        Add(row, $"'{form}' stands in {same[form].File.Origin}:{same[form].Line} as well: put all forms into one row.");
            });
        foreach (var row in Rows("Entities/apart"))
            Try(row, () =>
            {
                var (name, other) = (Corrections.KeyOf(row["name"]), Corrections.KeyOf(row["other"]));
                if (name.Length == 0 || other.Length == 0 || name == other)
                    Add(row, "write two different forms, one in each column.");
                else if (same.TryGetValue(name, out var merged) && same.GetValueOrDefault(other) == merged)
                    Add(row, $"'{row["name"]}' and '{row["other"]}' are merged in {merged.File.Origin}:{merged.Line}: take one of the rows out.");
            });
    }

    private void State(TsvRow row)
    {
        Days(row, "since", "until");
        if (row["code"].Length == 0)
            Add(row, "the code is missing: write ISO 3166-1's alpha-3 code.");
        if (row["status"] is not ("state" or "territory" or "former" or "partial"))
            Add(row, $"'{row["status"]}' is no status: write state, territory, former or partial.");
        foreach (var code in row.List("neighbours"))
            Country(row, code);
        if (row["sovereign"].Length > 0)
            Country(row, row["sovereign"]);
    }

    private void Organizations()
    {
        Dictionary<string, TsvRow> seen = new(StringComparer.Ordinal);
        foreach (var row in Rows("Knowledge/organizations"))
            Try(row, () =>
            {
                Days(row, "since", "until");
                if (row["id"].Length == 0)
                    Add(row, "the id is missing: write a short readable key.");
                else if (!seen.TryAdd(row["id"], row) && seen[row["id"]].File.IsUsers == row.File.IsUsers)
                    Add(row, $"the id '{row["id"]}' stands in {seen[row["id"]].File.Origin}:{seen[row["id"]].Line} as well: rename one, or put the names into one row.");
                if (row["name"].Length == 0)
                    Add(row, "the name is missing.");
                if (row["country"].Length > 0)
                    Country(row, row["country"]);
                SectorsOf(row, "sectors");
            });
    }

    private void Holders()
    {
        // A user's holders stand in the stead of the library's: they are held against one another alone.
        Dictionary<(string Office, bool IsUsers), List<(DayRange Days, TsvRow Row, bool IsExact)>> byOffice = [];
        foreach (var row in Rows("Knowledge/holders/"))
            Try(row, () =>
            {
                var office = row["office"];
                var colon = office.IndexOf(':', StringComparison.Ordinal);
                if (colon <= 0 || colon == office.Length - 1)
                {
                    Add(row, $"'{office}' is no office: write COUNTRY:office, as in VEN:president.");
                    return;
                }
                if (!_prefixes.Contains(office[..colon]))
                    Country(row, office[..colon]);
                Name(row);
                var days = DayRange.Read(row, "from", "to");
                if (row["status"] is not ("in_office" or "" or "acting" or "claimed" or "elect"))
                    Add(row, $"'{row["status"]}' is no status: write in_office, acting, claimed or elect.");
                if (row["status"] is not ("in_office" or "") || _shared.Contains(office[(colon + 1)..]))
                    return;
                if (!byOffice.TryGetValue((office, row.File.IsUsers), out var held))
                    byOffice.Add((office, row.File.IsUsers), held = []);
                // What is known to the year or month alone overlaps of necessity.
                held.Add((days, row, row["from"].Length == 10 && row["to"].Length is 0 or 10));
            });
        foreach (var ((office, _), held) in byOffice)
        {
            held.Sort((one, other) => one.Days.From.CompareTo(other.Days.From));
            for (var i = 1; i < held.Count; i++)
            {
                var (before, after) = (held[i - 1], held[i]);
                if (after.Days.From < before.Days.To && before.IsExact && after.IsExact && before.Row["name"] != after.Row["name"])
                    Add(after.Row, $"{after.Row["name"]} holds {office} from {after.Row["from"]}, but {before.Row["name"]} does until {(before.Row["to"] is { Length: > 0 } end ? end : "today")} "
                        + $"({before.Row.File.Origin}:{before.Row.Line}): mend the dates, or write 'claimed' or 'acting' as the status of one.");
            }
        }
    }

    private void Person(TsvRow row)
    {
        Name(row);
        Days(row, "from", "to");
        Country(row, row["country"]);
        SectorsOf(row, "sectors");
    }

    private void Name(TsvRow row)
    {
        if (row["name"].Length == 0)
            Add(row, "the name is missing.");
        if (row["gender"] is not ("m" or "f" or "u" or ""))
            Add(row, $"'{row["gender"]}' is no gender: write m, f, u or nothing.");
    }

    private void Days(TsvRow row, string from, string to) => Try(row, () => DayRange.Read(row, from, to));

    private void Country(TsvRow row, string code)
    {
        if (!_countries.Contains(code))
            Add(row, $"'{code}' is no country: write ISO 3166-1's three letters, a code of Knowledge/states.tsv, or IGO, UNO, EUR, NGO, ISM, IMG, MNC.");
    }

    private void SectorsOf(TsvRow row, string column)
    {
        foreach (var sector in row.List(column))
            if (!Sectors.Contains(sector) && sector is not ("IGO" or "NGO"))
                Add(row, $"'{sector}' is no sector: write {string.Join(' ', Sectors.Order(StringComparer.Ordinal))}.");
    }

    private IEnumerable<TsvRow> Rows(string prefix, bool all = false)
    {
        foreach (var file in _lexicon.Files(prefix, ".tsv", usersOnly: _usersOnly && !all))
        {
            using var rows = TsvTable.Read(file).GetEnumerator();
            while (true)
            {
                try
                {
                    if (!rows.MoveNext())
                        break;
                }
                catch (LexiconException broken)
                {
                    Add(new LexiconProblem(file.Origin, broken.Line, Words(broken)));
                    break;
                }
                yield return rows.Current;
            }
        }
    }

    private void Try(TsvRow row, Action check)
    {
        try
        {
            check();
        }
        catch (LexiconException broken)
        {
            Add(row, Words(broken));
        }
    }

    // A file with a wrong header has the same problem in every row: once is enough.
    private void Add(TsvRow row, string problem) => Add(new LexiconProblem(row.File.Origin, problem.Contains("there is no column", StringComparison.Ordinal) ? 1 : row.Line, problem));

    private void Add(LexiconProblem problem)
    {
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    private static string Words(LexiconException broken) => broken.Message[(broken.File.Length + 3 + broken.Line.ToString(System.Globalization.CultureInfo.InvariantCulture).Length)..];
}
