using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Demarche.Tests.Api;

public sealed class ApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Every_address_answers_as_the_OpenAPI_file_tells()
    {
        var document = (await api.Client.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        var office = (await Json("/api/v1/offices")).AsArray()[0]!["office"]!.GetValue<string>();
        var matter = (await Json("/api/v1/figures/matters"))["items"]![0]!["id"]!.GetValue<string>();
        var entity = (await Json("/api/v1/entities"))["items"]![0]!["key"]!.GetValue<string>();
        var article = (await Json("/api/v1/articles"))["items"]![0]!["id"]!.GetValue<string>();
        List<string> tried = [];
        foreach (var (path, verbs) in document["paths"]!.AsObject())
        {
            if (verbs!["get"] is not { } operation)
                continue;
            var address = path.Replace("{**id}", "{id}", StringComparison.Ordinal).Replace("{id}", article, StringComparison.Ordinal)
                .Replace("{**key}", "{key}", StringComparison.Ordinal).Replace("{key}", Uri.EscapeDataString(entity), StringComparison.Ordinal);
            address += path switch
            {
                "/api/v1/recognition" => "?office=" + Uri.EscapeDataString(office),
                "/api/v1/figures/series" => "?matter=" + Uri.EscapeDataString(matter),
                _ => "",
            };
            using var response = await api.Client.GetAsync(address);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
            tried.Add(path);
            if (response.Content.Headers.ContentType!.MediaType != "application/json")
                continue;
            var schema = operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync());
            var misfits = new JsonShape(document).Misfits(answer, schema);
            Assert.True(misfits.Count == 0, $"{address}: {string.Join("; ", misfits.Take(5))}");
        }
        foreach (var wanted in (string[])["articles", "events", "statements", "positions", "demands", "figures", "entities", "timeline", "camps"])
            Assert.Contains("/api/v1/" + wanted, tried);
    }

    [Theory]
    [InlineData("/api/v1/statements?speaker=Juan%20Guaid%C3%B3&limit=3")]
    [InlineData("/api/v1/events?type=PROTEST,ACCUSE&from=2019-01-20&until=2019-02-04")]
    [InlineData("/api/v1/positions?as_of=2019-02-04&stance=recognizes")]
    [InlineData("/api/v1/articles?search=sanctions")]
    public async Task Filters_give_entries_with_their_sources(string address)
    {
        var items = (await Json(address))["items"]!.AsArray();
        Assert.NotEmpty(items);
        if (!address.Contains("/articles", StringComparison.Ordinal))
            Assert.All(items, item => Assert.NotEmpty((item!["source"] ?? item["sources"]![0])!["words"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Filters_hold()
    {
        foreach (var item in (await Json("/api/v1/events?type=PROTEST,ACCUSE&from=2019-01-20&until=2019-02-04&limit=200"))["items"]!.AsArray())
        {
            Assert.Contains(item!["type"]!.GetValue<string>(), (string[])["PROTEST", "ACCUSE"]);
            Assert.InRange(DateOnly.Parse(item["day"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2019, 1, 20), new DateOnly(2019, 2, 4));
        }
    }

    [Theory]
    [InlineData("/api/v1/events?tpye=PROTEST", 400, "tpye")]
    [InlineData("/api/v1/events?from=yesterday", 400, "from=yesterday")]
    [InlineData("/api/v1/events?status=done", 400, "status=done")]
    [InlineData("/api/v1/demands?with_deadline=perhaps", 400, "with_deadline=perhaps")]
    [InlineData("/api/v1/statements?speaker=Nobody%20Whatsoever", 404, "Nobody Whatsoever")]
    [InlineData("/api/v1/record/no/such/article", 404, "no/such/article")]
    public async Task Slips_are_told_by_name(string address, int status, string named)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(named, JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_caller_has_already_is_not_sent_again()
    {
        using var first = await api.Client.GetAsync("/api/v1/positions");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/positions");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await api.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Parts_follow_each_other_and_lines_give_the_whole()
    {
        var whole = (await Json("/api/v1/events?limit=1000"))["items"]!.AsArray();
        List<string> parts = [];
        for (int? at = 0; at is not null;)
        {
            var part = await Json($"/api/v1/events?limit=7&offset={at}");
            parts.AddRange(part["items"]!.AsArray().Select(item => item!.ToJsonString()));
            at = part["next"]?.GetValue<int>();
        }
        Assert.Equal(whole.Select(item => item!.ToJsonString()), parts);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/x-ndjson"));
        using var response = await api.Client.SendAsync(request);
        Assert.Equal(whole.Select(item => item!.ToJsonString()), (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    [Theory]
    [InlineData("""{ "text": "MINSK - Russia warned the United States on Thursday not to intervene.", "published": "2019-01-24" }""", "application/json")]
    [InlineData("MINSK - Russia warned the United States on Thursday not to intervene.", "text/plain")]
    public async Task A_text_is_coded_and_not_kept(string body, string type)
    {
        var before = (await Json("/api/v1/articles"))["total"]!.GetValue<int>();
        using var response = await api.Client.PostAsync("/api/v1/code", new StringContent(body, Encoding.UTF8, type));
        var record = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("demarche/1", record["schema"]!.GetValue<string>());
        Assert.NotEmpty(record["events"]!.AsArray());
        Assert.Equal(before, (await Json("/api/v1/articles"))["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{}", 422)]
    [InlineData("""{"text": "Rusia advirtió el jueves a los Estados Unidos que no intervinieran en los asuntos de Venezuela, dijo el ministro."}""", 422)]
    public async Task A_text_that_cannot_be_coded_is_told(string body, int status)
    {
        using var response = await api.Client.PostAsync("/api/v1/code", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_page_and_its_parts_are_there()
    {
        foreach (var part in (string[])["/api", "/api/page.js", "/api/page.css"])
            Assert.NotEmpty(await api.Client.GetStringAsync(part));
    }

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await api.Client.GetStringAsync(address))!;
}
