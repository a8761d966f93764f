using Demarche.Records;
using Demarche.Store;

namespace Demarche.Tests.Store;

/// <summary>What is exported and read back loses nothing; older layouts have their columns.</summary>
public sealed class StoreArchiveTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_round_trip_loses_nothing()
    {
        using var one = CrisisStore.Create(_folder.Path("one.db"));
        await one.AddAsync(SampleRecords.Caracas);
        var record = SampleRecords.Caracas[4];
        await one.Reviews.CorrectAsync(record.Id, "events", record.Events[1].Key, """{ "type": "THREATEN" }""", "Ana");
        await one.Reviews.RejectAsync(record.Id, "events", record.Events[2].Key, "Ana");
        var people = one.Queries.Entities(new() { Kind = "person" }).Items;
        await one.Reviews.MergeAsync(people[3].Key, people[2].Key, "Ana");
        await one.Crises.DefineAsync("Venezuela", "Maduro OR Guaidó", [people[0].Key]);
        await one.Watches.AddAsync(new(0, "Venezuela", "figure", null, null, null, null));
        await one.Watches.AddAsync(new(0, null, "position", null, null, null, "http://localhost/hook"));
        var matter = one.Queries.Matters(new()).Items[0];
        await one.Watches.AddAsync(new(0, null, "figure", null, null, matter.Id, null));
        await one.WriteAsync(db => db.Run("update watches set created = '2019-01-30T08:00:00.000Z' where num = 3"));
        await one.WriteAsync(db => db.Run("update crises set created = '2019-01-29T08:00:00.000Z'"));
        await one.RefreshAsync();
        await one.WriteAsync(db => db.Run("insert into firings(watch, kind, at, day, subject, telling, article, sent, tries) values(2, 'position', '2026-01-02T03:04:05.000Z', 737000, 'a:b', 'Mexico opposes', ?1, '2026-01-02T03:05:00.000Z', 1)", record.Id));
        await StoreArchive.WriteAsync(one, _folder.Path("archive"));
        using var other = CrisisStore.Create(_folder.Path("other.db"));
        await StoreArchive.ReadAsync(other, _folder.Path("archive"));
        await StoreArchive.ReadAsync(other, _folder.Path("archive"));
        await other.RefreshAsync();
        Assert.Equal(one.Queries.Records().Select(RecordJson.Write), other.Queries.Records().Select(RecordJson.Write));
        Assert.Equal(one.Queries.Records(asCoded: true).Select(RecordJson.Write), other.Queries.Records(asCoded: true).Select(RecordJson.Write));
        Assert.Equal(Added(one), Added(other));
        Assert.Equal(one.Watches.Firings().Items, other.Watches.Firings().Items);
        Assert.Contains(other.Watches.Firings().Items, fired => fired.Watch == 3);
        Assert.Equal(Watched(one), Watched(other));
        Assert.Equal(matter.Kind, other.Queries.Matters(new()).Items.Single(item => item.Id == other.Watches.List()[2].Matter).Kind);
        Assert.Equal(one.Reviews.Log().Items, other.Reviews.Log().Items);
        Assert.Equal(one.Crises.List().Select(crisis => crisis.ToString()), other.Crises.List().Select(crisis => crisis.ToString()));
        Assert.Equal(people[2].Key, other.Queries.Actor(people[3].Key)!.Entity.Key);
        var broken = _folder.Path("broken");
        Directory.CreateDirectory(broken);
        await Assert.ThrowsAsync<StoreException>(() => StoreArchive.ReadAsync(other, broken));

        // Numbers may be others than those of the store that was exported.
        static List<string> Watched(CrisisStore store) => store.Queries.Read(look => look.Db.Rows(
            "select json_array(c.name, c.created, w.kind, w.office, w.webhook, w.created, m.kind, m.unit, m.country, f.key, t.key) from watches w left join crises c on c.num = w.crisis left join matters m on m.num = w.matter left join entities f on f.num = m.from_entity left join entities t on t.num = m.to_entity order by w.num", row => row.Text(0)));
        static List<(string, string, string)> Added(CrisisStore store) => store.Queries.Read(look => look.Db.Rows("select id, added, coded from articles order by id", row => (row.Text(0), row.Text(1), row.Text(2))));
    }

    [Fact]
    public void Older_layouts_have_a_cell_for_each_column()
    {
        foreach (var layout in new[] { EventLayout.Polecat, EventLayout.Icews })
        {
            var columns = layout.Header.Split('\t');
            Assert.Equal(columns.Length, columns.Distinct(StringComparer.Ordinal).Count());
            var rows = SampleRecords.Caracas.SelectMany(layout.Rows).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(columns.Length, row.Split('\t').Length));
        }
        Assert.Equal("Event Date", EventLayout.Icews.Header.Split('\t')[1]);
    }

    [Fact]
    public async Task A_network_is_sound_xml()
    {
        using var store = CrisisStore.Create(_folder.Path("one.db"));
        await store.AddAsync(SampleRecords.Caracas);
        using var stream = new MemoryStream();
        GraphMl.Write(store.Queries.Network(new()), stream);
        stream.Position = 0;
        var root = System.Xml.Linq.XDocument.Load(stream).Root!;
        Assert.Contains(root.Descendants(), element => element.Name.LocalName == "edge");
    }
}
