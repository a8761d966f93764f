using System.Buffers;
using System.Text.Json;
using Demarche.Reading;
using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>Records from whatever a command's paths name: files of records are read, articles are coded.</summary>
internal static class RecordInputs
{
    /// <summary>The records in the order of the paths.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="reading">How articles are read.</param>
    /// <param name="jobs">How many articles or lines are worked on at once.</param>
    /// <param name="isSlim">Whether what a ledger does not need is passed over.</param>
    /// <param name="isDone">Whether an article needs no coding; nothing does where it is left out.</param>
    public static IEnumerable<Outcome<Record>> Open(IReadOnlyList<string> paths, ReadingOptions reading, int jobs, bool isSlim = false, Func<Article, CoderVersion, bool>? isDone = null)
    {
        ArticleReader? reader = null;
        Coder? coder = null;
        foreach (var path in paths)
        {
            if (HoldsRecords(path))
            {
                foreach (var outcome in Read(path, jobs, isSlim))
                    yield return outcome;
                continue;
            }
            if (reader is null || coder is null)
                (reader, coder) = Loading.Of(reading);
            foreach (var outcome in OrderedRun.Over(Inputs.Open(reader, [path]), jobs, article => isDone is not null && isDone(article, coder.Version) ? null : coder.Code(article)))
                yield return outcome;
        }
    }

    /// <summary>Whether a file is one of records, as <c>demarche code</c> writes it.</summary>
    public static bool HoldsRecords(string path)
    {
        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            return false;
        Span<byte> head = stackalloc byte[256];
        using var stream = File.OpenRead(path);
        var count = stream.Read(head);
        return head[..count].IndexOf("\"schema\":\"demarche/"u8) >= 0 || head[..count].IndexOf("\"schema\": \"demarche/"u8) >= 0;
    }

    // A batch of lines is read and parsed by all threads while the caller works on the one before.
    private static IEnumerable<Outcome<Record>> Read(string path, int jobs, bool isSlim)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var lines = new Utf8Lines(stream);
        var number = 1;
        var parsing = Task.Run(NextBatch);
        try
        {
            while (parsing.GetAwaiter().GetResult() is { Length: > 0 } outcomes)
            {
                number += outcomes.Length;
                parsing = Task.Run(NextBatch);
                foreach (var outcome in outcomes)
                    yield return outcome;
            }
        }
        finally
        {
            Task.WhenAny(parsing).Wait();
        }

        Outcome<Record>[] NextBatch()
        {
            var batch = lines.Next(jobs * 32);
            var outcomes = new Outcome<Record>[batch.Count];
            Parallel.For(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, at =>
            {
                var (line, length) = batch[at];
                outcomes[at] = One(path, number + at, line.AsSpan(0, length), isSlim);
                ArrayPool<byte>.Shared.Return(line);
            });
            return outcomes;
        }
    }

    private static Outcome<Record> One(string path, int number, ReadOnlySpan<byte> line, bool isSlim)
    {
        try
        {
            return new(isSlim ? RecordJson.ReadSlim(line) : RecordJson.Read(System.Text.Encoding.UTF8.GetString(line)), null, []);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new(null, new(path, $"line {number}", "the line is no record", "write the file anew with demarche code"), []);
        }
    }
}
