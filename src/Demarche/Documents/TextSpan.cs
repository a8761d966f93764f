namespace Demarche.Documents;

/// <summary>A half-open range of UTF-16 code units in a document's text.</summary>
/// <param name="Begin">The first unit, 0 or more.</param>
/// <param name="End">One past the last unit, not before <paramref name="Begin"/>.</param>
public readonly record struct TextSpan(int Begin, int End) : IComparable<TextSpan>
{
    /// <summary>The number of UTF-16 units.</summary>
    public int Length => End - Begin;

    /// <summary>Whether the two ranges share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Begin < other.End && other.Begin < End;

    /// <summary>Whether <paramref name="other"/> lies wholly in this range.</summary>
    public bool Contains(TextSpan other) => Begin <= other.Begin && other.End <= End;

    /// <summary>Whether the unit at <paramref name="offset"/> lies in this range.</summary>
    public bool Contains(int offset) => Begin <= offset && offset < End;

    /// <summary>The smallest range that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Begin, other.Begin), Math.Max(End, other.End));

    /// <summary>The words that the range covers.</summary>
    public string In(string text) => text[Begin..End];

    /// <summary>Orders by begin, then by end.</summary>
    public int CompareTo(TextSpan other) => Begin != other.Begin ? Begin.CompareTo(other.Begin) : End.CompareTo(other.End);
}
