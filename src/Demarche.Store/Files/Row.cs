using Microsoft.Data.Sqlite;

namespace Demarche.Store.Files;

/// <summary>A row that a query has come to, read by the number of the column.</summary>
internal readonly struct Row(SqliteDataReader reader)
{
    public long Long(int column) => reader.GetInt64(column);

    public int Int(int column) => (int)reader.GetInt64(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int? IntOrNull(int column) => reader.IsDBNull(column) ? null : (int)reader.GetInt64(column);

    public bool Flag(int column) => reader.GetInt64(column) != 0;

    public double? Number(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public DateOnly? Day(int column) => reader.IsDBNull(column) ? null : DateOnly.FromDayNumber((int)reader.GetInt64(column));

    /// <summary>A day as a date is written.</summary>
    public string? IsoDay(int column) => Day(column)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    /// <summary>What is kept of a key.</summary>
    public object Key(int column) => reader.GetValue(column);

    /// <summary>A list that one column holds with bars between.</summary>
    public string[] List(int column) => reader.GetString(column) is { Length: > 0 } text ? text.Split('|') : [];
}
