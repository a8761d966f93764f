using System.Text;
using Demarche.Knowledge;

namespace Demarche.Language.Models;

/// <summary>Reads a model file where it lies in memory; large tables are pointed at, never copied.</summary>
internal sealed unsafe class ModelReader
{
    /// <summary>The first four bytes of every model file.</summary>
    public const int Magic = 0x31524D44;

    private readonly byte* _begin;
    private readonly long _length;
    private long _at;

    private ModelReader(byte* begin, long length)
    {
        _begin = begin;
        _length = length;
        if (length < 4 || ReadInt() != Magic)
            throw new InvalidDataException("This is not a model file.");
    }

    /// <summary>Opens a model embedded in the library; its memory lives as long as the process.</summary>
    public static ModelReader Open(string path)
    {
        var stream = Lexicon.Model(path);
        return new(stream.PositionPointer, stream.Length);
    }

    /// <summary>Opens a model that the caller keeps pinned.</summary>
    public static ModelReader Open(byte* begin, long length) => new(begin, length);

    public ReadOnlySpan<byte> All => new(_begin, checked((int)_length));

    public int ReadInt() => *(int*)Take(4);

    public float ReadFloat() => *(float*)Take(4);

    public string ReadString()
    {
        var length = ReadInt();
        return Encoding.UTF8.GetString(Take(length), length);
    }

    public string[] ReadStrings()
    {
        var strings = new string[ReadInt()];
        for (var i = 0; i < strings.Length; i++)
            strings[i] = ReadString();
        return strings;
    }

    public byte* Take(long bytes)
    {
        if (bytes < 0 || _at + bytes > _length)
            throw new InvalidDataException("The model file ends too early.");
        var at = _begin + _at;
        _at += bytes;
        return at;
    }

    /// <summary>Skips to the next multiple of 64, where a table begins.</summary>
    public void Align() => _at = (_at + 63) & ~63L;
}
