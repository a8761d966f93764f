using System.Net;

namespace Demarche.Desk.Tests;

/// <summary>Who gets in, and what a page may do.</summary>
public sealed class SafetyTests(DeskFixture desk)
{
    [Fact]
    public async Task The_policy_allows_no_inline_script_and_no_inline_style()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(desk.Address));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/report/add", "entry=event|e1|caracas/2019-01-24-guaido-oath")]
    [InlineData("/report/edit", "action=clear")]
    [InlineData("/review/add", "layer=event")]
    [InlineData("/add/text", "text=Russia warned Cuba on Thursday.")]
    public async Task A_form_without_its_token_is_turned_away(string path, string body)
    {
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        var fields = body.Split('=', 2);
        using var content = new FormUrlEncodedContent([new(fields[0], fields[1])]);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Files_without_the_forms_token_are_turned_away()
    {
        using var client = new HttpClient { BaseAddress = new(desk.Address) };
        using var content = new MultipartFormDataContent { { new ByteArrayContent([65]), "files", "a.txt" } };
        using var answer = await client.PostAsync(new Uri("/add/files", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Another_name_that_leads_here_is_turned_away()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, desk.Address) { Headers = { Host = "evil.example" } };
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public void A_desk_for_others_needs_a_token() => Assert.Throws<ArgumentException>(() => DeskApp.Build(desk.Store, new() { Host = "0.0.0.0" }));

    [Fact]
    public async Task A_token_lets_in_and_is_kept()
    {
        var port = DeskFixture.FreePort();
        await using var app = DeskApp.Build(desk.Store, new() { Port = port, Token = "s3cret" });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new($"http://localhost:{port}") };
        using var refused = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var wrong = await client.GetAsync(new Uri("/?token=guess", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var right = await client.GetAsync(new Uri("/figures?token=s3cret", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.DoesNotContain("s3cret", right.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        using var again = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }
}
