using System.Text;
using Demarche.Language.Models;

namespace Demarche.Training;

/// <summary>Writes model files as <see cref="ModelReader"/> reads them.</summary>
internal sealed class ModelWriter : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _writer;

    public ModelWriter()
    {
        _writer = new(_stream);
        _writer.Write(ModelReader.Magic);
    }

    public void Int(int value) => _writer.Write(value);

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        _writer.Write(bytes.Length);
        _writer.Write(bytes);
    }

    public void Texts(IReadOnlyCollection<string> values)
    {
        _writer.Write(values.Count);
        foreach (var value in values)
            Text(value);
    }

    public void Align()
    {
        while (_stream.Length % 64 != 0)
            _writer.Write((byte)0);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _writer.Write(bytes);

    public byte[] ToArray()
    {
        _writer.Flush();
        return _stream.ToArray();
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>An open-addressed table of values behind hashes, for the lexicon.</summary>
    public void Table(IReadOnlyCollection<(ulong Hash, uint Value)> items, int valueBits)
    {
        var bits = 8;
        while (1 << bits < items.Count * 3 / 2)
            bits++;
        var slots = new uint[1 << bits];
        foreach (var (hash, value) in items)
        {
            var at = (uint)(hash >> (64 - bits));
            while (slots[at] != 0)
                at = (at + 1) & (uint)(slots.Length - 1);
            slots[at] = (((uint)hash & ((1u << (32 - valueBits)) - 1)) << valueBits) | value;
        }
        Int(bits);
        Align();
        foreach (var slot in slots)
            _writer.Write(slot);
    }
}
