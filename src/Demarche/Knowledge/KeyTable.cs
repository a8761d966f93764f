using System.Runtime.InteropServices;

namespace Demarche.Knowledge;

/// <summary>
/// Numbers by the hash of a key, several for one key in the order in which they were added. The keys themselves are not kept: with 64
/// bits no two of some ten thousand names are ever the same by chance, and a test holds all names of the tables against it.
/// Filled by one thread, then read by many.
/// </summary>
internal sealed class KeyTable
{
    private int[] _buckets;
    private Slot[] _slots;
    private (int Value, int Next)[] _links;
    private int _linkCount;

    /// <summary>An empty table.</summary>
    /// <param name="capacity">How many keys are expected.</param>
    public KeyTable(int capacity)
    {
        var size = 16;
        while (size < capacity)
            size *= 2;
        _buckets = new int[size];
        _slots = new Slot[size];
        _links = new (int, int)[size + size / 4];
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of a key.</summary>
    public static ulong Hash(ReadOnlySpan<char> key)
    {
        // Four letters a step; the same on machines of either byte order, since it is kept nowhere.
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)key.Length;
        var words = MemoryMarshal.Cast<char, ulong>(key);
        foreach (var word in words)
            hash = Mix(hash ^ word);
        foreach (var letter in key[(words.Length * 4)..])
            hash = Mix(hash ^ letter);
        return hash;
    }

    /// <summary>The key's number among all keys; -1 where the table lacks it.</summary>
    public int Find(ulong hash)
    {
        for (var at = _buckets[(int)(hash >> 32) & (_buckets.Length - 1)] - 1; at >= 0; at = _slots[at].Next - 1)
            if (_slots[at].Hash == hash)
                return at;
        return -1;
    }

    /// <summary>The key's number, new where the table lacked it.</summary>
    public int FindOrAdd(ulong hash)
    {
        if (Find(hash) is >= 0 and var found)
            return found;
        if (Count == _slots.Length)
            Grow();
        ref var bucket = ref _buckets[(int)(hash >> 32) & (_buckets.Length - 1)];
        _slots[Count] = new() { Hash = hash, Next = bucket };
        return (bucket = ++Count) - 1;
    }

    /// <summary>Adds a value to a key; gives the key's number.</summary>
    public int Add(ulong hash, int value)
    {
        var at = FindOrAdd(hash);
        if (_linkCount == _links.Length)
            Array.Resize(ref _links, _links.Length * 2);
        _links[_linkCount++] = (value, 0);
        ref var slot = ref _slots[at];
        if (slot.First == 0)
            slot.First = _linkCount;
        else
            _links[slot.Last - 1].Next = _linkCount;
        slot.Last = _linkCount;
        return at;
    }

    /// <summary>A number that is kept beside a key.</summary>
    public ref int Mark(int key) => ref _slots[key].Mark;

    /// <summary>The values of a key, in the order in which they were added.</summary>
    public Values ValuesOf(int key) => new(this, key < 0 ? 0 : _slots[key].First);

    private static ulong Mix(ulong value)
    {
        value *= 0xFF51AFD7ED558CCDUL;
        return value ^ (value >> 32);
    }

    private void Grow()
    {
        Array.Resize(ref _slots, _slots.Length * 2);
        _buckets = new int[_slots.Length];
        for (var i = 0; i < Count; i++)
        {
            ref var bucket = ref _buckets[(int)(_slots[i].Hash >> 32) & (_buckets.Length - 1)];
            _slots[i].Next = bucket;
            bucket = i + 1;
        }
    }

    private struct Slot
    {
        public ulong Hash;
        public int Next;
        public int First;
        public int Last;
        public int Mark;
    }

    /// <summary>Goes over a key's values.</summary>
    internal struct Values(KeyTable table, int first)
    {
        private int _at = first;

        /// <summary>The value.</summary>
        public int Current { get; private set; }

        /// <summary>For foreach.</summary>
        public readonly Values GetEnumerator() => this;

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (_at == 0)
                return false;
            (Current, _at) = table._links[_at - 1];
            return true;
        }
    }
}
