using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Pages;

/// <summary>A page at /api on which the operations can be read and tried; it is made in the browser of the OpenAPI file.</summary>
internal static class ApiPage
{
    public static void MapApiPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api", () => Results.Bytes(Content("api.html"), "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/api/page.js", () => Results.Bytes(Content("api.js"), "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/api/page.css", () => Results.Bytes(Content("api.css"), "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    private static byte[] Content(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("pages/" + name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
