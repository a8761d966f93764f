using System.Text;
using Demarche.Records;
using ZstdSharp;

namespace Demarche.Store.Files;

/// <summary>
/// A text and its record as few bytes: the text, then the record as columns, in one frame of Zstandard, so that names of the record lean
/// on the text, with a dictionary of what records say again and again. The dictionary is kept in the store, so that a later library
/// with another one still reads it. Thread-safe.
/// </summary>
internal sealed class Packing(byte[] dictionary) : IDisposable
{
    private const int Level = 9;
    private readonly ThreadLocal<Compressor> _compressors = new(() => Loaded(dictionary), trackAllValues: true);
    private readonly ThreadLocal<Decompressor> _decompressors = new(() => Unloaded(dictionary), trackAllValues: true);

    /// <summary>The dictionary that new stores get.</summary>
    public static byte[] Shipped() => Resource.Bytes("Files/records.dictionary");

    /// <summary>A record with its text, packed.</summary>
    public byte[] Pack(Record record) => _compressors.Value!.Wrap(Plain(record)).ToArray();

    /// <summary>What is packed, before it is: a dictionary is made of many such.</summary>
    public static byte[] Plain(Record record)
    {
        using var plain = new MemoryStream();
        var text = Encoding.UTF8.GetBytes(record.Text);
        JsonColumns.PutNumber(plain, (ulong)text.Length);
        plain.Write(text);
        plain.Write(JsonColumns.Pack(RecordJson.WriteUtf8(EntryKeys.Shortened(record) with { Text = "" })));
        return plain.ToArray();
    }

    /// <summary>The text alone.</summary>
    public string Text(byte[] packed)
    {
        var plain = _decompressors.Value!.Unwrap(packed).ToArray();
        var at = 0;
        var length = (int)JsonColumns.TakeNumber(plain, ref at);
        return Encoding.UTF8.GetString(plain, at, length);
    }

    /// <summary>A record as it was packed, with its text.</summary>
    public Record Record(byte[] packed)
    {
        var plain = _decompressors.Value!.Unwrap(packed).ToArray();
        var at = 0;
        var length = (int)JsonColumns.TakeNumber(plain, ref at);
        var record = RecordJson.Read(Encoding.UTF8.GetString(JsonColumns.Unpack(plain[(at + length)..])));
        return EntryKeys.Lengthened(record with { Text = Encoding.UTF8.GetString(plain, at, length) });
    }

    /// <summary>A text as the first version of the tables packed it.</summary>
    public string TextOfV1(byte[] packed) => Encoding.UTF8.GetString(_decompressors.Value!.Unwrap(packed));

    public void Dispose()
    {
        foreach (var compressor in _compressors.Values)
            compressor.Dispose();
        foreach (var decompressor in _decompressors.Values)
            decompressor.Dispose();
        _compressors.Dispose();
        _decompressors.Dispose();
    }

    private static Compressor Loaded(byte[] dictionary)
    {
        var compressor = new Compressor(Level);
        compressor.LoadDictionary(dictionary);
        return compressor;
    }

    private static Decompressor Unloaded(byte[] dictionary)
    {
        var decompressor = new Decompressor();
        decompressor.LoadDictionary(dictionary);
        return decompressor;
    }
}
