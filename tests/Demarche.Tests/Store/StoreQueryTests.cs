using Demarche.Ledgers;
using Demarche.Store;

namespace Demarche.Tests.Store;

/// <summary>A store of the Caracas dispatches, filled once.</summary>
public sealed class CaracasStore : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();

    internal CrisisStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = CrisisStore.Create(_folder.Path("caracas.db"));
        foreach (var record in SampleRecords.Caracas)
            await Store.AddAsync(record);
        await Store.RefreshAsync();
    }

    public ValueTask DisposeAsync()
    {
        Store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>What the pages of the desk ask, asked of the sample dispatches.</summary>
public sealed class StoreQueryTests(CaracasStore caracas) : IClassFixture<CaracasStore>
{
    private static readonly DateOnly Day = new(2019, 2, 5);
    private readonly StoreQueries _queries = caracas.Store.Queries;

    [Fact]
    public void It_joins_what_the_ledger_joins()
    {
        var builder = new LedgerBuilder();
        foreach (var record in SampleRecords.Caracas)
            builder.Add(record);
        var ledger = builder.Build();
        Assert.Equal(ledger.Demands.Count(), _queries.Demands(new(), new(0, 1000)).Total);
        // Who claims an office is known to the ledger over all articles at once; the store looks actor by actor.
        Assert.InRange(_queries.Positions(new(), new(0, 1000)).Total, ledger.Positions.Count() - 2, ledger.Positions.Count() + 2);
        Assert.InRange(_queries.Positions(new() { AsOf = Day }, new(0, 1000)).Total, ledger.PositionsAt(Day).Count() - 2, ledger.PositionsAt(Day).Count() + 2);
        // The ledger leaves out events without parties.
        var parties = _queries.Events(new(), new(0, 1000)).Items.Count(item => item.Actor.Count + item.Recipient.Count > 0);
        Assert.Equal(ledger.Events.Count(), parties);
        Assert.Equal(ledger.Demands.Count(demand => demand.State == "overdue"), _queries.Demands(new() { States = ["overdue"] }, new(0, 1000)).Total);
        var offices = ledger.OfficesAt(Day).Single(office => office.Office == "VEN:president");
        var table = _queries.Recognition("VEN:president", Day);
        Assert.Equal(offices.Claimants.Count, table.Claimants.Count);
        string Name(string id) => ledger.Entity(id)!.Name;
        Assert.Equal(offices.Claimants.SelectMany(claimant => claimant.RecognizedBy.Select(by => $"{Name(by.Entity)} {Name(claimant.Entity)} {by.Since}")).Order(StringComparer.Ordinal),
            table.Claimants.SelectMany(claimant => claimant.RecognizedBy.Select(by => $"{by.Holder.Name} {claimant.Claimant.Name} {by.AsOf:yyyy-MM-dd}")).Order(StringComparer.Ordinal));
        Assert.Equal(offices.Claimants.Sum(claimant => claimant.RecognizedBy.Count), table.Claimants.Sum(claimant => claimant.RecognizedBy.Count));
    }

    [Fact]
    public void Search_finds_other_forms_of_words_and_marks_them()
    {
        var found = _queries.Articles(new() { Search = "sanction OR oath", ByRelevance = true });
        Assert.NotEmpty(found.Items);
        Assert.Contains(found.Items, item => item.Snippet.Contains('\u0002', StringComparison.Ordinal));
        Assert.Equal(found.Total, _queries.Articles(new() { Search = "sanction OR oath" }).Total);
        Assert.Empty(_queries.Articles(new() { Search = "\"oath sanction\"" }).Items);
        foreach (var odd in new[] { "U.S.", "\"", "AND", "a:b", "*", "-x", "NEAR(", "') --", "" })
            Assert.InRange(_queries.Articles(new() { Search = odd }).Total, 0, 100);
    }

    [Fact]
    public void Statements_are_found_by_who_spoke_of_whom()
    {
        var maduro = Key("Maduro");
        var all = _queries.Statements(new() { About = maduro }, new(0, 200));
        Assert.NotEmpty(all.Items);
        Assert.All(all.Items, item => Assert.Contains(item.About, about => about.Key == maduro));
        var speaker = all.Items.First(item => item.Speaker is not null).Speaker!.Key;
        Assert.All(_queries.Statements(new() { Speaker = speaker, About = maduro }).Items, item => Assert.Equal(speaker, item.Speaker!.Key));
        var word = all.Items[0].Content.Split(' ').MaxBy(part => part.Length)!;
        Assert.Contains(_queries.Statements(new() { Search = word }).Items, item => item.Source.Key == all.Items[0].Source.Key);
    }

    [Fact]
    public void An_actor_has_roles_counterparts_and_company()
    {
        var actor = _queries.Actor(Key("Guaidó"))!;
        Assert.Contains(actor.Roles, role => role.Office == "VEN:president");
        Assert.NotEmpty(actor.Counterparts);
        Assert.NotEmpty(actor.MentionedWith);
        Assert.True(actor.Statements > 0);
        Assert.Null(_queries.Actor("nobody"));
    }

    [Fact]
    public void The_matrix_names_who_stands_how_to_whom()
    {
        var matrix = _queries.Matrix(Day);
        Assert.NotEmpty(matrix.Cells);
        Assert.Contains(matrix.Cells, cell => cell.Position.Stance == "recognizes" && cell.Position.Sources.Count > 0 && cell.Position.Sources[0].Words.Length > 0);
        Assert.All(matrix.Cells, cell => Assert.True(cell.Position.AsOf is null || cell.Position.AsOf <= Day));
    }

    [Fact]
    public void Figures_have_lines_by_source()
    {
        var matter = _queries.Matters(new()).Items[0];
        var series = _queries.Series(matter.Id)!;
        Assert.Equal(matter.Figures, series.Lines.Sum(line => line.Figures.Count));
        Assert.Null(_queries.Series("no number"));
    }

    [Fact]
    public void Events_are_filtered()
    {
        var all = _queries.Events(new(), new(0, 1000));
        var type = all.Items[0].Type;
        Assert.Equal(all.Items.Count(item => item.Type == type), _queries.Events(new() { Types = [type] }).Total);
        Assert.Equal(all.Items.Count(item => item.Day <= Day), _queries.Events(new() { Until = Day }).Total);
        var pair = all.Items.First(item => item.Actor.Count > 0 && item.Recipient.Count > 0);
        Assert.Contains(_queries.Events(new() { Entity = pair.Recipient[0].Key, Counterpart = pair.Actor[0].Key }).Items, item => item.Source.Key == pair.Source.Key);
        Assert.Equal(all.Items.Count(item => item.Day is not null), _queries.EventCounts(new()).Sum(count => count.Events));
        Assert.Contains(_queries.Map(new()), point => point.Place.Country == "VEN");
        Assert.Equal(0, _queries.Events(new() { Crisis = "no such crisis" }).Total);
    }

    [Fact]
    public void The_overview_tells_a_past_day_as_it_was()
    {
        var now = _queries.Overview(new());
        Assert.Equal(18, now.Articles);
        Assert.NotEmpty(now.Tension);
        Assert.NotEmpty(now.Camps);
        var then = _queries.Overview(new() { AsOf = new(2019, 1, 26), Since = new(2019, 1, 19) });
        Assert.InRange(then.Articles, 1, 17);
        Assert.NotEmpty(then.ChangedPositions);
        Assert.All(then.ChangedPositions, position => Assert.InRange(position.AsOf!.Value, then.Since, then.AsOf));
        Assert.NotEmpty(then.Deadlines);
        Assert.All(then.Events, item => Assert.InRange(item.Day!.Value, then.Since, then.AsOf));
        Assert.All(then.Camps.SelectMany(camp => camp.Members), member => Assert.NotNull(_queries.Actor(member.Entity)));
    }

    [Fact]
    public void A_timeline_is_in_order_and_its_parts_make_the_whole()
    {
        var all = _queries.Timeline(new(), new(0, 1000));
        Assert.Equal(all.Total, all.Items.Count);
        Assert.Equal(all.Items.OrderBy(item => item.Day).ThenBy(item => item.Kind, StringComparer.Ordinal).Select(item => item.Day), all.Items.Select(item => item.Day));
        Assert.Equal(["demand", "event", "position"], all.Items.Select(item => item.Kind).Distinct().Order(StringComparer.Ordinal));
        var parts = Enumerable.Range(0, (all.Total / 7) + 1).SelectMany(part => _queries.Timeline(new(), new(part * 7, 7)).Items);
        Assert.Equal(all.Items.Select(Source), parts.Select(Source));
        var late = _queries.Timeline(new() { From = Day }, new(0, 1000));
        Assert.Equal(all.Items.Where(item => item.Day >= Day).Select(Source), late.Items.Select(Source));

        static (DateOnly, string, string) Source(TimelineEntry item) =>
            (item.Event?.Source ?? item.Position?.Sources[0] ?? item.Demand!.Sources[0]) is var source ? (item.Day, source.Article, source.Key) : default;
    }

    private string Key(string name) => _queries.Entities(new() { Search = name, Kind = "person" }).Items[0].Key;
}
