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
        var number = 0;
        foreach (var raw in file.Text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                continue;
            }
            if (cells.Length > columns.Length)
                throw new LexiconException(file.Origin, number, $"{cells.Length} cells, but the header names {columns.Length} columns: take the surplus tabs out.");
            yield return new(file, number, columns, cells);
        }
    }
}

/// <summary>A row of a table.</summary>
public sealed class TsvRow
{
    private readonly string[] _columns;
    private readonly string[] _cells;

    internal TsvRow(LexiconFile file, int line, string[] columns, string[] cells)
    {
        File = file;
        Line = line;
        _columns = columns;
        _cells = cells;
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
            var at = Array.IndexOf(_columns, column);
            return at < 0 ? throw Error($"there is no column '{column}'; the header must name it.") : at < _cells.Length ? _cells[at] : "";
        }
    }

    /// <summary>The parts of a cell that are separated by '|', without empty ones.</summary>
    public string[] List(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An error that names this row.</summary>
    public LexiconException Error(string problem) => new(File.Origin, Line, problem);
}
