using System.Text;
using Demarche.Records;
using ZstdSharp;

namespace Demarche.Store.Files;

/// <summary>
/// Texts and records as small bytes: Zstandard with a dictionary of what records say again and again. The dictionary is kept in the
/// store, so that a later library with another one still reads it. Thread-safe.
/// </summary>
internal sealed class Packing(byte[] dictionary) : IDisposable
{
    private readonly ThreadLocal<Compressor> _compressors = new(() => Loaded(dictionary), trackAllValues: true);
    private readonly ThreadLocal<Decompressor> _decompressors = new(() => Unloaded(dictionary), trackAllValues: true);

    /// <summary>The dictionary that new stores get.</summary>
    public static byte[] Shipped() => Resource.Bytes("Files/records.dictionary");

    /// <summary>A record's text, packed.</summary>
    public byte[] Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    /// <summary>A record without its text, packed.</summary>
    public byte[] Pack(Record record) => Pack(RecordJson.WriteUtf8(record with { Text = "" }));

    /// <summary>A text as it was packed.</summary>
    public string Text(byte[] packed) => Encoding.UTF8.GetString(_decompressors.Value!.Unwrap(packed));

    /// <summary>A record as it was packed, with its text.</summary>
    public Record Record(byte[] text, byte[] record) => RecordJson.Read(Text(record)) with { Text = Text(text) };

    public void Dispose()
    {
        foreach (var compressor in _compressors.Values)
            compressor.Dispose();
        foreach (var decompressor in _decompressors.Values)
            decompressor.Dispose();
        _compressors.Dispose();
        _decompressors.Dispose();
    }

    private byte[] Pack(byte[] bytes) => _compressors.Value!.Wrap(bytes).ToArray();

    private static Compressor Loaded(byte[] dictionary)
    {
        var compressor = new Compressor(9);
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
