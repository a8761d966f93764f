using Demarche.Api.Answers;
using Demarche.Reading;
using Demarche.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Codes texts that are sent, and keeps nothing of them.</summary>
internal static class CodeEndpoint
{
    private const long LargestBody = 16 * 1024 * 1024;

    public static void MapCode(this IEndpointRouteBuilder api, Func<Coder> coder) =>
        api.MapPost("/code", (Delegate)((HttpContext context) => Operations.Guard(context, () => Code(context, coder))))
            .WithName("code").WithSummary("The record of a text that is sent; nothing of it is kept")
            .WithDescription("Send one JSON object {text or html, id?, headline?, published?, uri?, publisher?}, several of them one a line (application/x-ndjson), or the text itself as text/plain.")
            .Accepts<CodeRequest>("application/json", Answer.Lines, "text/plain").Produces<Record>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task Code(HttpContext context, Func<Coder> coder)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestBody;
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException)
        {
            throw new ApiProblem(StatusCodes.Status413PayloadTooLarge, "A request may have 16 MB: code larger files with demarche code.");
        }
        var type = context.Request.ContentType ?? "";
        body.Position = 0;
        var reader = new ArticleReader();
        if (type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            using var text = new StreamReader(body);
            await One(context, reader.ReadText("text", await text.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false)), coder()).ConfigureAwait(false);
            return;
        }
        if (!type.StartsWith(Answer.Lines, StringComparison.OrdinalIgnoreCase))
        {
            await One(context, reader.OpenJsonLines(Flat(body), "request").Select(pending => pending.Read()).FirstOrDefault()
                ?? throw new ApiProblem(StatusCodes.Status400BadRequest, "There is nothing in the request: send {\"text\": \"…\"}."), coder()).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = Answer.Lines;
        foreach (var pending in reader.OpenJsonLines(body, "request"))
        {
            var read = pending.Read();
            await Answer.Line(context, read is { Article: { } article, Problem: null } ? RecordJson.WriteUtf8(coder().Code(article))
                : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { problem = read.Problem!.ToString() }, ApiJson.Options)).ConfigureAwait(false);
        }
    }

    private static Task One(HttpContext context, ReadResult read, Coder coder) =>
        read is { Article: { } article, Problem: null } ? Answer.Json(context, RecordJson.WriteUtf8(coder.Code(article)))
            : throw new ApiProblem(StatusCodes.Status422UnprocessableEntity, read.Problem!.ToString());

    // One object may be written over several lines; the reader of JSON Lines wants it on one.
    private static MemoryStream Flat(MemoryStream body)
    {
        try
        {
            using var json = System.Text.Json.JsonDocument.Parse(body);
            var flat = new MemoryStream();
            using (var writer = new System.Text.Json.Utf8JsonWriter(flat))
                json.WriteTo(writer);
            flat.Position = 0;
            return flat;
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new ApiProblem(StatusCodes.Status400BadRequest, $"The request is no JSON: {error.Message}");
        }
    }
}

/// <summary>A text to code.</summary>
/// <param name="Text">The text; or <paramref name="Html"/>.</param>
/// <param name="Html">A page.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Published">The day, EDTF.</param>
/// <param name="Uri">The address.</param>
/// <param name="Publisher">Who published it.</param>
internal sealed record CodeRequest(string? Text, string? Html = null, string? Id = null, string? Headline = null, string? Published = null, string? Uri = null, string? Publisher = null);
