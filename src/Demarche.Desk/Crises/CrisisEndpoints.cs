using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Demarche.Desk.Hosting;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using static Demarche.Desk.Hosting.FormWords;

namespace Demarche.Desk.Crises;

/// <summary>Defining crises and setting watches; what watches found as a feed.</summary>
internal static class CrisisEndpoints
{
    private const int MostInFeed = 100;

    public static void MapCrises(this IEndpointRouteBuilder app)
    {
        app.MapPost("/crises/define", ([FromForm] string? name, [FromForm] string? match, [FromForm] string? watchlist, CrisisStore store) => Done(() =>
        {
            List<string> keys = [];
            foreach (var words in (watchlist ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                keys.Add(Known(store, words));
            return store.Crises.DefineAsync(Filled(name) ?? throw new StoreException("a crisis needs a name."), Filled(match) ?? "", keys);
        }));
        app.MapPost("/crises/remove", ([FromForm] string name, CrisisStore store) => Done(() => store.Crises.RemoveAsync(name)));
        app.MapPost("/watches/add", ([FromForm] string kind, [FromForm] string? crisis, [FromForm] string? who, [FromForm] string? webhook, CrisisStore store) => Done(() =>
            store.Watches.AddAsync(new(0, Filled(crisis), kind, Filled(who) is { } words ? Known(store, words) : null, null, null, Filled(webhook)))));
        app.MapPost("/watches/remove", ([FromForm] long number, CrisisStore store) => Done(() => store.Watches.RemoveAsync(number)));
        app.MapGet("/watches.atom", (CrisisStore store, HttpRequest request) => Results.Bytes(Feed(store, $"{request.Scheme}://{request.Host}", request.Query["crisis"]), "application/atom+xml; charset=utf-8"));
    }

    private static byte[] Feed(CrisisStore store, string address, string? crisis)
    {
        var firings = store.Watches.Firings(crisis: Filled(crisis), paging: new(0, MostInFeed)).Items;
        var feed = new SyndicationFeed("Demarche: what watches found", null, new Uri(address + "/crises"), "demarche:watches", firings.Count > 0 ? At(firings[0]) : DateTimeOffset.UnixEpoch)
        {
            Items = [.. firings.Select(firing => new SyndicationItem(firing.Telling, firing.Telling, firing.Article is { } article ? new Uri($"{address}/article?id={Uri.EscapeDataString(article)}") : null, $"demarche:firing:{firing.Number}", At(firing)))],
        };
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            feed.GetAtom10Formatter().WriteTo(writer);
        return stream.ToArray();
    }

    private static DateTimeOffset At(Firing firing) => DateTimeOffset.Parse(firing.At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Known(CrisisStore store, string words) => KeyOf(store, words) ?? throw new StoreException($"nobody is called '{words}': write a name as the list of actors has it.");

    private static async Task<IResult> Done(Func<Task> act)
    {
        try
        {
            await act();
            return Results.LocalRedirect("/crises");
        }
        catch (StoreException refused)
        {
            return Results.LocalRedirect("/crises?problem=" + Uri.EscapeDataString(refused.Message));
        }
    }
}
