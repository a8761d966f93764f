using Microsoft.Data.Sqlite;

namespace Demarche.Store.Files;

/// <summary>Opens connections to a store's file.</summary>
internal sealed class StoreFile(string path, int wait = 20)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>For how many seconds a statement is tried again while another program writes. SQLite's own waiting stays off: the two would add up.</summary>
    public int Wait => wait;

    /// <summary>A connection that writes: write-ahead log, and what is committed is on the disk.</summary>
    public Db Writer(bool create)
    {
        var connection = Open(create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, pooling: false);
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536; pragma temp_store = memory; pragma wal_autocheckpoint = 4000");
        return new(connection);
    }

    /// <summary>A connection that only reads.</summary>
    public Db Reader()
    {
        var connection = Open(SqliteOpenMode.ReadOnly, pooling: false);
        Execute(connection, "pragma cache_size = -32768; pragma temp_store = memory; pragma mmap_size = 268435456; pragma query_only = 1");
        return new(connection);
    }

    private SqliteConnection Open(SqliteOpenMode mode, bool pooling)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = pooling, DefaultTimeout = wait }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
