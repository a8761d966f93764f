using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Demarche.Records;

/// <summary>
/// Gives strings of JSON without making anew those that were read lately: ids, names and codes return all the time. For any number
/// of threads: a slot belongs to whoever wrote to it last, and what is found there is compared before it is given.
/// </summary>
/// <param name="count">How many are kept at most.</param>
internal sealed class RepeatedStrings(int count)
{
    private const int Longest = 64;
    private readonly string?[] _slots = new string?[count];

    /// <summary>The string at which the reader stands.</summary>
    public string Of(ref Utf8JsonReader json)
    {
        var utf8 = json.ValueSpan;
        if (json.ValueIsEscaped || utf8.Length > Longest)
            return json.GetString()!;
        ref var slot = ref _slots[Hash(utf8) % (uint)_slots.Length];
        var known = slot;
        if (known is not null && Ascii.Equals(utf8, known))
            return known;
        return slot = json.GetString()!;
    }

    // Begin, end and length tell most strings apart, and this is asked of every string of every record.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8) ^ (BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]) * 31);
        else
            foreach (var character in utf8)
                hash = (hash << 8) ^ character;
        return (uint)((hash * 0x9E3779B97F4A7C15UL) >> 40);
    }
}
