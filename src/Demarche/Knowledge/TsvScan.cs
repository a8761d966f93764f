using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// Goes over a table's rows where they lie, without making an object of any: tables of many thousand rows are indexed so, and a row
/// is made when somebody asks for what it says.
/// </summary>
internal sealed class TsvScan(LexiconFile file)
{
    private string[]? _columns;
    private int[] _ends = [];
    private int _next;

    /// <summary>The row's line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where the row begins in the file's bytes.</summary>
    public int Begin { get; private set; }

    /// <summary>How many bytes the row has.</summary>
    public int Length { get; private set; }

    /// <summary>The row itself.</summary>
    public TsvRow Row => new(file, Line, _columns!, Begin, Length);

    /// <summary>The columns that the header names.</summary>
    public string[] Columns => _columns!;

    /// <summary>The cell of a column; empty where the row is shorter.</summary>
    /// <param name="column">The column's number; a table without the column has -1, which is an error.</param>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            if (column < 0)
                throw new LexiconException(file.Origin, Line, "a column is missing that the header must name.");
            var begin = column == 0 ? Begin : _ends[column - 1] + 1;
            return begin >= _ends[column] ? [] : file.Bytes[begin.._ends[column]];
        }
    }

    /// <summary>The number of a column.</summary>
    /// <exception cref="LexiconException">The table has no such column.</exception>
    public int Column(string name) => Array.IndexOf(_columns!, name) is >= 0 and var at
        ? at : throw new LexiconException(file.Origin, Line, $"there is no column '{name}'; the header must name it.");

    /// <summary>Goes on to the next row; false at the end.</summary>
    /// <exception cref="LexiconException">The row has more cells than there are columns.</exception>
    public bool MoveNext()
    {
        var bytes = file.Bytes;
        while (_next < bytes.Length)
        {
            Line++;
            var begin = _next;
            var line = bytes[begin..];
            var length = line.IndexOf((byte)'\n');
            _next = length < 0 ? bytes.Length : begin + length + 1;
            if (length >= 0)
                line = line[..length];
            if (line is [.., (byte)'\r'])
                line = line[..^1];
            if (line.IsEmpty || line[0] == '#' || IsBlank(line))
                continue;
            if (_columns is null)
            {
                _columns = Encoding.UTF8.GetString(line).Split('\t');
                _ends = new int[_columns.Length];
                continue;
            }
            (Begin, Length) = (begin, line.Length);
            Cut(line, begin);
            return true;
        }
        return false;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var character in line)
            if (character is not ((byte)' ' or (byte)'\t'))
                return false;
        return true;
    }

    private void Cut(ReadOnlySpan<byte> line, int begin)
    {
        var at = 0;
        for (var column = 0; column < _ends.Length; column++)
        {
            var tab = at <= line.Length ? line[at..].IndexOf((byte)'\t') : -1;
            var end = tab < 0 ? line.Length : at + tab;
            _ends[column] = begin + end;
            at = end + 1;
        }
        if (at <= line.Length)
        {
            var cells = line.Count((byte)'\t') + 1;
            throw new LexiconException(file.Origin, Line, $"{cells} cells, but the header names {_columns!.Length} columns: take the surplus tabs out.");
        }
    }
}
