using System.Text;
using System.Text.Json;

namespace Demarche.Records;

/// <summary>
/// Gives strings of JSON without making anew those that were read lately: ids, names and codes return all the time. For any number
/// of threads: a slot belongs to whoever wrote to it last, and what is found there is compared before it is given.
/// </summary>
internal sealed class RepeatedStrings
{
    private const int Longest = 64;
    private readonly string?[] _slots = new string?[1 << 14];

    /// <summary>The string at which the reader stands.</summary>
    public string Of(ref Utf8JsonReader json)
    {
        var utf8 = json.ValueSpan;
        if (json.ValueIsEscaped || utf8.Length > Longest)
            return json.GetString()!;
        var hash = 2166136261u;
        foreach (var character in utf8)
            hash = (hash ^ character) * 16777619u;
        ref var slot = ref _slots[(hash ^ (hash >> 15)) & (_slots.Length - 1)];
        var known = slot;
        if (known is not null && Ascii.Equals(utf8, known))
            return known;
        return slot = json.GetString()!;
    }
}
