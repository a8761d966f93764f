using System.Collections;
using System.Globalization;

namespace Demarche.Ledgers.Joining;

/// <summary>Where something is told.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="Sentence">The sentence's number.</param>
/// <param name="Item">The number in the entry's id: 12 for "e12".</param>
internal readonly record struct Telling(int Article, int Sentence, int Item)
{
    public static int NumberIn(string id) => int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>
/// Where something is told, in the order of reading. Most of what is told is told once, so that only the second telling takes a list.
/// To be kept in a field: what a property gives is a copy, and what is added to that is lost.
/// </summary>
internal struct Tellings : IReadOnlyList<Telling>
{
    private Telling _first;
    private List<Telling>? _others;

    public Tellings(Telling first) => (_first, Count) = (first, 1);

    public int Count { get; private set; }

    public readonly Telling this[int at] => at == 0 ? _first : _others![at - 1];

    public void Add(Telling telling)
    {
        if (Count++ == 0)
            _first = telling;
        else
            (_others ??= new(1)).Add(telling);
    }

    public readonly IEnumerator<Telling> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
            yield return this[at];
    }

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
