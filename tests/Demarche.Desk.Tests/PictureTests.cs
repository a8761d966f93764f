namespace Demarche.Desk.Tests;

/// <summary>A picture of each page; they are kept as docs/images/desk-*.png where DEMARCHE_PICTURES is set.</summary>
public sealed class PictureTests(DeskFixture desk)
{
    private const int LeastBytes = 10_000;

    [Theory]
    [InlineData("overview", "/?date=2019-02-04", 1280, ColorScheme.Light)]
    [InlineData("overview-dark", "/?date=2019-02-04", 1280, ColorScheme.Dark)]
    [InlineData("overview-phone", "/?date=2019-02-04", 360, ColorScheme.Light)]
    [InlineData("article", "/article?id=caracas/2019-01-24-guaido-oath&entry=e1", 1280, ColorScheme.Light)]
    [InlineData("positions", "/positions?date=2019-02-05", 1280, ColorScheme.Light)]
    [InlineData("statements", "/statements?date=2019-02-05", 1280, ColorScheme.Light)]
    [InlineData("demands", "/demands?date=2019-01-28", 1280, ColorScheme.Light)]
    [InlineData("figures", "/figures?kind=killed&date=2019-02-05", 1280, ColorScheme.Light)]
    [InlineData("events", "/events?date=2019-02-05", 1280, ColorScheme.Light)]
    [InlineData("add", "/add", 1280, ColorScheme.Light)]
    [InlineData("review", "/review?sure=0.8", 1280, ColorScheme.Light)]
    [InlineData("crises", "/crises", 1280, ColorScheme.Light)]
    public async Task A_picture_of_a_page(string name, string path, int width, ColorScheme scheme)
    {
        await using var visitor = await desk.VisitAsync(path, width, scheme);
        await visitor.SettledAsync();
        await visitor.Page.WaitForTimeoutAsync(500);
        var picture = await visitor.Page.ScreenshotAsync();
        Assert.True(picture.Length > LeastBytes, $"{path} is all but empty");
        var kept = Path.Combine(DeskFixture.Repository, "docs", "images", $"desk-{name}.png");
        if (Environment.GetEnvironmentVariable("DEMARCHE_PICTURES") is { Length: > 0 })
            await File.WriteAllBytesAsync(kept, picture, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(kept), $"{kept} is missing: make it with DEMARCHE_PICTURES=1");
    }
}
