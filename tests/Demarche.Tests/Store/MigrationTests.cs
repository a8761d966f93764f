using System.IO.Compression;
using System.Text.Json;
using Demarche.Records;
using Demarche.Store;
using Demarche.Store.Files;
using Demarche.Tests.House;

namespace Demarche.Tests.Store;

/// <summary>A store of the first version, four articles that its own program added, is led forward and loses nothing.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_of_the_first_version_loses_nothing()
    {
        var path = _folder.Path("a.db");
        using (var packed = new GZipStream(File.OpenRead(Path.Combine(Repository.Root, "tests/Demarche.Tests/Store/v1.db.gz")), CompressionMode.Decompress))
        using (var file = File.Create(path))
            packed.CopyTo(file);
        using var store = CrisisStore.Open(path);
        Assert.Equal($"{path}.v1.bak", store.Backup);

        using var old = new StoreFile(store.Backup!).Reader();
        using var packing = new Packing((byte[])old.Value("select value from meta where key = 'dictionary'")!);
        var before = old.Rows("select b.text, b.record from bodies b order by article", row => RecordJson.Read(packing.TextOfV1(row.Bytes(1))) with { Text = packing.TextOfV1(row.Bytes(0)) });
        Assert.Equal(4, before.Count);
        Assert.Equal(before.Select(RecordJson.Write), store.Queries.Records().Select(RecordJson.Write));
        Assert.Equal(old.Rows("select key from events where num = head order by key", row => row.Text(0)), store.Queries.Events(new(), new(0, 1000)).Items.Select(item => item.Source.Key).Order(StringComparer.Ordinal));
        Assert.Equal(old.Rows("select id, added, coded from articles order by num", row => (row.Text(0), row.Text(1), row.Text(2))),
            store.Queries.Read(look => look.Db.Rows("select id, added, coded from articles order by num", row => (row.Text(0), row.Text(1), row.Text(2)))));

        // Every row is what adding the records today would make of them.
        using var anew = CrisisStore.Create(_folder.Path("anew.db"));
        await anew.AddAsync(before, TestContext.Current.CancellationToken);
        await anew.RefreshAsync(TestContext.Current.CancellationToken);
        foreach (var ask in new Func<StoreQueries, object>[]
        {
            queries => queries.Counts(), queries => queries.Events(new(), new(0, 1000)), queries => queries.Statements(new(), new(0, 1000)), queries => queries.Positions(new(), new(0, 1000)),
            queries => queries.Demands(new(), new(0, 1000)), queries => queries.Figures(new(), new(0, 1000)), queries => queries.Entities(new() { Local = true }, new(0, 1000)), queries => queries.Overview(new()),
            queries => queries.Timeline(new(), new(0, 1000)),
        })
            Assert.Equal(JsonSerializer.Serialize(ask(anew.Queries)), JsonSerializer.Serialize(ask(store.Queries)));
        Assert.Equal(AddOutcome.Unchanged, (await store.AddAsync(before[0], TestContext.Current.CancellationToken)).Outcome);
    }
}
