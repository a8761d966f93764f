namespace Demarche.Reading.Formats;

/// <summary>Cuts a stream into lines without holding more than one of them.</summary>
internal static class ByteLines
{
    /// <summary>The lines, numbered from 1. A line longer than the limit is given as null; its bytes are passed over.</summary>
    public static IEnumerable<(int Number, byte[]? Line)> Of(Stream stream, int limit)
    {
        var buffer = new byte[256 * 1024];
        int begin = 0, end = 0, number = 0;
        var scanned = 0;
        var tooLong = false;
        while (true)
        {
            var at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                at += scanned;
                number++;
                yield return (number, tooLong ? null : buffer.AsSpan(begin, at - begin).ToArray());
                begin = scanned = at + 1;
                tooLong = false;
                continue;
            }
            if (tooLong || end - begin > limit)
            {
                tooLong = true;
                begin = end = 0;
            }
            else if (begin > 0)
            {
                buffer.AsSpan(begin, end - begin).CopyTo(buffer);
                end -= begin;
                begin = 0;
            }
            scanned = end;
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var count = stream.Read(buffer, end, buffer.Length - end);
            if (count == 0)
                break;
            end += count;
        }
        if (tooLong || end > begin)
            yield return (number + 1, tooLong ? null : buffer.AsSpan(begin, end - begin).ToArray());
    }
}
