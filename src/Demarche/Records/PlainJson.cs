using System.Text.Encodings.Web;

namespace Demarche.Records;

/// <summary>
/// Escapes what JSON says must be escaped and nothing else: quotes, backslashes and control characters. The framework's relaxed
/// encoder escapes emoji and many other characters too.
/// </summary>
internal sealed class PlainJson : JavaScriptEncoder
{
    /// <summary>The encoder.</summary>
    public static PlainJson Encoder { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar < ' ' || unicodeScalar is '"' or '\\';

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < span.Length; i++)
        {
            var c = span[i];
            if (WillEncode(c))
                return i;
            // A lone surrogate cannot be written in UTF-8.
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < span.Length && char.IsLowSurrogate(span[++i])))
                return i;
        }
        return -1;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var sign = unicodeScalar switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', '\b' => 'b', '\f' => 'f', _ => '\0' };
        var text = sign != '\0' ? $"\\{sign}" : WillEncode(unicodeScalar) ? $"\\u{unicodeScalar:x4}" : char.ConvertFromUtf32(unicodeScalar);
        numberOfCharactersWritten = text.Length <= bufferLength ? text.Length : 0;
        return text.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength));
    }
}
