using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Demarche.Reading.Formats;

/// <summary>A response as it came over the wire, undone from its transfer and content encodings.</summary>
internal sealed record HttpResponse(byte[] Body, string? Charset)
{
    /// <summary>Whether the response is a page that was fetched well.</summary>
    public static bool IsPage(ReadOnlySpan<byte> response)
    {
        var head = Head(response, out _);
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        return head.StartsWith("HTTP/", StringComparison.Ordinal) && space > 0 && head.AsSpan(space + 1).StartsWith("200", StringComparison.Ordinal)
            && Field(head, "content-type") is { } type && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads a response; null where it is broken.</summary>
    public static HttpResponse? Read(ReadOnlySpan<byte> response, int limit)
    {
        var head = Head(response, out var length);
        var body = response[length..].ToArray();
        try
        {
            if ((Field(head, "transfer-encoding") ?? "").Contains("chunked", StringComparison.OrdinalIgnoreCase))
                body = Unchunked(body);
            body = (Field(head, "content-encoding") ?? "").Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => Inflated(body, stream => new GZipStream(stream, CompressionMode.Decompress), limit),
                "deflate" => Inflated(body, stream => new ZLibStream(stream, CompressionMode.Decompress), limit),
                "br" => Inflated(body, stream => new BrotliStream(stream, CompressionMode.Decompress), limit),
                _ => body,
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or InvalidOperationException)
        {
            return null;
        }
        var type = Field(head, "content-type") ?? "";
        var charset = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return new(body, charset < 0 ? null : type[(charset + 8)..].Split(';', ' ')[0]);
    }

    private static string Head(ReadOnlySpan<byte> response, out int length)
    {
        var end = response.IndexOf("\r\n\r\n"u8);
        length = end < 0 ? response.IndexOf("\n\n"u8) is var bare and >= 0 ? bare + 2 : response.Length : end + 4;
        return Encoding.Latin1.GetString(response[..Math.Min(length, 64 * 1024)]);
    }

    private static string? Field(string head, string name)
    {
        foreach (var line in head.Split('\n'))
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return line[(name.Length + 1)..].Trim();
        return null;
    }

    // Archives often keep the header but store the body already joined; then it is taken as it is.
    private static byte[] Unchunked(byte[] body)
    {
        using var joined = new MemoryStream();
        var at = 0;
        while (at < body.Length)
        {
            var end = body.AsSpan(at).IndexOf("\r\n"u8);
            if (end < 0 || !int.TryParse(Encoding.Latin1.GetString(body, at, end).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size) || size < 0)
                return joined.Length == 0 ? body : joined.ToArray();
            at += end + 2;
            if (size == 0)
                break;
            size = Math.Min(size, body.Length - at);
            joined.Write(body, at, size);
            at += size + 2;
        }
        return joined.ToArray();
    }

    private static byte[] Inflated(byte[] body, Func<Stream, Stream> open, int limit)
    {
        if (body.Length == 0)
            return body;
        using var stream = open(new MemoryStream(body));
        return Bytes.ReadAll(stream, limit) ?? throw new InvalidDataException("The page is larger than an article.");
    }
}
