using Demarche.Knowledge;
using Demarche.Numerals;

namespace Demarche.Times;

/// <summary>Turns the rows of patterns.tsv and holidays.tsv into the tree of patterns.</summary>
internal sealed class TimePatternReader
{
    private static readonly Dictionary<string, TimeSlot> NumberClasses = new(StringComparer.Ordinal)
    {
        ["n"] = TimeSlot.Number, ["n2"] = TimeSlot.Number2, ["few"] = TimeSlot.Few, ["year"] = TimeSlot.Year, ["year2"] = TimeSlot.Year2,
        ["day"] = TimeSlot.Day, ["day2"] = TimeSlot.Day2, ["ord"] = TimeSlot.Ordinal, ["hour"] = TimeSlot.Hour, ["time4"] = TimeSlot.Time4,
        ["iso"] = TimeSlot.Iso, ["numeric"] = TimeSlot.Numeric, ["clock"] = TimeSlot.Clock,
    };

    private static readonly Dictionary<string, TimeSlot> WordClasses = new(StringComparer.Ordinal)
    {
        ["month"] = TimeSlot.Month, ["weekday"] = TimeSlot.Weekday, ["shortday"] = TimeSlot.Weekday, ["weekdays"] = TimeSlot.Weekday,
        ["unit"] = TimeSlot.Unit, ["units"] = TimeSlot.Unit, ["period"] = TimeSlot.Unit, ["spell"] = TimeSlot.Unit, ["often"] = TimeSlot.Unit, ["while"] = TimeSlot.Unit,
        ["longword"] = TimeSlot.Unit,
        ["season"] = TimeSlot.Season, ["fall"] = TimeSlot.Season, ["part"] = TimeSlot.Part, ["halfday"] = TimeSlot.Part, ["nth"] = TimeSlot.Nth,
        ["lastnth"] = TimeSlot.Nth, ["mod"] = TimeSlot.Mod, ["decade"] = TimeSlot.Decade, ["number"] = TimeSlot.One, ["am"] = TimeSlot.Noon,
        ["zone"] = TimeSlot.Zone, ["moment"] = TimeSlot.Moment,
    };

    private readonly List<(TsvRow Row, string Pattern, string Value, string Guard)> _rows = [];
    private readonly Vocabulary.Builder _builder = new();
    private Vocabulary _vocabulary = null!;
    private int _words;

    public TimePatternReader(Lexicon lexicon)
    {
        _builder.Add(lexicon.Rows("Numerals/numerals")).Add(lexicon.Rows("Times/words"));
        foreach (var row in lexicon.Rows("Times/patterns"))
            _rows.Add((row, row["pattern"], row["value"], row["guard"]));
        foreach (var row in lexicon.Rows("Times/holidays"))
            _rows.Add((row, string.Join(' ', Pieces(row["words"])), "holiday " + row["day"], ""));
    }

    public TimePatterns Read()
    {
        foreach (var (_, pattern, _, _) in _rows)
            foreach (var element in Elements(pattern))
                AddLiterals(element.TrimEnd('?'));
        _vocabulary = _builder.Build();
        _words = _builder.WordCount;
        var words = new TimeWords(_vocabulary);
        var root = new TimePatterns.Node(null);
        for (var order = 0; order < _rows.Count; order++)
        {
            var (row, text, value, guard) = _rows[order];
            var space = value.IndexOf(' ', StringComparison.Ordinal);
            var argument = space < 0 ? "" : value[(space + 1)..];
            var pattern = new TimePattern(order, space < 0 ? value : value[..space], argument, TimePatterns.NumberOf(argument), Guards(row, guard), row);
            if (!TimeResolver.Knows(pattern.Operation))
                throw row.Error($"there is no operation '{pattern.Operation}'; docs/times.md lists them.");
            Add(root, row, Elements(text), 0, pattern);
        }
        return TimePatterns.Of(words, root, _words);
    }

    private void Add(TimePatterns.Node node, TsvRow row, string[] elements, int at, TimePattern pattern)
    {
        if (at == elements.Length)
        {
            if (node.Element is null)
                throw row.Error("a pattern needs at least one word that must be there.");
            node.End(pattern);
            return;
        }
        var element = elements[at];
        if (element.EndsWith('?') && element.Length > 1)
            Add(node, row, elements, at + 1, pattern);
        Add(node.Child(element.Length > 1 ? element.TrimEnd('?') : element, name => Element(row, name)), row, elements, at + 1, pattern);
    }

    private static string[] Elements(string pattern) => pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void AddLiterals(string element)
    {
        foreach (var part in Parts(element))
            if (part[0] != '<' || part.Length < 3)
                _builder.Add("=" + part, 1, part);
    }

    private static string[] Parts(string element) => element.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private TimeElement Element(TsvRow row, string element)
    {
        List<(int, TimeSlot, bool)> words = [];
        List<TimeSlot> numbers = [];
        foreach (var part in Parts(element))
        {
            var name = part.Length > 2 && part[0] == '<' ? part[1..^1] : null;
            if (name is null)
                words.Add((_vocabulary.Class("=" + part), TimeSlot.None, false));
            else if (NumberClasses.TryGetValue(name, out var number))
                numbers.Add(number);
            else if (_builder.Has(name))
                words.Add((_vocabulary.Class(name), WordClasses.GetValueOrDefault(name), true));
            else
                throw row.Error($"there is no class <{name}>; words.tsv must have it.");
        }
        return new([.. words], [.. numbers]);
    }

    private TimeGuard[] Guards(TsvRow row, string guard) =>
        [.. guard.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            if (part == "glued")
                return new TimeGuard(TimeGuardPlace.Inside, 0, true);
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = part[(colon + 1)..];
            if (colon < 0 || !_builder.Has(name))
                throw row.Error($"the guard '{part}' names no class of words.tsv.");
            var class_ = _vocabulary.Class(name);
            return part[..colon] switch
            {
                "after" => new TimeGuard(TimeGuardPlace.Before, class_, true),
                "notafter" => new TimeGuard(TimeGuardPlace.Before, class_, false),
                "before" => new TimeGuard(TimeGuardPlace.After, class_, true),
                "notbefore" => new TimeGuard(TimeGuardPlace.After, class_, false),
                _ => throw row.Error($"'{part}' is no guard: write after:, notafter:, before: or notbefore: and a class."),
            };
        })];

    // "New Year's Day" as PieceReader would cut it; either apostrophe will do.
    private static List<string> Pieces(string words)
    {
        List<string> pieces = [];
        var start = 0;
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && char.IsLetter(words[i]))
                continue;
            if (i > start)
                pieces.Add(words[start..i]);
            var at = i;
            while (i < words.Length && char.IsAsciiDigit(words[i]))
                i++;
            if (i > at)
                pieces.Add(words[at..i--]);
            else if (i < words.Length && words[i] != ' ')
                pieces.Add(words[i] is '\'' ? "'|’" : words[i] is '.' or '-' ? words[i] + "?" : words[i].ToString());
            start = i + 1;
        }
        return pieces;
    }
}
