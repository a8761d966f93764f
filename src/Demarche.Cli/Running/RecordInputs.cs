using System.Text.Json;
using Demarche.Reading;
using Demarche.Records;

namespace Demarche.Cli.Running;

/// <summary>Records from whatever a command's paths name: files of records are read, articles are coded.</summary>
internal static class RecordInputs
{
    /// <summary>The records in the order of the paths.</summary>
    public static IEnumerable<Outcome<Record>> Open(IReadOnlyList<string> paths, ReadingOptions reading, int jobs)
    {
        ArticleReader? reader = null;
        Coder? coder = null;
        foreach (var path in paths)
        {
            if (HoldsRecords(path))
            {
                foreach (var outcome in Read(path))
                    yield return outcome;
                continue;
            }
            if (reader is null || coder is null)
                (reader, coder) = Loading.Of(reading);
            foreach (var outcome in OrderedRun.Over(Inputs.Open(reader, [path]), jobs, coder.Code))
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

    private static IEnumerable<Outcome<Record>> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
                yield return One(path, number, line);
        }
    }

    private static Outcome<Record> One(string path, int number, string line)
    {
        try
        {
            return new(RecordJson.Read(line), null, []);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new(null, new(path, $"line {number}", "the line is no record", "write the file anew with demarche code"), []);
        }
    }
}
