namespace Demarche.Desk.Tests;

/// <summary>Every page of the desk, in states that show all its parts.</summary>
internal static class Pages
{
    public static readonly string[] All =
    [
        "/", "/?date=2019-02-04", "/?date=1968-08-25", "/?date=1900-01-01", "/articles", "/articles?q=Mexico", "/articles?q=nothingofthekind", "/article?id=caracas/2019-01-24-guaido-oath",
        "/article?id=caracas/2019-01-24-guaido-oath&entry=e1", "/article?id=caracas/2019-01-30-rival-counts&entry=f1", "/article?id=none", "/actors", "/actors?q=Mexico&kind=state", "/actor?key=none",
        "/positions?date=2019-02-05", "/statements", "/statements?q=election&kind=indirect", "/demands?date=2019-01-28", "/demands?due=1", "/figures", "/figures?kind=killed", "/events",
        "/events?type=SANCTION&type=COERCE&status=actual&facts=1", "/events?who=Nobodyatall", "/report", "/add", "/review?sure=0.8", "/review?layer=figures", "/crises", "/not-found", "/review/missed?id=caracas/2019-01-24-guaido-oath", "/review/missed?id=caracas/2019-01-24-guaido-oath&layer=position&begin=30&end=60", "/review/missed?id=none",
    ];
}
