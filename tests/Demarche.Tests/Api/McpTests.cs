using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Demarche.Tests.Api;

/// <summary>The tools, called as a model's host calls them.</summary>
public sealed class McpTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_five_tools_are_told_with_their_parameters()
    {
        await using var client = await Client();
        var tools = await client.ListToolsAsync();
        Assert.Equal(["code_text", "open_demands", "positions_as_of", "search_statements", "timeline"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
    }

    [Theory]
    [InlineData("search_statements", "words", "sanctions")]
    [InlineData("positions_as_of", "day", "2019-02-04")]
    [InlineData("timeline", "until", "2019-01-24")]
    [InlineData("open_demands", "day", "2019-01-25")]
    public async Task Answers_name_articles_and_words(string tool, string argument, string value)
    {
        var answer = JsonNode.Parse(await Call(tool, new() { [argument] = value }))!;
        var first = (answer is JsonArray entries ? entries : answer["items"]!.AsArray())[0]!;
        var entry = first["event"] ?? first["position"] ?? first["demand"] ?? first;
        var source = entry["source"] ?? entry["sources"]![0]!;
        Assert.NotEmpty(source["article"]!.GetValue<string>());
        Assert.NotEmpty(source["words"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_text_is_coded()
    {
        var record = JsonNode.Parse(await Call("code_text", new() { ["text"] = "Russia warned the United States on Thursday not to intervene.", ["published"] = "2019-01-24" }))!;
        Assert.Equal("2019-01-24", record["source"]!["published"]!.GetValue<string>());
        Assert.NotEmpty(record["events"]!.AsArray());
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_that_says_so()
    {
        await using var client = await Client();
        var result = await client.CallToolAsync("search_statements", new Dictionary<string, object?> { ["speaker"] = "Nobody Whatsoever" });
        Assert.True(result.IsError);
        Assert.Contains("Nobody Whatsoever", result.Content.OfType<TextContentBlock>().Single().Text, StringComparison.Ordinal);
    }

    private async Task<string> Call(string tool, Dictionary<string, object?> arguments)
    {
        await using var client = await Client();
        var result = await client.CallToolAsync(tool, arguments);
        Assert.NotEqual(true, result.IsError);
        return result.Content.OfType<TextContentBlock>().Single().Text;
    }

    private Task<McpClient> Client() => McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(api.Address, "/mcp") }));
}
