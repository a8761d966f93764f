namespace Demarche.Knowledge;

/// <summary>Rows by number, made when they are asked for. Filled by one thread, then read by many.</summary>
internal sealed class RowTable(int capacity)
{
    private readonly List<(LexiconFile File, string[] Columns)> _tables = [];
    private Place[] _rows = new Place[capacity];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>A row.</summary>
    public TsvRow this[int row]
    {
        get
        {
            var (file, columns) = _tables[_rows[row].Table];
            return new(file, _rows[row].Line, columns, _rows[row].Begin, _rows[row].Length);
        }
    }

    /// <summary>The file that a row stands in.</summary>
    public LexiconFile FileOf(int row) => _tables[_rows[row].Table].File;

    /// <summary>Keeps the row at which a scan stands; gives its number.</summary>
    public int Add(LexiconFile file, TsvScan scan)
    {
        if (_tables.Count == 0 || _tables[^1].File != file)
            _tables.Add((file, scan.Columns));
        if (Count == _rows.Length)
            Array.Resize(ref _rows, Math.Max(64, _rows.Length * 2));
        _rows[Count] = new() { Table = _tables.Count - 1, Line = scan.Line, Begin = scan.Begin, Length = scan.Length };
        return Count++;
    }

    private struct Place
    {
        public int Table;
        public int Line;
        public int Begin;
        public int Length;
    }
}
