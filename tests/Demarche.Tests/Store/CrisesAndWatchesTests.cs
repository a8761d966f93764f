using Demarche.Store;
using Demarche.Tests.Ledgers;

namespace Demarche.Tests.Store;

/// <summary>Several crises in one store, and watches that tell of news once.</summary>
public sealed class CrisesAndWatchesTests : IDisposable
{
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2019, 2, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now = Now.AddSeconds(1);
    }

    private readonly StoreFolder _folder = new();
    private readonly Clock _clock = new();
    private readonly CrisisStore _store;

    public CrisesAndWatchesTests() => _store = CrisisStore.Create(_folder.Path("a.db"), new() { Clock = _clock });

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_article_belongs_to_the_crises_whose_words_it_holds()
    {
        await _store.AddAsync(RecordMaker.Make("one", "2019-01-24", "Caracas was quiet.").Event("COERCE", "maduro", "guaido", "2019-01-24"));
        await _store.Crises.DefineAsync("Venezuela", "Caracas OR Maduro");
        await _store.AddAsync(RecordMaker.Make("two", "2019-01-25", "Maduro spoke for hours.").Event("COERCE", "maduro", "guaido", "2019-01-25"));
        await _store.AddAsync(RecordMaker.Make("three", "2019-01-25", "In Khartoum it rained."));
        await _store.RefreshAsync();
        Assert.Equal(2, Assert.Single(_store.Crises.List()).Articles);
        Assert.Equal(["two", "one"], _store.Queries.Articles(new() { Crisis = "Venezuela" }).Items.Select(item => item.Id));
        Assert.Equal(2, _store.Queries.Events(new() { Crisis = "Venezuela" }).Total);
        await _store.Crises.DefineAsync("Venezuela", "Khartoum");
        Assert.Equal("three", Assert.Single(_store.Queries.Articles(new() { Crisis = "Venezuela" }).Items).Id);
        Assert.Null(await _store.Crises.VisitAsync("Ana", "Venezuela"));
        Assert.NotNull(await _store.Crises.VisitAsync("Ana", "Venezuela"));
        await _store.Crises.RemoveAsync("Venezuela");
        Assert.Empty(_store.Crises.List());
    }

    [Fact]
    public async Task Watches_fire_once_on_what_is_new()
    {
        await _store.AddAsync(RecordMaker.Make("one", "2019-01-24", "The first text has words.").Position("mexico", "neutral", "maduro", "2019-01-24", null).Killed(20, null));
        await _store.RefreshAsync();
        await _store.Watches.AddAsync(new(0, null, "position", "state:MEX", null, null, "http://localhost/hook"));
        await _store.Watches.AddAsync(new(0, null, "deadline", null, null, null, null));
        await _store.Watches.AddAsync(new(0, null, "figure", null, null, null, null));
        await _store.RefreshAsync();
        Assert.Empty(_store.Watches.Firings().Items);
        await _store.AddAsync(RecordMaker.Make("two", "2019-02-01", "The second text has other words.").Position("mexico", "opposes", "maduro", "2019-02-01", null)
            .Killed(20, null).Killed(35, null).Demand("usa", "maduro", "2019-02-03"));
        await _store.RefreshAsync();
        Assert.Equal(["figure", "position"], _store.Watches.Firings().Items.Select(item => item.Kind).Order(StringComparer.Ordinal));
        Assert.Contains("Mexico opposes Nicolás Maduro", Assert.Single(_store.Watches.Unsent()).Telling, StringComparison.Ordinal);
        await _store.Watches.SentAsync(_store.Watches.Unsent()[0].Number, isSent: true);
        Assert.Empty(_store.Watches.Unsent());
        _clock.Now = new(2019, 2, 5, 0, 0, 0, TimeSpan.Zero);
        await _store.RefreshAsync();
        await _store.RefreshAsync();
        Assert.Equal(3, _store.Watches.Firings().Total);
        Assert.Contains(_store.Watches.Firings().Items, item => item.Kind == "deadline" && item.Article == "two");
        await Assert.ThrowsAsync<StoreException>(() => _store.Watches.AddAsync(new(0, "no crisis", "figure", null, null, null, null)));
    }

    [Fact]
    public async Task A_crisis_with_a_watch_list_tells_of_its_actors_only()
    {
        await _store.AddAsync(RecordMaker.Make("one", "2019-01-24", "The first text has words.").Position("mexico", "neutral", "maduro", "2019-01-24", null).Position("usa", "opposes", "maduro", "2019-01-24", null));
        await _store.Crises.DefineAsync("Venezuela", "", ["state:MEX", "nobody:yet"]);
        await _store.Watches.AddAsync(new(0, "Venezuela", "position", null, null, null, null));
        await _store.Watches.AddAsync(new(0, "Venezuela", "deadline", null, null, null, null));
        await _store.Watches.AddAsync(new(0, "Venezuela", "position", "state:USA", null, null, null));
        await _store.AddAsync(RecordMaker.Make("two", "2019-02-01", "The second text has other words.").Position("mexico", "opposes", "maduro", "2019-02-01", null)
            .Position("usa", "supports", "guaido", "2019-02-01", null).Demand("usa", "maduro", "2019-02-03"));
        _clock.Now = new(2019, 2, 5, 0, 0, 0, TimeSpan.Zero);
        await _store.RefreshAsync();
        var firings = _store.Watches.Firings().Items;
        Assert.Contains("Mexico", Assert.Single(firings, item => item.Watch == 1).Telling, StringComparison.Ordinal);
        Assert.DoesNotContain(firings, item => item.Watch == 2);
        Assert.Single(firings, item => item.Watch == 3);
    }
}
