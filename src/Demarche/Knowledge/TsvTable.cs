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
        string[]? columns = null;
        var text = file.Text;
        var number = 0;
        for (var begin = 0; begin < text.Length;)
        {
            number++;
            var end = text.IndexOf('\n', begin);
            if (end < 0)
                end = text.Length;
            var next = end + 1;
            if (end > begin && text[end - 1] == '\r')
                end--;
            var from = begin;
            begin = next;
            var line = text.AsSpan(from, end - from);
            if (line.IsWhiteSpace() || line[0] == '#')
                continue;
            if (columns is null)
            {
                columns = line.ToString().Split('\t');
                continue;
            }
            var cells = line.Count('\t') + 1;
            if (cells > columns.Length)
                throw new LexiconException(file.Origin, number, $"{cells} cells, but the header names {columns.Length} columns: take the surplus tabs out.");
            yield return new(file, number, columns, from, end);
        }
    }
}

/// <summary>A row of a table. Its cells are cut out when they are asked for.</summary>
public sealed class TsvRow
{
    private readonly string[] _columns;
    private readonly int _begin;
    private readonly int _end;

    internal TsvRow(LexiconFile file, int line, string[] columns, int begin, int end)
    {
        File = file;
        Line = line;
        _columns = columns;
        _begin = begin;
        _end = end;
    }

    /// <summary>The file that it stands in.</summary>
    public LexiconFile File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column; "" where the row is shorter.</summary>
    /// <exception cref="LexiconException">The table has no such column.</exception>
    public string this[string column]
    {
        get
        {
            var cell = Cell(column);
            return cell.Length == 0 ? "" : cell.Length <= 3 ? Short(cell) : cell.ToString();
        }
    }

    // Codes and genders come again and again.
    private static string Short(ReadOnlySpan<char> cell) => cell is "m" ? "m" : cell is "f" ? "f" : cell.ToString();

    /// <summary>Whether the table has a column.</summary>
    public bool Has(string column) => Array.IndexOf(_columns, column) >= 0;

    /// <summary>The parts of a cell that are separated by '|', without empty ones.</summary>
    public string[] List(string column)
    {
        var cell = Cell(column);
        if (cell.Length == 0)
            return [];
        if (!cell.Contains('|'))
            return cell.Trim() is { Length: > 0 } single ? [single.ToString()] : [];
        return cell.ToString().Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>An error that names this row.</summary>
    public LexiconException Error(string problem) => new(File.Origin, Line, problem);

    private ReadOnlySpan<char> Cell(string column)
    {
        var at = Array.IndexOf(_columns, column);
        if (at < 0)
            throw Error($"there is no column '{column}'; the header must name it.");
        var rest = File.Text.AsSpan(_begin, _end - _begin);
        for (; at > 0; at--)
        {
            var tab = rest.IndexOf('\t');
            if (tab < 0)
                return [];
            rest = rest[(tab + 1)..];
        }
        var stop = rest.IndexOf('\t');
        return stop < 0 ? rest : rest[..stop];
    }
}
