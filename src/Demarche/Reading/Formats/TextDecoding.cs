using System.Text;
using System.Text.Unicode;

namespace Demarche.Reading.Formats;

/// <summary>Turns bytes into text: by the mark at their beginning, by what the page declares, as UTF-8, else as Windows-1252.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>The encoding of a name as pages and mails give it; null for one that is not known.</summary>
    public static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        name = name.Trim().Trim('"', '\'').ToLowerInvariant();
        // Browsers read all of these as Windows-1252, and so pages are written that way.
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252")
            name = "windows-1252";
        if (name is "utf-8" or "utf8")
            return Utf8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text of bytes. Never fails: what is not valid becomes U+FFFD.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="declared">The encoding that the source declares, which only counts where the bytes do not contradict it.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Utf8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Wide(bytes) is { } wide)
            return wide.GetString(bytes);
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        if (valid && (declared is null || bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F) || Named(declared) is null or UTF8Encoding || Named(declared)!.IsSingleByte))
            return Utf8.GetString(bytes);
        if (Named(declared) is { } encoding and not UTF8Encoding and not UnicodeEncoding)
            return encoding.GetString(bytes);
        // A page in UTF-8 with a few broken bytes is still that; one whose every accent is broken is in Windows-1252.
        var text = Utf8.GetString(bytes);
        int broken = 0, good = 0;
        foreach (var c in text)
        {
            broken += c == '\ufffd' ? 1 : 0;
            good += c is > '\u007f' and not '\ufffd' ? 1 : 0;
        }
        return broken > good / 4 ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes) : text;
    }

    // The first bytes of archives (Word's files are such), pictures, PDF, old Office files, gzip and zstd: none begins a text.
    private static readonly byte[][] Signatures =
        [[0x50, 0x4B, 3, 4], [0x89, 0x50, 0x4E, 0x47], [0x47, 0x49, 0x46, 0x38], [0xFF, 0xD8, 0xFF], [0x25, 0x50, 0x44, 0x46, 0x2D], [0xD0, 0xCF, 0x11, 0xE0], [0x1F, 0x8B, 8], [0x28, 0xB5, 0x2F, 0xFD]];

    /// <summary>Whether bytes are no text at all: they begin as another format does, or hold zeros or control characters, and are in no encoding of wide characters.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 1 && (bytes[0] is 0xFF && bytes[1] is 0xFE || bytes[0] is 0xFE && bytes[1] is 0xFF) || Wide(bytes) is not null)
            return false;
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        foreach (var signature in Signatures)
            if (head.StartsWith(signature))
                return true;
        var controls = 0;
        foreach (var value in head)
            controls += value is < 7 or (> 13 and < 27) or (> 27 and < 32) or 127 ? 1 : 0;
        return head.Count((byte)0) > head.Length / 100 || controls > head.Length / 50;
    }

    // UTF-16 without a mark: in English, every other byte is zero.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..(Math.Min(bytes.Length, 2048) & ~1)];
        if (head.Length < 16 || head.Count((byte)0) < head.Length / 3)
            return null;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        return odd > head.Length * 0.35 && even < odd / 20 + 1 ? Encoding.Unicode : even > head.Length * 0.35 && odd < even / 20 + 1 ? Encoding.BigEndianUnicode : null;
    }
}
