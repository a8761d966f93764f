using System.Text;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>A record, made ready for writing by the thread that coded it.</summary>
/// <param name="Bytes">What to write, where the format is one of lines.</param>
/// <param name="Rows">The rows to write, where the format is one of columns.</param>
internal sealed record Prepared(byte[] Bytes, IReadOnlyList<EventRow> Rows);

/// <summary>Where records go.</summary>
internal abstract class RecordSink : IDisposable
{
    /// <summary>The sink that a file's extension asks for; "-" is standard output.</summary>
    public static RecordSink To(string to, bool plover, bool resume)
    {
        if (resume && (plover || Extension(to) != ".jsonl"))
            throw new UsageException("--resume needs records in --to FILE.jsonl: only such a file shows which articles are done.");
        if (plover && to != "-" && Extension(to) is not (".jsonl" or ".json"))
            throw new UsageException("--schema plover writes JSON Lines: give --to FILE.jsonl, or - for standard output.");
        return (to, Extension(to)) switch
        {
            ("-", _) => plover ? LineSink.Plover(Console.OpenStandardOutput()) : LineSink.Records(Console.OpenStandardOutput()),
            (_, ".jsonl") when !plover => LineSink.Records(to, resume),
            (_, ".jsonl" or ".json") when plover => LineSink.Plover(to),
            (_, ".csv") => LineSink.Csv(to),
            (_, ".parquet") => new ParquetSink(to),
            _ => throw new UsageException($"--to {to}: the extension tells no format; write FILE.jsonl, FILE.csv, FILE.parquet, or - for standard output."),
        };
    }

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

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
