using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Desk.Hosting;

/// <summary>Styles, scripts and shapes out of the assembly. Their addresses carry the build's mark, so that browsers may keep them.</summary>
internal static class DeskAssets
{
    private const string Root = "assets/";
    private static readonly FrozenSet<string> Names = typeof(DeskAssets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, byte[]> Contents = new(StringComparer.Ordinal);
    private static readonly string Mark = typeof(DeskAssets).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..10];

    /// <summary>The address of an asset, such as "css/base.css". Scripts import each other by name, so the mark is a folder.</summary>
    public static string At(string name) => $"/assets/{Mark}/{name}";

    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet("/assets/{mark}/{**name}", (string mark, string name, HttpContext context) =>
    {
        if (Content(Root + name) is not { } content)
            return Results.NotFound();
        if (mark == Mark)
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, TypeOf(name), entityTag: new($"\"{Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 8))}\""));
    });

    private static byte[]? Content(string name) => !Names.Contains(name) ? null : Contents.GetOrAdd(name, static known =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(known)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    });

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
