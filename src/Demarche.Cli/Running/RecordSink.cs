using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>A record, made ready for writing by the thread that coded it.</summary>
/// <param name="Line">The record as a line of UTF-8.</param>
internal sealed record Prepared(byte[] Line);

/// <summary>Where records go.</summary>
internal abstract class RecordSink : IDisposable
{
    /// <summary>The sink that a file's extension asks for; "-" is standard output.</summary>
    public static RecordSink To(string to, bool resume) => to == "-" ? new JsonLinesSink(Console.OpenStandardOutput())
        : to.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? JsonLinesSink.ToFile(to, resume)
        : throw new UsageException($"--to {to}: the extension tells no format; write FILE.jsonl, or - for standard output.");

    /// <summary>Whether an earlier run has done the article.</summary>
    public virtual bool IsDone(string id) => false;

    /// <summary>Does of the writing what many threads can do at once.</summary>
    public abstract Prepared Prepare(Record record);

    /// <summary>Writes, in the order of the articles.</summary>
    public abstract void Write(Prepared prepared);

    /// <summary>Makes the file whole and gives it its name.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>Records as JSON Lines.</summary>
internal sealed class JsonLinesSink : RecordSink
{
    private readonly Stream _stream;
    private readonly PartFile? _file;
    private readonly HashSet<string> _done = [];

    /// <summary>Writes to a stream as the records come.</summary>
    public JsonLinesSink(Stream stream) => _stream = stream;

    private JsonLinesSink(PartFile file, HashSet<string> done)
    {
        _stream = file.Stream;
        _file = file;
        _done = done;
    }

    /// <summary>Writes to a file, anew or behind what an earlier run has left.</summary>
    public static JsonLinesSink ToFile(string path, bool resume)
    {
        if (!resume)
            return new(PartFile.Create(path), []);
        // A run that came to its end is gone on with too: new articles are added behind the old.
        if (!File.Exists(PartFile.PartOf(path)) && File.Exists(path))
            File.Move(path, PartFile.PartOf(path));
        var file = PartFile.Append(path);
        return new(file, EarlierRun.Take(file.Stream));
    }

    public override bool IsDone(string id) => _done.Contains(id);

    public override Prepared Prepare(Record record)
    {
        var json = RecordJson.WriteUtf8(record);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        return new(json);
    }

    public override void Write(Prepared prepared) => _stream.Write(prepared.Line);

    public override void Complete()
    {
        _stream.Flush();
        _file?.Complete();
    }

    public override void Dispose()
    {
        _file?.Dispose();
        _stream.Dispose();
    }
}
