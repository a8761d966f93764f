using Demarche.Records;
using Demarche.Store;

namespace Demarche.Tests.Store;

/// <summary>What goes into a store comes out of it, once.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Articles_come_out_as_they_went_in()
    {
        using var store = CrisisStore.Create(_folder.Path("a.db"));
        var results = await store.AddAsync(SampleRecords.Caracas, TestContext.Current.CancellationToken);
        Assert.All(results, result => Assert.Equal(AddOutcome.Added, result.Outcome));
        Assert.Equal(SampleRecords.Caracas.Select(RecordJson.Write), store.Queries.Records().Select(RecordJson.Write));
        Assert.Equal(SampleRecords.Caracas.Sum(record => record.Events.Count), store.Queries.Counts().Events);
    }

    [Fact]
    public async Task The_same_article_is_added_once_and_another_coding_takes_its_place()
    {
        using var store = CrisisStore.Create(_folder.Path("a.db"));
        var cancel = TestContext.Current.CancellationToken;
        var record = SampleRecords.Caracas[3];
        await store.AddAsync(SampleRecords.Caracas, cancel);
        await store.RefreshAsync(cancel);
        var before = store.Queries.Counts();
        var matrix = store.Queries.Matrix(new(2019, 3, 1)).Cells.Count;
        Assert.Equal(AddOutcome.Unchanged, (await store.AddAsync(record with { Id = "elsewhere" }, cancel)).Outcome);
        Assert.Equal(before, store.Queries.Counts());
        var recoded = record with { Coder = record.Coder with { Version = "9" }, Events = [], Positions = [] };
        Assert.Equal(new(record.Id, AddOutcome.Recoded, null), await store.AddAsync(recoded, cancel));
        Assert.Equal(before.Events - record.Events.Count, store.Queries.Counts().Events);
        await store.AddAsync(record, cancel);
        await store.RefreshAsync(cancel);
        Assert.Equal(before, store.Queries.Counts());
        Assert.Equal(matrix, store.Queries.Matrix(new(2019, 3, 1)).Cells.Count);
    }

    [Fact]
    public async Task Two_articles_of_one_id_are_both_kept()
    {
        using var store = CrisisStore.Create(_folder.Path("a.db"));
        var cancel = TestContext.Current.CancellationToken;
        var (one, other) = (SampleRecords.Caracas[0], SampleRecords.Caracas[1] with { Id = SampleRecords.Caracas[0].Id });
        Assert.Equal(one.Id, (await store.AddAsync(one, cancel)).Id);
        Assert.StartsWith(one.Id + "~", (await store.AddAsync(other, cancel)).Id, StringComparison.Ordinal);
        Assert.Equal(2, store.Queries.Counts().Articles);
    }

    [Fact]
    public async Task A_copy_in_another_paper_is_an_article_but_no_second_report()
    {
        using var store = CrisisStore.Create(_folder.Path("a.db"));
        var cancel = TestContext.Current.CancellationToken;
        var record = SampleRecords.Caracas[4];
        await store.AddAsync(record, cancel);
        var copy = await store.AddAsync(record with { Id = "copy", Source = record.Source with { Publisher = "Another paper" } }, cancel);
        Assert.Equal(record.Id, copy.CopyOf);
        Assert.All(store.Queries.Events(new(), new(0, 1000)).Items, item => Assert.Equal(1, item.Reports));
        // Acts of people that are only described ("protesters") may be others in another article.
        Assert.InRange(store.Queries.Events(new(), new(0, 1000)).Total, 1, (2 * record.Events.Count) - 5);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_by_name()
    {
        File.WriteAllText(_folder.Path("notes.txt"), "These are notes and no database, and there are enough of them.");
        Assert.Contains("notes.txt", Assert.Throws<StoreException>(() => CrisisStore.Open(_folder.Path("notes.txt"))).Message, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => CrisisStore.Open(_folder.Path("none.db")));
    }
}
