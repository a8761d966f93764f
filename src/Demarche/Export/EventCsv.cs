using System.Text;
using Demarche.Records;

namespace Demarche.Export;

/// <summary>Events as CSV (RFC 4180, UTF-8, a line a row).</summary>
public static class EventCsv
{
    /// <summary>The line of the columns' names, with its line end.</summary>
    public static string Header { get; } = string.Join(',', EventColumns.All.Select(column => column.Name)) + "\n";

    /// <summary>The rows of a record, each with its line end; "" for a record without events.</summary>
    public static string Rows(Record record)
    {
        var rows = new StringBuilder();
        foreach (var row in EventRow.Of(record))
        {
            var first = true;
            foreach (var cell in row.Cells())
            {
                if (!first)
                    rows.Append(',');
                first = false;
                Append(rows, cell);
            }
            rows.Append('\n');
        }
        return rows.ToString();
    }

    private static void Append(StringBuilder rows, string? cell)
    {
        if (cell is null)
            return;
        // Spreadsheets run a cell that begins with = or @ as a formula; numbers may begin with - or +.
        if (cell.Length > 0 && cell[0] is '=' or '@' or '\t')
            cell = "'" + cell;
        if (cell.AsSpan().IndexOfAny(",\"\n\r") < 0)
            rows.Append(cell);
        else
            rows.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
