using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// Reads tables of tab-separated values: lines that begin with '#' are comments, the first other line names the columns, lists
/// inside a cell are separated by '|'.
/// </summary>
public static class TsvTable
{
    /// <summary>The rows of a table.</summary>
    /// <exception cref="LexiconException">A row has more cells than there are columns.</exception>
    public static IEnumerable<TsvRow> Read(LexiconFile file)
    {
        var scan = new TsvScan(file);
        while (scan.MoveNext())
            yield return scan.Row;
    }
}

/// <summary>A row of a table. Its cells are cut out when they are asked for.</summary>
public sealed class TsvRow
{
    private readonly string[] _columns;
    private readonly int _begin;
    private readonly int _length;

    internal TsvRow(LexiconFile file, int line, string[] columns, int begin, int length)
    {
        File = file;
        Line = line;
        _columns = columns;
        _begin = begin;
        _length = length;
    }

    /// <summary>The file that it stands in.</summary>
    public LexiconFile File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column; "" where the row is shorter.</summary>
    /// <exception cref="LexiconException">The table has no such column.</exception>
    public string this[string column] => Cell(column) switch
    {
        [] => "",
        // Codes and genders come again and again.
        [(byte)'m'] => "m",
        [(byte)'f'] => "f",
        var cell => Encoding.UTF8.GetString(cell),
    };

    /// <summary>Whether the table has a column.</summary>
    public bool Has(string column) => Array.IndexOf(_columns, column) >= 0;

    /// <summary>The parts of a cell that are separated by '|', without empty ones.</summary>
    public string[] List(string column)
    {
        var cell = Cell(column).Trim((byte)' ');
        if (cell.IsEmpty)
            return [];
        return cell.Contains((byte)'|')
            ? Encoding.UTF8.GetString(cell).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [Encoding.UTF8.GetString(cell)];
    }

    /// <summary>An error that names this row.</summary>
    public LexiconException Error(string problem) => new(File.Origin, Line, problem);

    private ReadOnlySpan<byte> Cell(string column)
    {
        var at = Array.IndexOf(_columns, column);
        if (at < 0)
            throw Error($"there is no column '{column}'; the header must name it.");
        var rest = File.Bytes.Slice(_begin, _length);
        for (; at > 0; at--)
        {
            var tab = rest.IndexOf((byte)'\t');
            if (tab < 0)
                return [];
            rest = rest[(tab + 1)..];
        }
        var stop = rest.IndexOf((byte)'\t');
        return stop < 0 ? rest : rest[..stop];
    }
}
