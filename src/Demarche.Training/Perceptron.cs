using Demarche.Language.Models;

namespace Demarche.Training;

/// <summary>An averaged perceptron over hashed features, with a sparse row of weights for each feature that was ever updated.</summary>
internal sealed class Perceptron(int classes) : Scorer
{
    private ulong[] _keys = new ulong[1 << 20];
    private int[] _rowOf = new int[1 << 20];
    private int _mask = (1 << 20) - 1;
    private Row[] _rows = new Row[1 << 18];
    private Entry[] _entries = new Entry[1 << 20];
    private int _used;

    private struct Row
    {
        public ulong Key;
        public int Begin;
        public short Count, Capacity;
    }

    private struct Entry
    {
        public int Weight, Stamp;
        public long Total;
        public int Class;
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; } = classes;

    /// <summary>How many features have a row.</summary>
    public int RowCount { get; private set; } = 1;

    /// <summary>The number of examples seen; call it once an example.</summary>
    public int Clock { get; set; }

    /// <inheritdoc/>
    public override void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            var index = Find(feature);
            if (index == 0)
                continue;
            ref var row = ref _rows[index];
            var entries = _entries.AsSpan(row.Begin, row.Count);
            foreach (ref var entry in entries)
                scores[entry.Class] += entry.Weight;
        }
    }

    /// <summary>Adds to the weights of a class.</summary>
    public void Update(ReadOnlySpan<ulong> features, int label, int change)
    {
        foreach (var feature in features)
        {
            var index = Find(feature);
            if (index == 0)
                index = AddRow(feature);
            ref var row = ref _rows[index];
            var at = -1;
            for (var i = 0; i < row.Count; i++)
                if (_entries[row.Begin + i].Class == label)
                {
                    at = row.Begin + i;
                    break;
                }
            if (at < 0)
                at = AddEntry(ref row, label);
            ref var entry = ref _entries[at];
            entry.Total += (long)entry.Weight * (Clock - entry.Stamp);
            entry.Stamp = Clock;
            entry.Weight += change;
        }
    }

    /// <summary>Every feature's averaged weights that are not zero.</summary>
    public IEnumerable<(ulong Feature, List<(int Class, double Weight)> Weights)> Averages()
    {
        for (var i = 1; i < RowCount; i++)
        {
            var row = _rows[i];
            List<(int, double)> weights = [];
            for (var j = row.Begin; j < row.Begin + row.Count; j++)
            {
                var entry = _entries[j];
                var total = entry.Total + ((long)entry.Weight * (Clock - entry.Stamp));
                if (total != 0)
                    weights.Add((entry.Class, (double)total / Clock));
            }
            if (weights.Count > 0)
                yield return (row.Key, weights);
        }
    }

    private int Find(ulong key)
    {
        for (var at = (int)(key >> 32) & _mask; ; at = (at + 1) & _mask)
        {
            var row = _rowOf[at];
            if (row == 0 || _keys[at] == key)
                return row;
        }
    }

    private int AddRow(ulong key)
    {
        if (RowCount * 2 > _mask)
            Rehash();
        if (RowCount == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        Place(key, RowCount);
        _rows[RowCount].Key = key;
        return RowCount++;
    }

    private void Place(ulong key, int row)
    {
        var at = (int)(key >> 32) & _mask;
        while (_rowOf[at] != 0)
            at = (at + 1) & _mask;
        _rowOf[at] = row;
        _keys[at] = key;
    }

    private void Rehash()
    {
        var size = (_mask + 1) * 2;
        _keys = new ulong[size];
        _rowOf = new int[size];
        _mask = size - 1;
        for (var i = 1; i < RowCount; i++)
            Place(_rows[i].Key, i);
    }

    private int AddEntry(ref Row row, int label)
    {
        if (row.Count == row.Capacity)
        {
            var capacity = row.Capacity == 0 ? 2 : Math.Min(row.Capacity * 2, Classes);
            if (_used + capacity > _entries.Length)
                Array.Resize(ref _entries, Math.Max(_entries.Length * 3 / 2, _used + capacity));
            Array.Copy(_entries, row.Begin, _entries, _used, row.Count);
            row.Begin = _used;
            row.Capacity = (short)capacity;
            _used += capacity;
        }
        var at = row.Begin + row.Count++;
        _entries[at] = new() { Class = label, Stamp = Clock };
        return at;
    }
}
