namespace Demarche.Reading.Formats;

/// <summary>Reads streams into memory within limits, and names what goes wrong on the way.</summary>
internal static class Bytes
{
    /// <summary>All bytes of a stream; null where there are more than the limit.</summary>
    public static byte[]? ReadAll(Stream stream, int limit)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var count = stream.Read(buffer, length, buffer.Length - length);
            if (count == 0)
                break;
            length += count;
            if (length > limit)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
        Array.Resize(ref buffer, length);
        return buffer;
    }

    /// <summary>A file's bytes, or the problem that it has.</summary>
    public static (byte[]? Content, ReadProblem? Problem) Read(SourceFile file, int limit)
    {
        try
        {
            using var stream = file.Open();
            var content = ReadAll(stream, limit);
            return content switch
            {
                null => (null, file.Problem($"it is larger than {limit / 1024 / 1024} MB", "an article is not; split it into its articles, or give them as JSON Lines")),
                { Length: 0 } => (null, file.Problem("the file is empty", "leave it out, or save the page again")),
                _ => (content, null),
            };
        }
        catch (Exception error) when (Of(file, error) is { } problem)
        {
            return (null, problem);
        }
    }

    /// <summary>The problem that an exception of the file system or of decompression stands for; null for any other exception.</summary>
    public static ReadProblem? Of(SourceFile file, Exception error, string? place = null) => error switch
    {
        UnauthorizedAccessException => file.Problem("it may not be read", "give yourself the right to read it", place),
        FileNotFoundException or DirectoryNotFoundException => file.Problem("there is no such file", "check the path", place),
        InvalidDataException or ZstdSharp.ZstdException or EndOfStreamException =>
            file.Problem("the compressed data is broken or cut off", "fetch the file again, or unpack it as far as it goes with gzip -dc", place),
        IOException io => file.Problem($"it cannot be read ({io.Message.TrimEnd('.')})", "check the disk and try again", place),
        _ => null,
    };
}
