using System.Buffers;

namespace Demarche.Cli.Running;

/// <summary>Reads lines as bytes; empty lines are passed over.</summary>
internal sealed class Utf8Lines(Stream stream) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024 * 1024);
    private int _begin;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The next lines, at most <paramref name="most"/>, in rented arrays; none at the end of the stream.</summary>
    public List<(byte[] Line, int Length)> Next(int most)
    {
        List<(byte[], int)> lines = new(most);
        while (lines.Count < most)
        {
            var at = _buffer.AsSpan(_begin, _end - _begin).IndexOf((byte)'\n');
            if (at < 0 && !_isAtEnd)
            {
                Fill();
                continue;
            }
            var length = at >= 0 ? at : _end - _begin;
            if (length > 0 && _buffer.AsSpan(_begin, length).Trim("\r \t"u8).Length > 0)
            {
                var line = ArrayPool<byte>.Shared.Rent(length);
                _buffer.AsSpan(_begin, length).CopyTo(line);
                lines.Add((line, length));
            }
            _begin += at >= 0 ? at + 1 : length;
            if (at < 0)
                break;
        }
        return lines;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            _end -= _begin;
            _begin = 0;
        }
        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = count == 0;
        _end += count;
    }
}
