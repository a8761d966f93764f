using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Numerals;

/// <summary>
/// Words in classes, with a number each: month "march" 3, unit "years" 10. One word may be in several classes. Classes and words
/// get small numbers, so that a question about a word is one look into an array. Immutable once built.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>What <see cref="Value"/> gives for a word that is not in the class.</summary>
    public const int Absent = int.MinValue;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, int> _classes;
    private readonly int[] _values;
    private readonly int _stride;

    private Vocabulary(Dictionary<string, int> words, Dictionary<string, int> classes, List<(int Word, int Class, int Value)> entries)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _classes = classes;
        _stride = classes.Count;
        _values = new int[words.Count * _stride];
        Array.Fill(_values, Absent);
        foreach (var (word, @class, value) in entries)
            _values[(word * _stride) + @class] = value;
    }

    /// <summary>The number of a word in any case, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var id) ? id : -1;

    /// <summary>The number of a class.</summary>
    public int Class(string name) => _classes[name];

    /// <summary>The value of a word in a class, or <see cref="Absent"/>; the word may be -1.</summary>
    public int Value(int word, int @class) => word < 0 ? Absent : _values[(word * _stride) + @class];

    /// <summary>Whether a word is in a class.</summary>
    public bool Is(int word, int @class) => word >= 0 && _values[(word * _stride) + @class] != Absent;

    /// <summary>Collects words.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
        private readonly List<(int, int, int)> _entries = [];

        /// <summary>Adds a table with the columns class, value and words.</summary>
        public Builder Add(IEnumerable<TsvRow> rows)
        {
            foreach (var row in rows)
            {
                if (!int.TryParse(row["value"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
                    throw row.Error($"'{row["value"]}' is not a whole number.");
                foreach (var word in row.List("words"))
                    Add(row["class"], value, word);
            }
            return this;
        }

        /// <summary>Adds a word to a class.</summary>
        public Builder Add(string @class, int value, string word)
        {
            _entries.Add((Number(_words, word), Number(_classes, @class), value));
            return this;
        }

        /// <summary>How many words there are.</summary>
        public int WordCount => _words.Count;

        /// <summary>Whether a class has been named.</summary>
        public bool Has(string @class) => _classes.ContainsKey(@class);

        public Vocabulary Build() => new(_words, _classes, _entries);

        private static int Number(Dictionary<string, int> names, string name)
        {
            if (!names.TryGetValue(name, out var number))
                names.Add(name, number = names.Count);
            return number;
        }
    }
}
