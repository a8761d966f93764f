namespace Demarche.Cli.Running;

/// <summary>
/// A file that is written under another name ("records.jsonl.part") and gets its own only when it is whole, so that nobody ever
/// takes half a file for a file.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _path;
    private bool _whole;

    private PartFile(string path, FileStream stream) => (_path, Stream) = (path, stream);

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>The name that the file has until it is whole.</summary>
    public static string PartOf(string path) => path + ".part";

    /// <summary>Begins a file anew.</summary>
    public static PartFile Create(string path) => Open(path, FileMode.Create);

    /// <summary>Goes on with a file at its end.</summary>
    public static PartFile Append(string path) => Open(path, FileMode.OpenOrCreate);

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(PartOf(_path), _path, overwrite: true);
        _whole = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_whole)
            Stream.Dispose();
    }

    private static PartFile Open(string path, FileMode mode)
    {
        try
        {
            var stream = new FileStream(PartOf(path), mode, FileAccess.ReadWrite, FileShare.Read, 64 * 1024);
            stream.Seek(0, SeekOrigin.End);
            return new(path, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path} cannot be written: {error.Message}");
        }
    }
}
