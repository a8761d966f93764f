using System.IO.Compression;
using Demarche.Reading.Formats;

namespace Demarche.Reading;

/// <summary>
/// Reads articles from files, folders and streams. Bad input gives a <see cref="ReadProblem"/>, never an exception. Immutable; many
/// threads may use one reader.
/// </summary>
public sealed class ArticleReader
{
    private readonly ArticleFinisher _finisher;

    // Without this, .NET takes a gzip file that is cut off for a whole one.
    static ArticleReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The extensions of the files that are read, for messages.</summary>
    public static string Formats => FileKinds.Known;

    /// <summary>A reader with its options.</summary>
    /// <exception cref="Knowledge.LexiconException">A table of patterns is broken.</exception>
    public ArticleReader(ReadingOptions? options = null) => _finisher = new(options ?? new());

    /// <summary>Reads a file, or all files of a folder and its folders, in the order of their paths.</summary>
    public IEnumerable<ReadResult> Read(string path) => Open(path).Select(pending => pending.Read());

    /// <summary>Reads a stream whose name tells its format by its extensions.</summary>
    public IEnumerable<ReadResult> Read(Stream stream, string name) => Open(stream, name).Select(pending => pending.Read());

    /// <summary>The article of a text.</summary>
    public ReadResult ReadText(string id, string text, ArticleSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _finisher.Finish(new() { File = id, Id = id, Text = text, Source = source ?? new() });
    }

    /// <summary>Finds the articles of a file or folder; each is parsed when it is asked to <see cref="PendingArticle.Read"/>.</summary>
    public IEnumerable<PendingArticle> Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
            return OpenFile(path, FileKinds.IdOf(Path.GetFileName(path)), given: true);
        return Folder.Walk(path).SelectMany(found => found.Problem is { } problem
            ? [new PendingArticle(problem)]
            : OpenFile(found.Path, FileKinds.IdOf(Path.GetRelativePath(path, found.Path).Replace('\\', '/')), given: false));
    }

    /// <summary>Finds the articles of a stream whose name tells its format by its extensions.</summary>
    public IEnumerable<PendingArticle> Open(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return OpenAs(name, FileKinds.IdOf(name), () => stream, given: true);
    }

    /// <summary>Finds the articles of a stream of JSON Lines. The stream is never held as a whole.</summary>
    public IEnumerable<PendingArticle> OpenJsonLines(Stream stream, string name) => JsonLinesFormat.Open(Piped(stream, name), _finisher);

    /// <summary>
    /// Finds the articles of a stream without a name, such as standard input, whose first bytes tell its format: JSON Lines, which are never held
    /// as a whole, or one text, page, mail or feed.
    /// </summary>
    public IEnumerable<PendingArticle> OpenPiped(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var head = new byte[2048];
        // A few bytes tell it; waiting for more would keep whoever sends a line and waits for its record.
        var length = stream.ReadAtLeast(head, 16, throwOnEndOfStream: false);
        var kind = FileKinds.Sniff(head.AsSpan(0, length));
        return OpenAs(kind == FileKind.Unknown ? FileKind.JsonLines : kind, Piped(new HeadedStream(head.AsMemory(0, length), stream), name));
    }

    private static SourceFile Piped(Stream stream, string name) => new(name, name == "-" ? "stdin" : FileKinds.IdOf(name), "", () => stream);

    private IEnumerable<PendingArticle> OpenFile(string path, string id, bool given) =>
        OpenAs(path, id, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024, FileOptions.SequentialScan), given);

    private IEnumerable<PendingArticle> OpenAs(string path, string id, Func<Stream> open, bool given)
    {
        var (kind, compression, name) = FileKinds.Of(path);
        var file = new SourceFile(path, id, name, () => compression switch
        {
            Compression.Gzip => new GZipStream(open(), CompressionMode.Decompress),
            Compression.Zstandard => new ZstdSharp.DecompressionStream(open()),
            _ => open(),
        });
        // Pages that a crawler saved often have no extension, or one that is part of their address.
        if (kind == FileKind.Unknown && (given || !name.Contains('.', StringComparison.Ordinal)))
        {
            var (content, problem) = Bytes.Read(file, 4 * _finisher.Options.MaxArticleBytes);
            if (content is null)
                return [new(problem!)];
            file = file with { Open = () => new MemoryStream(content) };
            kind = FileKinds.Sniff(content.AsSpan(0, Math.Min(content.Length, 2048)));
        }
        return kind == FileKind.Unknown
            ? given ? [new(file.Problem("it is of no format that is read", $"give a file of {FileKinds.Known}"))] : []
            : OpenAs(kind, file);
    }

    private IEnumerable<PendingArticle> OpenAs(FileKind kind, SourceFile file) =>
        kind switch
        {
            FileKind.Text => [new(() => TextFormat.Read(file, _finisher))],
            FileKind.Html => [new(() => HtmlFormat.Read(file, _finisher))],
            FileKind.Xml => XmlFormat.Open(file, _finisher),
            FileKind.Mail => [new(() => MailFormat.Read(file, _finisher))],
            FileKind.Pdf => [new(() => PdfFormat.Read(file, _finisher))],
            FileKind.Warc => WarcFormat.Open(file, _finisher),
            FileKind.JsonLines => JsonLinesFormat.Open(file, _finisher),
            FileKind.Json => JsonLinesFormat.OpenWhole(file, _finisher),
            _ => [],
        };
}
