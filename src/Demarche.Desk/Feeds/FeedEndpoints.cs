using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Desk.Feeds;

/// <summary>Adds feeds to the desk's list and takes them off.</summary>
internal static class FeedEndpoints
{
    private const int MostFeeds = 200;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapPost("/feeds/add", ([FromForm] string? url, [FromForm] string? match, FeedList feeds, FeedService service) =>
        {
            if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                return Results.LocalRedirect("/add?problem=feed");
            if (feeds.All.Count >= MostFeeds)
                return Results.LocalRedirect("/add?problem=feeds");
            feeds.Put(new(address.AbsoluteUri, (match ?? "").Trim()));
            service.Wake();
            return Results.LocalRedirect("/add#feeds");
        });
        app.MapPost("/feeds/remove", ([FromForm] string url, FeedList feeds) =>
        {
            feeds.Remove(url);
            return Results.LocalRedirect("/add#feeds");
        });
    }
}
