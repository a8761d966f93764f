using Demarche.Store;
using Demarche.Store.Files;
using Demarche.Store.Schema;

namespace Demarche.Tests.Store;

/// <summary>Tables of an older version are led forward, and a copy of them stays.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_older_store_is_led_forward_with_a_copy()
    {
        var path = _folder.Path("a.db");
        using (var store = CrisisStore.Create(path))
            await store.AddAsync(SampleRecords.Caracas.Take(3).ToList(), TestContext.Current.CancellationToken);
        var file = new StoreFile(path);
        using (var db = file.Writer(create: false))
        {
            var backup = SchemaVersions.Migrate(db, path, SchemaVersions.Current + 2, version => $"alter table articles add column added_in_{version} text");
            Assert.Equal($"{path}.v{SchemaVersions.Current}.bak", backup);
            Assert.Equal(SchemaVersions.Current + 2, SchemaVersions.Of(db));
            Assert.Equal(3, db.Number($"select count(*) from articles where added_in_{SchemaVersions.Current + 1} is null and added_in_{SchemaVersions.Current + 2} is null"));
            Assert.Null(SchemaVersions.Migrate(db, path, SchemaVersions.Current + 2, _ => ""));
        }
        Assert.Contains("newer", Assert.Throws<StoreException>(() => CrisisStore.Open(path)).Message, StringComparison.Ordinal);
        using var old = CrisisStore.Open($"{path}.v{SchemaVersions.Current}.bak");
        Assert.Equal(3, old.Queries.Counts().Articles);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_store_as_it_was()
    {
        var path = _folder.Path("a.db");
        using (var store = CrisisStore.Create(path))
            await store.AddAsync(SampleRecords.Caracas[0], TestContext.Current.CancellationToken);
        using (var db = new StoreFile(path).Writer(create: false))
            Assert.ThrowsAny<Exception>(() => SchemaVersions.Migrate(db, path, SchemaVersions.Current + 1, _ => "create table half(x); create table half(x)"));
        using var again = CrisisStore.Open(path);
        Assert.Equal(1, again.Queries.Counts().Articles);
    }

    [Fact]
    public async Task A_reader_is_not_kept_waiting_by_a_writer_elsewhere()
    {
        var path = _folder.Path("a.db");
        using var store = CrisisStore.Create(path);
        await store.AddAsync(SampleRecords.Caracas[0], TestContext.Current.CancellationToken);
        using var other = CrisisStore.Open(path);
        using var writer = new StoreFile(path).Writer(create: false);
        Assert.Throws<OperationCanceledException>(() => writer.Transact<int>(() =>
        {
            writer.Run("delete from articles");
            Assert.Equal(1, other.Queries.Counts().Articles);
            throw new OperationCanceledException("half done");
        }));
        await other.AddAsync(SampleRecords.Caracas[1], TestContext.Current.CancellationToken);
        Assert.Equal(2, store.Queries.Counts().Articles);
    }

    [Fact]
    public async Task A_call_that_writes_waits_as_long_as_it_says()
    {
        var path = _folder.Path("a.db");
        using var store = CrisisStore.Create(path, new() { Wait = TimeSpan.FromSeconds(1) });
        using var other = new StoreFile(path).Writer(create: false);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using (var held = other.Connection.BeginTransaction())
        {
            var problem = await Assert.ThrowsAsync<StoreException>(() => store.AddAsync(SampleRecords.Caracas[0], TestContext.Current.CancellationToken));
            Assert.Contains("within 1 seconds", problem.Message, StringComparison.Ordinal);
        }
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.9, 6);
        Assert.Equal(AddOutcome.Added, (await store.AddAsync(SampleRecords.Caracas[0], TestContext.Current.CancellationToken)).Outcome);
    }
}
