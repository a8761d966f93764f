using Demarche.Desk.Hosting;
using Demarche.Records;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using static Demarche.Desk.Hosting.FormWords;

namespace Demarche.Desk.Reviewing;

/// <summary>What the buttons of a review do.</summary>
internal static class ReviewEndpoints
{
    private const string WhoCookie = "demarche-who";

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapPost("/review/entry", async ([FromForm] string article, [FromForm] string layer, [FromForm] string key, [FromForm] string action, [FromForm] string? note, [FromForm] string? back, CrisisStore store, StoreUpkeep upkeep, HttpContext context) =>
        {
            var (who, layers) = (Who(context.Request), layer + "s");
            return await Done(context, upkeep, back, async () =>
            {
                switch (action)
                {
                    case "accept":
                        await store.Reviews.AcceptAsync(article, layers, key, who, Filled(note));
                        return "Accepted.";
                    case "reject":
                        await store.Reviews.RejectAsync(article, layers, key, who, Filled(note));
                        return "Rejected.";
                    case "withdraw":
                        await store.Reviews.WithdrawAsync(article, layer == "entities" ? layer : layers, key, who, Filled(note));
                        return "Taken back.";
                    case "correct":
                        var detail = store.Queries.Article(article) ?? throw new StoreException($"there is no article '{article}'.");
                        var entry = EntryFields.Entry(detail.Record, layer, IdOf(detail, layer, key)) ?? throw new StoreException("the article has no such entry any more: open it anew.");
                        var changes = EntryFields.Changes(layer, entry, await context.Request.ReadFormAsync());
                        if (changes.Count == 0)
                            return "Nothing was changed.";
                        await store.Reviews.CorrectAsync(article, layers, key, changes.ToJsonString(), who, Filled(note));
                        return "Corrected.";
                    default:
                        throw new StoreException($"'{action}' is nothing that is done with an entry.");
                }
            });
        });
        app.MapPost("/review/add", async ([FromForm] string article, [FromForm] string layer, [FromForm] string? note, CrisisStore store, StoreUpkeep upkeep, HttpContext context) =>
        {
            string? back = null;
            return await Done(context, upkeep, () => back, async () =>
            {
                if (!MissedEntry.Layers.Contains(layer))
                    throw new StoreException($"'{layer}' is nothing that is added: choose one of {string.Join(", ", MissedEntry.Layers)}.");
                var record = store.Queries.Article(article)?.Record ?? throw new StoreException($"there is no article '{article}'.");
                var form = await context.Request.ReadFormAsync();
                var marked = Number(form["begin"]) is { } begin && Number(form["end"]) is { } end ? new RecordSpan(begin, end) : (RecordSpan?)null;
                var span = MarkedWords.Find(record, Number(form["sentence"]), Filled(form["words"]), marked);
                var review = await store.Reviews.AddAsync(article, layer + "s", MissedEntry.Of(store, record, layer, span, form).ToJsonString(), Who(context.Request), Filled(note));
                var id = store.Queries.Article(article) is { } now ? IdOf(now, layer, review.Key) : "";
                back = $"/article?id={Uri.EscapeDataString(article)}&entry={id}";
                return "Added.";
            });
        });
        app.MapPost("/review/merge", ([FromForm] string from, [FromForm] string? into, [FromForm] string? name, [FromForm] string? note, CrisisStore store, StoreUpkeep upkeep, HttpContext context) =>
        {
            var target = Filled(into) ?? (Filled(name) is { } words ? KeyOf(store, words) : null);
            return Done(context, upkeep, target is null ? null : $"/actor?key={Uri.EscapeDataString(target)}", async () =>
            {
                await store.Reviews.MergeAsync(from, target ?? throw new StoreException($"nobody is called '{name}': write a name as the list of actors has it."), Who(context.Request), Filled(note));
                return "Merged.";
            });
        });
        app.MapPost("/review/unmerge", ([FromForm] string key, [FromForm] string? back, CrisisStore store, StoreUpkeep upkeep, HttpContext context) => Done(context, upkeep, back, async () =>
        {
            await store.Reviews.UnmergeAsync(key, Who(context.Request));
            return "Taken apart again.";
        }));
        app.MapPost("/review/split", ([FromForm] string article, [FromForm] string key, [FromForm] string name, [FromForm] string? note, CrisisStore store, StoreUpkeep upkeep, HttpContext context) =>
            Done(context, upkeep, $"/article?id={Uri.EscapeDataString(article)}", async () =>
            {
                await store.Reviews.SplitAsync(article, key, Filled(name) ?? throw new StoreException("write who it is."), Who(context.Request), Filled(note));
                return "Told apart.";
            }));
        app.MapPost("/review/who", ([FromForm] string? who, HttpContext context) =>
        {
            context.Response.Cookies.Append(WhoCookie, Uri.EscapeDataString((who ?? "").Trim()[..Math.Min((who ?? "").Trim().Length, 80)]), new() { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
            return Results.LocalRedirect("/review");
        });
        app.MapGet("/review/gold.jsonl", (CrisisStore store) =>
            Results.File(System.Text.Encoding.UTF8.GetBytes(string.Concat(store.Reviews.Gold().Select(pair => pair.Gold.ReplaceLineEndings(" ") + "\n"))), "application/x-ndjson", "gold.jsonl"));
    }

    /// <summary>Who reviews: the name that the visitor gave.</summary>
    public static string Who(HttpRequest request) => request.Cookies[WhoCookie] is { Length: > 0 } who ? Uri.UnescapeDataString(who) : "desk";

    private static string IdOf(ArticleDetail detail, string layer, string key) => ReviewQueue.Keys(detail.Record, layer).FirstOrDefault(pair => pair.Value.Key == key).Key ?? "";

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Task<IResult> Done(HttpContext context, StoreUpkeep upkeep, string? back, Func<Task<string>> act) => Done(context, upkeep, () => back, act);

    private static async Task<IResult> Done(HttpContext context, StoreUpkeep upkeep, Func<string?> back, Func<Task<string>> act)
    {
        var asked = context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        try
        {
            var said = await act();
            await upkeep.SoonAsync();
            return asked ? Results.Json(new { said, at = Local(back()) }) : Results.LocalRedirect(Local(back()));
        }
        catch (Exception refused) when (refused is StoreException or FormatException)
        {
            return asked ? Results.Json(new { said = refused.Message }, statusCode: 400) : Results.BadRequest(refused.Message);
        }
    }

    private static string Local(string? back) => back is ['/', not ('/' or '\\'), ..] or "/" ? back : "/review";
}
