namespace Demarche.Language.Models;

/// <summary>An open-addressed table in a model file: the low bits of a slot are the value, the others come from the key's hash.</summary>
internal sealed unsafe class HashTable
{
    private readonly uint* _slots;
    private readonly int _shift;
    private readonly int _valueBits;
    private readonly uint _mask;

    public HashTable(ModelReader reader, int valueBits)
    {
        var bits = reader.ReadInt();
        reader.Align();
        _slots = (uint*)reader.Take(4L << bits);
        _shift = 64 - bits;
        _mask = (1u << bits) - 1;
        _valueBits = valueBits;
    }

    /// <summary>The value of a key, 0 if there is none.</summary>
    public uint this[ulong key]
    {
        get
        {
            var mark = (uint)key & ((1u << (32 - _valueBits)) - 1);
            uint slot;
            for (var at = (uint)(key >> _shift); (slot = _slots[at]) != 0; at = (at + 1) & _mask)
                if (slot >> _valueBits == mark)
                    return slot & ((1u << _valueBits) - 1);
            return 0;
        }
    }
}
