using System.Globalization;
using Demarche.Store.Files;
using Microsoft.Data.Sqlite;

namespace Demarche.Store.Schema;

/// <summary>
/// The versions of the tables. Each step is a file of SQL, <c>Schema/vN.sql</c>; a store of an older version is led forward step by
/// step in one transaction, after a copy of it was put beside it.
/// </summary>
internal static class SchemaVersions
{
    /// <summary>"Dmch", which tells a store from other SQLite files.</summary>
    public const int ApplicationId = 0x446D6368;

    /// <summary>The version that this library writes.</summary>
    public const int Current = 2;

    /// <summary>The version of a file's tables; 0 where it has none.</summary>
    public static int Of(Db db) => (int)db.Number("pragma user_version")!.Value;

    /// <summary>Makes the tables of a new file.</summary>
    public static void Create(Db db) => Lead(db, 0, Step);

    /// <summary>Leads an older store forward; puts a copy of it beside it first, whose path is given back.</summary>
    /// <exception cref="StoreException">The file is no store, or a newer one.</exception>
    public static string? Migrate(Db db, string path) => Migrate(db, path, Current, Step);

    internal static string? Migrate(Db db, string path, int current, Func<int, string> step)
    {
        if (db.Number("pragma application_id") != ApplicationId)
            throw new StoreException($"{path} is no store of Demarche: name another file.");
        var version = Of(db);
        if (version > current)
            throw new StoreException($"{path} was made by a newer Demarche (version {version} of its tables, this one knows {current}): update Demarche.");
        if (version == current)
            return null;
        var backup = string.Create(CultureInfo.InvariantCulture, $"{path}.v{version}.bak");
        Copy(db, backup);
        Lead(db, version, step, current);
        db.Run("vacuum");
        return backup;
    }

    private static void Copy(Db db, string path)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        copy.Open();
        db.Connection.BackupDatabase(copy);
    }

    private static void Lead(Db db, int from, Func<int, string> step, int to = Current) => db.Transact(() =>
    {
        for (var version = from + 1; version <= to; version++)
        {
            db.Run(step(version));
            if (version == 2)
                PackedAnew.Run(db);
        }
        // A pragma takes no parameters; both are numbers of this class.
        db.Run(string.Create(CultureInfo.InvariantCulture, $"pragma application_id = {ApplicationId}"));
        db.Run(string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {to}"));
        return 0;
    });

    private static string Step(int version) => Resource.Text(string.Create(CultureInfo.InvariantCulture, $"Schema/v{version}.sql"));
}
