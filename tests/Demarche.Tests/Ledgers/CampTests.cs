using Demarche.Ledgers;
using Demarche.Ledgers.Camps;
using Demarche.Ledgers.Tension;

namespace Demarche.Tests.Ledgers;

public sealed class CampTests
{
    private static readonly DateOnly Day = new(2019, 2, 1);

    [Fact]
    public void Rivals_and_those_who_back_them_are_two_camps()
    {
        var division = Assert.Single(CampFinder.At(Crisis(), Day));
        Assert.Equal(0, division.Frustration);
        Assert.True(division.Exact);
        Assert.Equal("Cuba, Nicolás Maduro, Russia | Juan Guaidó, United States", Camps(division));
        Assert.All(division.Members, member => Assert.NotEmpty(member.Evidence));
    }

    [Fact]
    public void What_if_a_backer_changes_sides()
    {
        var ledger = Crisis();
        var supposed = SupposedPosition.Read(ledger, "Cuba opposes Maduro", out var problem);
        Assert.Null(problem);
        Assert.Equal("Juan Guaidó, United States, Cuba | Nicolás Maduro, Russia".Split(" | ").Select(Sorted), Camps(Assert.Single(CampFinder.If(ledger, Day, supposed!))).Split(" | ").Select(Sorted).OrderByDescending(camp => camp.Length));
    }

    [Theory]
    [InlineData("Cuba hugs Maduro", "no verb")]
    [InlineData("Atlantis supports Maduro", "Atlantis")]
    [InlineData("Cuba supports Cuba", "same actor")]
    public void What_cannot_be_supposed_is_said(string sentence, string expected)
    {
        Assert.Null(SupposedPosition.Read(Crisis(), sentence, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_weekly_mean_is_found()
    {
        double[] series = [0, 1, -1, 0, 1, 0, -1, 0, -12, -11, -13, -12, -11, -12, -13];
        Assert.Equal([8], Pelt.Changes(series));
        Assert.Empty(Pelt.Changes([0, 1, 0, -1, 0, 1, 0, 0, -1, 1]));
    }

    [Fact]
    public void Tension_is_summed_by_week()
    {
        var record = RecordMaker.Make("a", "2019-01-31").Event("ACCUSE", "russia", "usa", "2019-01-21").Event("THREATEN", "russia", "usa", "2019-01-23", score: -5).Event("ACCUSE", "usa", "russia", "2019-01-30");
        var dyad = Assert.Single(TensionFinder.Of(new LedgerBuilder().Add(record).Build()));
        Assert.Equal([("2019-01-21", -8.0), ("2019-01-28", -3.0)], dyad.Weeks.Select(week => (week.Week, week.Score)));
        Assert.Equal(-3, dyad.Current);
    }

    private static Ledger Crisis() => new LedgerBuilder().Add(RecordMaker.Make("a", "2019-01-24")
        .Position("guaido", "claims_office", "guaido", "2019-01-23").Position("maduro", "claims_office", "maduro", "2019-01-10")
        .Position("trump", "recognizes", "guaido", "2019-01-23").Position("russia", "supports", "maduro", "2019-01-24").Position("cuba", "recognizes", "maduro", "2019-01-24")).Build();

    private static string Camps(CampDivision division) =>
        string.Join(" | ", division.Members.GroupBy(member => member.Camp).Select(camp => string.Join(", ", camp.Select(member => member.Name).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static string Sorted(string camp) => string.Join(", ", camp.Split(", ").Order(StringComparer.Ordinal));
}
