using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// A text file of knowledge: one of the library's own, or one of a user's folder. The library's own are read where they lie in its
/// image, and become text only where somebody asks for it.
/// </summary>
public sealed unsafe class LexiconFile
{
    private readonly byte* _image;
    private readonly int _length;
    private readonly byte[]? _own;
    private string? _text;

    /// <summary>A file with its content.</summary>
    /// <param name="path">Its path under the library or the user's folder, with slashes: "Knowledge/states.tsv".</param>
    /// <param name="origin">Where it is, for messages: the path itself, or the path on disk.</param>
    /// <param name="isUsers">Whether it is a user's, which wins over the library's.</param>
    /// <param name="text">Its content.</param>
    public LexiconFile(string path, string origin, bool isUsers, string text)
    {
        (Path, Origin, IsUsers, _text) = (path, origin, isUsers, text);
        _own = Encoding.UTF8.GetBytes(text);
    }

    internal LexiconFile(string path, UnmanagedMemoryStream image)
    {
        (Path, Origin) = (path, path);
        _image = image.PositionPointer;
        _length = (int)image.Length;
        if (Bytes.StartsWith("\ufeff"u8))
        {
            _image += 3;
            _length -= 3;
        }
    }

    /// <summary>Its path under the library or the user's folder, with slashes: "Knowledge/states.tsv".</summary>
    public string Path { get; }

    /// <summary>Where it is, for messages: the path itself, or the path on disk.</summary>
    public string Origin { get; }

    /// <summary>Whether it is a user's, which wins over the library's.</summary>
    public bool IsUsers { get; }

    /// <summary>Its content.</summary>
    public string Text => _text ??= Encoding.UTF8.GetString(Bytes);

    /// <summary>Its content in UTF-8.</summary>
    internal ReadOnlySpan<byte> Bytes => _own ?? new ReadOnlySpan<byte>(_image, _length);

    /// <summary>Where a part of <see cref="Bytes"/> lies in them.</summary>
    internal (int Begin, int Length) PlaceOf(ReadOnlySpan<byte> part) =>
        ((int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(Bytes), ref MemoryMarshal.GetReference(part)), part.Length);
}
