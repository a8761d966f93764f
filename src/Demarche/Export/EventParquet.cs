using Parquet;
using Parquet.Schema;

namespace Demarche.Export;

/// <summary>Events as Parquet, in row groups, so that memory holds no more than one of them.</summary>
public sealed class EventParquet : IAsyncDisposable
{
    private const int GroupSize = 50_000;
    private static readonly DataField[] Fields = [.. EventColumns.All.Select(column => column.Type == typeof(string) ? new DataField<string?>(column.Name)
        : column.Type == typeof(int) ? (DataField)new DataField<int?>(column.Name) : new DataField<double?>(column.Name))];
    private readonly ParquetWriter _writer;
    private readonly List<EventRow> _rows = [];

    private EventParquet(ParquetWriter writer) => _writer = writer;

    /// <summary>Starts a file on a stream that can seek.</summary>
    public static async Task<EventParquet> CreateAsync(Stream stream) => new(await ParquetWriter.CreateAsync(new ParquetSchema(Fields), stream).ConfigureAwait(false));

    /// <summary>Adds the rows of a record.</summary>
    public async Task AddAsync(IEnumerable<EventRow> rows)
    {
        _rows.AddRange(rows);
        if (_rows.Count >= GroupSize)
            await WriteAsync().ConfigureAwait(false);
    }

    /// <summary>Writes what is left and the file's end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_rows.Count > 0)
            await WriteAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        using var group = _writer.CreateRowGroup();
        for (var i = 0; i < Fields.Length; i++)
        {
            var (field, column) = (Fields[i], EventColumns.All[i]);
            if (column.Type == typeof(string))
                await group.WriteAsync(field, _rows.Select(row => (string?)column.Value(row)).ToArray()!).ConfigureAwait(false);
            else if (column.Type == typeof(int))
                await group.WriteAsync<int>(field, _rows.Select(row => (int?)column.Value(row)).ToArray()).ConfigureAwait(false);
            else
                await group.WriteAsync<double>(field, _rows.Select(row => (double?)column.Value(row)).ToArray()).ConfigureAwait(false);
        }
        group.CompleteValidate();
        _rows.Clear();
    }
}
