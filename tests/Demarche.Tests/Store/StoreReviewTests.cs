using Demarche.Store;

namespace Demarche.Tests.Store;

/// <summary>What people say wins over the coder, and still holds when the article is coded again.</summary>
public sealed class StoreReviewTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();
    private CrisisStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = CrisisStore.Create(_folder.Path("a.db"));
        await _store.AddAsync(SampleRecords.Caracas);
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_correction_survives_another_coding()
    {
        var record = SampleRecords.Caracas[4];
        var entry = record.Events[1];
        var review = await _store.Reviews.CorrectAsync(record.Id, "events", entry.Key, """{ "type": "THREATEN", "actor": [ "@state:MEX" ] }""", "Ana", "read again");
        Assert.Contains("@", review.Before, StringComparison.Ordinal);
        Check();
        // Another coder reads the entities in another order, and does not find the event at all.
        var recoded = record with { Coder = record.Coder with { Version = "9" }, Events = [.. record.Events.Where(item => item.Key != entry.Key && item.SameAs != entry.Id)] };
        Assert.Equal(AddOutcome.Recoded, (await _store.AddAsync(recoded)).Outcome);
        Check();
        await _store.Reviews.WithdrawAsync(record.Id, "events", entry.Key, "Ana");
        Assert.DoesNotContain(_store.Queries.Article(record.Id)!.Record.Events, item => item.Key == entry.Key);
        Assert.Equal(2, _store.Reviews.Log(record.Id).Total);

        void Check()
        {
            var now = _store.Queries.Article(record.Id)!;
            var changed = now.Record.Events.Single(item => item.Key == entry.Key);
            Assert.Equal("THREATEN", changed.Type);
            Assert.Equal(entry.Span, changed.Span);
            Assert.Equal("MEX", now.Record.Entities.Single(entity => entity.Id == changed.Actor.Single()).Country);
            Assert.Contains(_store.Queries.Events(new() { Article = record.Id, Types = ["THREATEN"], Actor = "state:MEX" }).Items, item => item.Source.Key == entry.Key);
        }
    }

    [Fact]
    public async Task What_is_rejected_goes_and_what_refers_to_it_stands_alone()
    {
        var record = SampleRecords.Caracas.First(candidate => candidate.Events.Any(item => item.ReportedBy is not null));
        var statement = record.Statements.First(item => record.Events.Any(told => told.ReportedBy == item.Id));
        await _store.Reviews.RejectAsync(record.Id, "statements", statement.Key, "Ana");
        var now = _store.Queries.Article(record.Id)!;
        Assert.DoesNotContain(now.Record.Statements, item => item.Key == statement.Key);
        Assert.DoesNotContain(now.Record.Events, item => item.ReportedBy == statement.Id);
        Assert.Contains(statement.Key, now.Rejected);
        await Assert.ThrowsAsync<StoreException>(() => _store.Reviews.RejectAsync(record.Id, "statements", "no such key", "Ana"));
        await Assert.ThrowsAsync<StoreException>(() => _store.Reviews.CorrectAsync(record.Id, "events", record.Events[0].Key, "no JSON", "Ana"));
    }

    [Fact]
    public async Task What_the_coder_missed_is_added_survives_another_coding_and_can_be_taken_out()
    {
        var record = SampleRecords.Caracas[4];
        var place = record.Places[0];
        var (begin, end) = (record.Sentences[1].Begin, record.Sentences[1].End);
        var review = await _store.Reviews.AddAsync(record.Id, "events", $$"""
            { "type": "AID", "modes": [], "contexts": ["economic"], "actor": ["@person:PER:Ana Robles"], "recipient": ["@state:MEX"], "date": "2019-01-24", "place": "{{place.Id}}",
              "span": { "begin": {{begin}}, "end": {{end}} } }
            """, "Ana");
        Assert.Null(review.Before);
        Assert.Contains("Ana Robles", review.After, StringComparison.Ordinal);
        Check();
        // Another coder numbers places and entities otherwise.
        var recoded = record with
        {
            Coder = record.Coder with { Version = "9" }, Entities = [.. record.Entities.Where(entity => entity.Country != "MEX")], Events = [], Positions = [], Demands = [], Statements = [], Figures = [],
            Places = [.. record.Places.Select(item => item with { Id = item.Id + "9" })],
        };
        Assert.Equal(AddOutcome.Recoded, (await _store.AddAsync(recoded)).Outcome);
        Check();
        Assert.Contains(_store.Reviews.Gold(), gold => gold.Gold.Contains("Ana Robles", StringComparison.Ordinal));
        // A correction of what was added knows its people still.
        await _store.Reviews.CorrectAsync(record.Id, "events", review.Key, """{ "type": "SANCTION" }""", "Ben");
        var corrected = Added().Events.Single(item => item.Key == review.Key);
        Assert.Equal(("SANCTION", 4), (corrected.Type, corrected.Quad));
        Assert.Equal("Ana Robles", Added().Entities.Single(entity => entity.Id == corrected.Actor[0]).Name);
        await _store.Reviews.WithdrawAsync(record.Id, "events", review.Key, "Ana");
        Assert.DoesNotContain(Added().Events, item => item.Key == review.Key);
        await Assert.ThrowsAsync<StoreException>(() => _store.Reviews.AddAsync(record.Id, "events", """{ "type": "DANCE" }""", "Ana"));
        await Assert.ThrowsAsync<StoreException>(() => _store.Reviews.AddAsync(record.Id, "figures", """{ "kind": "killed", "span": { "begin": 5, "end": 500000 } }""", "Ana"));

        Demarche.Records.Record Added() => _store.Queries.Article(record.Id)!.Record;

        void Check()
        {
            var added = Added().Events.Single(item => item.Key == review.Key);
            Assert.Equal((1, "actual", "review"), (added.Sentence, added.Status, added.Rule));
            Assert.Equal((2, 10.0), (added.Quad!.Value, added.Score!.Value));
            Assert.Equal("Ana Robles", Added().Entities.Single(entity => entity.Id == added.Actor.Single()).Name);
            Assert.Equal("MEX", Added().Entities.Single(entity => entity.Id == added.Recipient.Single()).Country);
            Assert.Equal(place.Name, Added().Places.Single(item => item.Id == added.Place).Name);
            Assert.Contains(_store.Queries.Events(new() { Article = record.Id, Types = ["AID"], Recipient = "state:MEX" }).Items, item => item.Source.Key == review.Key);
        }
    }

    [Fact]
    public async Task Entities_are_merged_taken_apart_and_split_off()
    {
        var (maduro, guaido) = (Key("Maduro"), Key("Guaidó"));
        var events = _store.Queries.Actor(maduro)!.Events + _store.Queries.Actor(guaido)!.Events;
        var before = _store.Queries.Actor(guaido)!.Events;
        await _store.Reviews.MergeAsync(guaido, maduro, "Ana");
        Assert.Equal(maduro, _store.Queries.Actor(guaido)!.Entity.Key);
        Assert.InRange(_store.Queries.Actor(maduro)!.Events, before + 1, events);
        await _store.Reviews.UnmergeAsync(guaido, "Ana");
        Assert.Equal(before, _store.Queries.Actor(guaido)!.Events);
        var article = _store.Queries.Articles(new() { Entity = guaido }).Items[0].Id;
        await _store.Reviews.SplitAsync(article, guaido, "Another Guaidó", "Ana");
        Assert.DoesNotContain(_store.Queries.Articles(new() { Entity = guaido }).Items, item => item.Id == article);
        Assert.Equal(article, Assert.Single(_store.Queries.Articles(new() { Entity = Key("Another Guaidó") }).Items).Id);
        Assert.Contains(_store.Queries.Article(article)!.Entities.Values, key => key == Key("Another Guaidó"));
    }

    [Fact]
    public async Task Reviewed_articles_are_gold_that_the_scorer_reads()
    {
        var record = SampleRecords.Caracas[4];
        await _store.Reviews.AcceptAsync(record.Id, "events", record.Events[0].Key, "Ana");
        var (article, gold) = Assert.Single(_store.Reviews.Gold());
        Assert.Equal(record.Id, article);
        using var json = System.Text.Json.JsonDocument.Parse(gold);
        Assert.Equal(1, json.RootElement.GetProperty("events").EnumerateArray().Count(item => item.GetProperty("must").GetBoolean()));
        Assert.Equal(record.Events.Count, json.RootElement.GetProperty("events").GetArrayLength());
    }

    private string Key(string name) => _store.Queries.Entities(new() { Search = name, Kind = "person" }).Items.First(item => item.Name.EndsWith(name, StringComparison.Ordinal)).Key;
}
