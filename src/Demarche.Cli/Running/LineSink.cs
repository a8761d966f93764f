using System.Text;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>Formats of lines: records as JSON Lines, PLOVER's events as JSON Lines, events as CSV.</summary>
internal sealed class LineSink : RecordSink
{
    private readonly Stream _stream;
    private readonly PartFile? _file;
    private readonly Func<Record, byte[]> _lines;
    private readonly HashSet<string> _done;

    private LineSink(Stream stream, PartFile? file, Func<Record, byte[]> lines, HashSet<string>? done = null) =>
        (_stream, _file, _lines, _done) = (stream, file, lines, done ?? []);

    /// <summary>Records to a stream, as they come.</summary>
    public static LineSink Records(Stream stream) => new(stream, null, Line);

    /// <summary>Records to a file, anew or behind what an earlier run has left.</summary>
    public static LineSink Records(string path, bool resume)
    {
        PartFile file;
        if (!resume)
        {
            file = PartFile.Create(path);
            return new(file.Stream, file, Line);
        }
        // A run that came to its end is gone on with too: new articles are added behind the old.
        if (!File.Exists(PartFile.PartOf(path)) && File.Exists(path))
            File.Move(path, PartFile.PartOf(path));
        file = PartFile.Append(path);
        return new(file.Stream, file, Line, EarlierRun.Take(file.Stream));
    }

    /// <summary>PLOVER's events to a stream.</summary>
    public static LineSink Plover(Stream stream) => new(stream, null, PloverJson.Lines);

    /// <summary>PLOVER's events to a file.</summary>
    public static LineSink Plover(string path)
    {
        var file = PartFile.Create(path);
        return new(file.Stream, file, PloverJson.Lines);
    }

    /// <summary>Events as CSV to a file.</summary>
    public static LineSink Csv(string path)
    {
        var file = PartFile.Create(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(EventCsv.Header));
        return new(file.Stream, file, record => Encoding.UTF8.GetBytes(EventCsv.Rows(record)));
    }

    public override bool IsDone(string id) => _done.Contains(id);

    public override Prepared Prepare(Record record) => new(_lines(record), []);

    public override void Write(Prepared prepared) => _stream.Write(prepared.Bytes);

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

    private static byte[] Line(Record record)
    {
        var json = RecordJson.WriteUtf8(record);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        return json;
    }
}

/// <summary>Events as Parquet.</summary>
internal sealed class ParquetSink : RecordSink
{
    private readonly PartFile _file;
    private readonly EventParquet _parquet;

    /// <summary>Starts a file.</summary>
    public ParquetSink(string path)
    {
        _file = PartFile.Create(path);
        _parquet = EventParquet.CreateAsync(_file.Stream).GetAwaiter().GetResult();
    }

    public override Prepared Prepare(Record record) => new([], [.. EventRow.Of(record)]);

    public override void Write(Prepared prepared) => _parquet.AddAsync(prepared.Rows).GetAwaiter().GetResult();

    public override void Complete()
    {
        _parquet.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _file.Complete();
    }

    public override void Dispose() => _file.Dispose();
}
