using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Demarche.Desk.Tests;

/// <summary>Links between pages.</summary>
public sealed partial class LinksTests(DeskFixture desk)
{
    private const int AtOnce = 2;

    [Fact]
    public async Task Every_link_of_the_main_pages_leads_somewhere()
    {
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        ConcurrentDictionary<string, bool> links = new(StringComparer.Ordinal);
        await Parallel.ForEachAsync(Pages.All, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (path, cancel) =>
        {
            using var page = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
            foreach (Match link in Href().Matches(await page.Content.ReadAsStringAsync(cancel)))
                links.TryAdd(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0], true);
        });
        Assert.True(links.Count > 200);
        await Parallel.ForEachAsync(links.Keys.Order(StringComparer.Ordinal).Where((_, at) => at % 5 == 0), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (link, cancel) =>
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
            Assert.True(answer.IsSuccessStatusCode, $"{link}: {answer.StatusCode}");
        });
    }

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Href();
}
