using Demarche.Api.Answers;
using Demarche.Records;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Articles and their records.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        api.MapList("/articles", "Articles, the newest first, or those that have words",
            [
                new("search", ParameterKind.Text, "Words of headline or text: all of them, \"phrases\", OR between, - before what must not be there."),
                new("publisher", ParameterKind.Text, "Who published it."),
                new("entity", ParameterKind.Entity, "Somebody who is named, by key or name."),
                new("distinct", ParameterKind.Truth, "Whether copies are left out."),
                new("by_relevance", ParameterKind.Truth, "Whether the best fitting stand first."),
                Parameter.From, Parameter.Until, Parameter.Crisis,
            ],
            ask => new ArticleFilter
            {
                Search = ask.Text("search"), Publisher = ask.Text("publisher"), Entity = ask.Entity("entity"), Distinct = ask.Truth("distinct") ?? false,
                ByRelevance = ask.Truth("by_relevance") ?? false, From = ask.Day("from"), Until = ask.Day("until"), Crisis = ask.Text("crisis"),
            },
            (queries, filter, paging) => queries.Articles(filter, paging));
        // Ids of articles are paths and may hold slashes, which is why they stand last.
        api.MapOne<ArticleView>("/article/{**id}", "One article, as lists tell it", [], (_, queries, context) => queries.Article(Id(context))?.Article);
        api.MapGet("/record/{**id}", (HttpContext context, CrisisStore store) => Operations.Guard(context, () =>
                store.Queries.Article(Id(context)) is { } found ? Answer.Json(context, RecordJson.WriteUtf8(found.Record))
                    : throw new ApiProblem(StatusCodes.Status404NotFound, $"There is no article '{Id(context)}'.")))
            .WithName("record").WithSummary("The record of an article, with reviews applied, as docs/record.md describes it").Produces<Record>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/records", (HttpContext context, CrisisStore store) => Operations.Guard(context, async () =>
            {
                var ask = new Ask(context, [Parameter.Crisis], store.Queries);
                context.Response.ContentType = Answer.Lines;
                foreach (var record in store.Queries.Records(ask.Text("crisis")))
                    await Answer.Line(context, RecordJson.WriteUtf8(record)).ConfigureAwait(false);
            }))
            .WithName("records").WithSummary("All records, one a line").Produces<Record>(contentType: Answer.Lines);
    }

    private static string Id(HttpContext context) => context.GetRouteValue("id")?.ToString() ?? "";
}
