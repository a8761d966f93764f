using System.Security.Cryptography;
using System.Text.Json;
using Demarche.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Demarche.Api.Answers;

/// <summary>Writes answers: JSON with an entity tag, or one entry a line (NDJSON) where the caller asks for that.</summary>
internal static class Answer
{
    public const string Lines = "application/x-ndjson";
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>One thing as JSON. A caller who shows the tag of what he has is told that it is still so (304).</summary>
    public static async Task Json<T>(HttpContext context, T value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);
        await Json(context, body).ConfigureAwait(false);
    }

    /// <summary>JSON that is written already.</summary>
    public static async Task Json(HttpContext context, byte[] body)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10))}\"");
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept";
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(one => one.Tag == "*" || one.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A part of a list with its place in the whole; all of it, one entry a line, for callers who accept NDJSON.</summary>
    public static async Task List<T>(HttpContext context, Paging paging, Func<Paging, Page<T>> read)
    {
        if (!WantsLines(context))
        {
            var page = read(paging);
            await Json(context, new ListPart<T>(page.Items, page.Total, page.Offset, page.Offset + page.Items.Count < page.Total ? page.Offset + page.Items.Count : null)).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = Lines;
        var most = context.Request.Query.ContainsKey("limit") ? paging.Limit : int.MaxValue;
        for (var at = paging.Offset; most > 0;)
        {
            var page = read(new(at, Math.Min(1000, most)));
            foreach (var item in page.Items)
                await Line(context, JsonSerializer.SerializeToUtf8Bytes(item, ApiJson.Options)).ConfigureAwait(false);
            if (page.Items.Count < Math.Min(1000, most))
                return;
            at += page.Items.Count;
            most -= page.Items.Count;
        }
    }

    /// <summary>A line of NDJSON.</summary>
    public static async Task Line(HttpContext context, ReadOnlyMemory<byte> json)
    {
        await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.WriteAsync(LineEnd, context.RequestAborted).ConfigureAwait(false);
    }

    public static bool WantsLines(HttpContext context) => context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == Lines);

    /// <summary>What went wrong, as problem details.</summary>
    public static Task Problem(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { type = "about:blank", title = status switch { 400 => "Bad request", 404 => "Not found", 413 => "Too large", 422 => "Cannot be read", _ => "Error" }, status, detail },
            ApiJson.Options, "application/problem+json", context.RequestAborted);
    }
}

/// <summary>A part of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Total">How many there are in all, counted up to 10,000.</param>
/// <param name="Offset">How many stand before these.</param>
/// <param name="Next">The offset of the next part; null after the last.</param>
internal sealed record ListPart<T>(IReadOnlyList<T> Items, int Total, int Offset, int? Next);
