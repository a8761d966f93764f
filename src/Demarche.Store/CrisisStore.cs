using System.Globalization;
using Demarche.Reading;
using Demarche.Records;
using Demarche.Store.Adding;
using Demarche.Store.Crises;
using Demarche.Store.Files;
using Demarche.Store.Refreshing;
using Demarche.Store.Schema;
using Microsoft.Data.Sqlite;

namespace Demarche.Store;

/// <summary>
/// Articles and all that was read from them, in one SQLite file. Many threads may use one store; several programs may open one file:
/// one of them writes at a time, readers are never kept waiting. What a call that adds has given back is on the disk.
/// </summary>
public sealed class CrisisStore : IDisposable
{
    private readonly Db _writer;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TimeProvider _clock;

    private CrisisStore(StoreFile file, Db writer, StoreOptions options, string? backup)
    {
        _writer = writer;
        _clock = options.Clock;
        File = file;
        Backup = backup;
        Options = options;
        Packing = new((byte[])writer.Value("select value from meta where key = 'dictionary'")!);
        Articles = new(writer, Packing, options.Lexicon);
        Queries = new(this);
        Reviews = new(this);
        Crises = new(this);
        Watches = new(this);
    }

    /// <summary>The file.</summary>
    public string Path => File.Path;

    /// <summary>The copy that was put beside the file because its tables were of an older version; null where they were not.</summary>
    public string? Backup { get; }

    /// <summary>What the store can be asked.</summary>
    public StoreQueries Queries { get; }

    /// <summary>What people say about what the coder read.</summary>
    public StoreReviews Reviews { get; }

    /// <summary>The crises that the store's articles belong to.</summary>
    public StoreCrises Crises { get; }

    /// <summary>What is waited for.</summary>
    public StoreWatches Watches { get; }

    internal StoreFile File { get; }

    internal StoreOptions Options { get; }

    internal Packing Packing { get; }

    internal ArticleWriter Articles { get; }

    /// <summary>Opens a store that is there; one of an older version is led forward after a copy of it was put beside it.</summary>
    /// <exception cref="StoreException">There is none, or the file is no store.</exception>
    public static CrisisStore Open(string path, StoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!System.IO.File.Exists(path))
            throw new StoreException($"{path} is not there: add articles to it first, with demarche add PATH --store {path}.");
        return Opened(path, options ?? new(), create: false);
    }

    /// <summary>Makes a new store.</summary>
    /// <exception cref="StoreException">The file is there already, or cannot be made.</exception>
    public static CrisisStore Create(string path, StoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (System.IO.File.Exists(path))
            throw new StoreException($"{path} is there already.");
        return Opened(path, options ?? new(), create: true);
    }

    /// <summary>Opens a store, or makes it where there is none.</summary>
    /// <exception cref="StoreException">The file is no store, or cannot be made.</exception>
    public static CrisisStore OpenOrCreate(string path, StoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Opened(path, options ?? new(), create: true);
    }

    /// <summary>
    /// Adds an article's record. The same bytes are added once; another coding of an article that is there takes the old one's place.
    /// What it tells of is found at once; positions over time and tension change with the next <see cref="RefreshAsync"/>.
    /// </summary>
    public async Task<AddResult> AddAsync(Record record, CancellationToken cancel = default) => (await AddAsync([record], cancel).ConfigureAwait(false))[0];

    /// <summary>Adds records in one transaction: all of them or, where it fails, none.</summary>
    public Task<IReadOnlyList<AddResult>> AddAsync(IReadOnlyList<Record> records, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return AddPreparedAsync(records.Count < 8 ? [.. records.Select(Prepare)] : [.. records.AsParallel().AsOrdered().Select(Prepare)], cancel);
    }

    /// <summary>Whether the store has an article already, coded by this coder: then it need not be coded again.</summary>
    public bool Holds(Article article, CoderVersion coder)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(coder);
        var digest = ArticleDigest.Of(article);
        return Queries.Read(look => (string?)look.Db.Value("select coder from articles where digest = ?1", digest)) == ArticleWriter.Coder(coder);
    }

    /// <summary>Brings up to date what is worked out over all articles: positions over time, tension, and which watches fire.</summary>
    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        // In parts, so that others who write need not wait for the whole.
        while (await WriteAsync(db => Part(db, "select holder from stale_positions limit 500", "delete from stale_positions where holder = ?1", new SpellTable(db).Make), cancel).ConfigureAwait(false) > 0)
        {
        }
        while (await WriteAsync(db => Part(db, "select week from stale_weeks limit 50", "delete from stale_weeks where week = ?1", week => TensionTable.Make(db, week)), cancel).ConfigureAwait(false) > 0)
        {
        }
        await WriteAsync(db => new WatchCheck(db, Packing, Now()).Run(DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)), cancel).ConfigureAwait(false);

        static int Part(Db db, string stale, string done, Action<long> make)
        {
            var numbers = db.Rows(stale, row => row.Long(0));
            foreach (var number in numbers)
            {
                make(number);
                db.Run(done, number);
            }
            return numbers.Count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Queries.Dispose();
        _writer.Dispose();
        Packing.Dispose();
        _turn.Dispose();
    }

    /// <summary>Works out what can be worked out without the store.</summary>
    internal PreparedArticle Prepare(Record record) => PreparedArticle.Of(record, Packing);

    internal Task<IReadOnlyList<AddResult>> AddPreparedAsync(IReadOnlyList<PreparedArticle> articles, CancellationToken cancel = default) =>
        WriteAsync<IReadOnlyList<AddResult>>(_ => [.. articles.Select(article => Articles.Add(article, Now()))], cancel);

    internal string Now() => _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Writes in one transaction, when it is this call's turn; what was worked out of the store before is forgotten.</summary>
    internal Task<T> WriteAsync<T>(Func<Db, T> work, CancellationToken cancel = default) => NoteAsync(db =>
    {
        var result = work(db);
        db.Run("insert into meta(key, value) values('revision', 1) on conflict(key) do update set value = value + 1");
        return result;
    }, cancel);

    /// <summary>Writes what no view tells of: visits, feeds, what was sent.</summary>
    internal async Task<T> NoteAsync<T>(Func<Db, T> work, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return _writer.Transact(() => work(_writer));
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            Articles.Forget();
            throw new StoreException($"{Path} is being written to by another program, and it did not end within {File.Wait} seconds: try again when it is done.", busy);
        }
        catch
        {
            Articles.Forget();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static CrisisStore Opened(string path, StoreOptions options, bool create)
    {
        var file = new StoreFile(path, Math.Max(1, (int)options.Wait.TotalSeconds));
        Db? writer = null;
        try
        {
            writer = file.Writer(create);
            string? backup = null;
            if (create && writer.Number("select count(*) from sqlite_schema") == 0)
                writer.Transact(() =>
                {
                    SchemaVersions.Create(writer);
                    return writer.Run("insert into meta(key, value) values('dictionary', ?1)", Packing.Shipped());
                });
            else
                backup = SchemaVersions.Migrate(writer, path);
            return new(file, writer, options, backup);
        }
        catch (Exception error)
        {
            writer?.Dispose();
            if (error is SqliteException sqlite)
                throw new StoreException($"{path} cannot be used as a store: {sqlite.Message}", error);
            throw;
        }
    }
}
