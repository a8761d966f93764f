namespace Demarche.Reading.Formats;

/// <summary>A format that articles come in.</summary>
internal enum FileKind : byte
{
    /// <summary>None that is read.</summary>
    Unknown,
    /// <summary>Plain text or Markdown.</summary>
    Text,
    /// <summary>JSON Lines.</summary>
    JsonLines,
    /// <summary>A JSON object or array.</summary>
    Json,
    /// <summary>A web page.</summary>
    Html,
    /// <summary>XML of newsrooms and feeds.</summary>
    Xml,
    /// <summary>A mail.</summary>
    Mail,
    /// <summary>PDF.</summary>
    Pdf,
    /// <summary>An archive of a crawl.</summary>
    Warc,
}

/// <summary>How a file is compressed.</summary>
internal enum Compression : byte
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>gzip.</summary>
    Gzip,
    /// <summary>Zstandard.</summary>
    Zstandard,
}

/// <summary>Tells formats by the extensions of a file's name.</summary>
internal static class FileKinds
{
    private static readonly (string Extension, FileKind Kind)[] Extensions =
    [
        (".md", FileKind.Text), (".markdown", FileKind.Text), (".txt", FileKind.Text), (".text", FileKind.Text),
        (".jsonl", FileKind.JsonLines), (".ndjson", FileKind.JsonLines), (".json", FileKind.Json),
        (".html", FileKind.Html), (".htm", FileKind.Html), (".xhtml", FileKind.Html), (".shtml", FileKind.Html),
        (".xml", FileKind.Xml), (".nitf", FileKind.Xml), (".rss", FileKind.Xml), (".atom", FileKind.Xml),
        (".eml", FileKind.Mail), (".pdf", FileKind.Pdf), (".warc", FileKind.Warc),
    ];

    /// <summary>The extensions that are read, for messages.</summary>
    public static string Known => string.Join(' ', Extensions.Select(extension => extension.Extension)) + ", each also with .gz or .zst";

    /// <summary>The format and compression, and the name without the extensions of compression and of folders.</summary>
    public static (FileKind Kind, Compression Compression, string Name) Of(string path)
    {
        var name = Path.GetFileName(path);
        var compression = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Compression.Gzip
            : name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? Compression.Zstandard : Compression.None;
        if (compression != Compression.None)
            name = name[..name.LastIndexOf('.')];
        foreach (var (extension, kind) in Extensions)
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return (kind, compression, name);
        return (FileKind.Unknown, compression, name);
    }

    /// <summary>The format of content, by its first bytes.</summary>
    public static FileKind Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF"u8))
            return FileKind.Pdf;
        if (head.StartsWith("WARC/"u8))
            return FileKind.Warc;
        var text = TextDecoding.Decode(head).TrimStart();
        if (text.StartsWith('{') || text.StartsWith('['))
            return IsWholeJson(text) ? FileKind.Json : text.StartsWith('{') ? FileKind.JsonLines : FileKind.Text;
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return FileKind.Html;
        if (text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<rss", StringComparison.Ordinal) || text.StartsWith("<feed", StringComparison.Ordinal))
            return FileKind.Xml;
        return TextDecoding.IsBinary(head) || head.IsEmpty ? FileKind.Unknown : FileKind.Text;
    }

    // An object that does not end on its first line, or an array of objects, is no JSON Lines. "[1] The rebels …" is a text.
    private static bool IsWholeJson(string text)
    {
        var rest = text.AsSpan(1).TrimStart(" \t\r");
        return rest.IsEmpty || (text[0] == '[' ? rest.TrimStart() is ['{', ..] : rest[0] == '\n');
    }

    /// <summary>A path without its known extensions.</summary>
    public static string IdOf(string path)
    {
        foreach (var compression in new[] { ".gz", ".zst" })
            if (path.EndsWith(compression, StringComparison.OrdinalIgnoreCase))
                path = path[..^compression.Length];
        foreach (var (extension, _) in Extensions)
            if (path.Length > extension.Length && path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return path[..^extension.Length];
        return path;
    }
}
