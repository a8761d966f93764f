using Demarche.Documents;

namespace Demarche.Records;

/// <summary>Turns UTF-16 offsets of a text into counts of Unicode code points. A lone surrogate counts as one.</summary>
public sealed class CodePoints
{
    private readonly int[]? _before;

    /// <summary>Prepares a text.</summary>
    public CodePoints(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        _before = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            var isSecondHalf = i > 0 && char.IsSurrogatePair(text[i - 1], text[i]);
            _before[i + 1] = _before[i] + (isSecondHalf ? 0 : 1);
        }
    }

    /// <summary>The number of code points before the UTF-16 offset.</summary>
    public int At(int offset) => _before is null ? offset : _before[offset];

    /// <summary>A span in code points.</summary>
    public RecordSpan Of(TextSpan span) => new(At(span.Begin), At(span.End));
}
