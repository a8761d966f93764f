using Demarche.Documents;

namespace Demarche.Statements;

/// <summary>Words between quotation marks; several parts where the marks are re-opened in the next paragraph.</summary>
/// <param name="Parts">The parts, marks included.</param>
/// <param name="IsSingle">Whether the marks are single ones.</param>
internal sealed record Quotation(IReadOnlyList<TextSpan> Parts, bool IsSingle)
{
    /// <summary>From the first mark to the last.</summary>
    public TextSpan Span { get; } = Parts[0].Union(Parts[^1]);

    /// <summary>Whether an offset lies in one of the parts.</summary>
    public bool Holds(int offset)
    {
        foreach (var part in Parts)
            if (part.Contains(offset))
                return true;
        return false;
    }
}
