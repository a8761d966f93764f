using Demarche.Reading;

namespace Demarche.Desk.Tests;

/// <summary>An article that tries to put its own HTML into the desk.</summary>
internal static class Hostile
{
    public const string Id = "hostile/<script>alert(1)</script>\"'&";

    public static Article Article { get; } = new()
    {
        Id = Id,
        Text = "MONTEVIDEO — Uruguay said on Thursday that <script>window.broken = 1</script> it recognizes <img src=x onerror=\"window.broken = 2\"> nobody. \"<b>We wait</b>,\" Foreign Minister Ana Robles said.",
        Source = new() { Headline = "<img src=x onerror=\"window.broken = 3\"> Uruguay waits", Publisher = "\"><script>window.broken = 4</script>", Uri = "javascript:window.broken=5", Published = new(2018, 12, 20), Language = "en" },
    };
}
