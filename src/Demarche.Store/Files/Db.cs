using Microsoft.Data.Sqlite;

namespace Demarche.Store.Files;

/// <summary>A connection with its prepared statements, for one thread at a time. Values are always bound, never written into SQL.</summary>
internal sealed class Db(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    public SqliteConnection Connection { get; } = connection;

    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    /// <summary>Inserts a row and gives its number.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Bound(sql, values).ExecuteNonQuery();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(Connection.Handle);
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The first column of the first row as a number.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => (long?)Value(sql, values);

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<Row, T> make, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        List<T> rows = [];
        var row = new Row(reader);
        while (reader.Read())
            rows.Add(make(row));
        return rows;
    }

    /// <summary>The first row, or default.</summary>
    public T? First<T>(string sql, Func<Row, T> make, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? make(new(reader)) : default;
    }

    /// <summary>Does work in one transaction: all of it or nothing.</summary>
    public T Transact<T>(Func<T> work)
    {
        if (_transaction is not null)
            return work();
        using var transaction = Connection.BeginTransaction();
        _transaction = transaction;
        try
        {
            var result = work();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>Reads with many statements what one moment holds.</summary>
    public T Snapshot<T>(Func<T> read)
    {
        if (_transaction is not null)
            return read();
        using var transaction = Connection.BeginTransaction(deferred: true);
        _transaction = transaction;
        try
        {
            return read();
        }
        finally
        {
            _transaction = null;
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var at = 1; at <= values.Length; at++)
                command.Parameters.Add(new SqliteParameter("?" + at.ToString(System.Globalization.CultureInfo.InvariantCulture), null));
            _prepared.Add(sql, command);
        }
        command.Transaction = _transaction;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] switch { null => DBNull.Value, bool flag => flag ? 1L : 0L, DateOnly day => (long)day.DayNumber, var value => value };
        return command;
    }
}
