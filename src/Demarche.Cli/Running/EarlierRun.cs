using System.Text.Json;

namespace Demarche.Cli.Running;

/// <summary>What an earlier run that was broken off has left in its file.</summary>
internal static class EarlierRun
{
    /// <summary>The ids of the whole records in a file of JSON Lines; half a record at its end is cut off.</summary>
    public static HashSet<string> Take(FileStream stream)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        stream.Seek(0, SeekOrigin.Begin);
        var buffer = new byte[1024 * 1024];
        int begin = 0, end = 0;
        long whole = 0;
        while (true)
        {
            var at = buffer.AsSpan(begin, end - begin).IndexOf((byte)'\n');
            if (at >= 0)
            {
                if (IdOf(buffer.AsSpan(begin, at)) is not { } id)
                    break;
                ids.Add(id);
                whole += at + 1;
                begin += at + 1;
                continue;
            }
            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            end -= begin;
            begin = 0;
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var count = stream.Read(buffer, end, buffer.Length - end);
            if (count == 0)
                break;
            end += count;
        }
        stream.SetLength(whole);
        stream.Seek(0, SeekOrigin.End);
        return ids;
    }

    private static string? IdOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                {
                    var isId = reader.ValueTextEquals("id"u8);
                    reader.Read();
                    if (isId)
                        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                    reader.Skip();
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
        return null;
    }
}
