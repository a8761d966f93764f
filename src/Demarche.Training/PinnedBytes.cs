using System.Runtime.InteropServices;
using Demarche.Language.Models;

namespace Demarche.Training;

/// <summary>Bytes in aligned memory that does not move.</summary>
internal sealed unsafe class PinnedBytes : IDisposable
{
    private readonly byte* _memory;
    private readonly int _length;

    public PinnedBytes(byte[] bytes)
    {
        _length = bytes.Length;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes.Length, 64);
        bytes.CopyTo(new Span<byte>(_memory, bytes.Length));
    }

    public ModelReader Open() => ModelReader.Open(_memory, _length);

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
