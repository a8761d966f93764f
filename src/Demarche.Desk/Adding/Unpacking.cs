using System.IO.Compression;

namespace Demarche.Desk.Adding;

/// <summary>Unpacks what is uploaded, up to a limit, so that a small file cannot fill the memory.</summary>
internal static class Unpacking
{
    /// <summary>How many times larger than itself a packed file may be.</summary>
    public const int MostTimes = 100;

    private const long Least = 4 * 1024 * 1024;

    /// <summary>The content and the name without the packing's extension; a problem where it grows too large or is broken.</summary>
    public static (byte[]? Content, string Name, string? Problem) Open(byte[] content, string name, long most)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is not (".gz" or ".zst"))
            return (content, name, null);
        var limit = Math.Min(most * 4, Math.Max(Least, content.LongLength * MostTimes));
        try
        {
            using var packed = new MemoryStream(content);
            using Stream stream = extension == ".gz" ? new GZipStream(packed, CompressionMode.Decompress) : new ZstdSharp.DecompressionStream(packed);
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if (unpacked.Length + read > limit)
                    return (null, name, $"{name}: it unpacks to more than {limit / 1024 / 1024} MB; unpack it first and add its parts.");
                unpacked.Write(buffer, 0, read);
            }
            return (unpacked.ToArray(), name[..^extension.Length], null);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ZstdSharp.ZstdException)
        {
            return (null, name, $"{name}: it cannot be unpacked: {broken.Message}");
        }
    }
}
