using System.Text.Json.Nodes;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Demarche.Api.Answers;

/// <summary>Maps operations that read the store: each is told once, for the handler and for the OpenAPI file.</summary>
internal static class Operations
{
    /// <summary>A list: paged JSON or NDJSON.</summary>
    /// <param name="api">Where to.</param>
    /// <param name="path">The address.</param>
    /// <param name="about">What it gives, for people.</param>
    /// <param name="parameters">What its query takes, besides the part asked for.</param>
    /// <param name="prepare">Reads the query, once a request.</param>
    /// <param name="read">Reads a part.</param>
    public static void MapList<TFilter, T>(
        this IEndpointRouteBuilder api, string path, string about, Parameter[] parameters, Func<Ask, TFilter> prepare, Func<StoreQueries, TFilter, Paging, Page<T>> read)
    {
        Parameter[] all = [.. parameters, Parameter.Offset, Parameter.Limit];
        api.MapGet(path, (HttpContext context, CrisisStore store) => Guard(context, () =>
            {
                var ask = new Ask(context, all, store.Queries);
                var filter = prepare(ask);
                return Answer.List(context, ask.Paging, paging => read(store.Queries, filter, paging));
            }))
            .Described(path, about, all).Produces<ListPart<T>>();
    }

    /// <summary>One thing; 404 where it is not there.</summary>
    public static void MapOne<T>(this IEndpointRouteBuilder api, string path, string about, Parameter[] parameters, Func<Ask, StoreQueries, HttpContext, T?> read)
        where T : class =>
        api.MapGet(path, (HttpContext context, CrisisStore store) => Guard(context, () =>
            read(new(context, parameters, store.Queries), store.Queries, context) is { } found
                ? Answer.Json(context, found) : throw new ApiProblem(StatusCodes.Status404NotFound, "The store has nothing of that name.")))
            .Described(path, about, parameters).Produces<T>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Runs a handler, and tells problems as such.</summary>
    public static async Task Guard(HttpContext context, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (ApiProblem problem) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, problem.Status, problem.Message).ConfigureAwait(false);
        }
    }

    private static RouteHandlerBuilder Described(this RouteHandlerBuilder route, string path, string about, Parameter[] parameters) =>
        route.WithName(NameOf(path)).WithSummary(about).ProducesProblem(StatusCodes.Status400BadRequest)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters ??= [];
                foreach (var parameter in parameters)
                    operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.About, Schema = SchemaOf(parameter) });
                return Task.CompletedTask;
            });

    private static string NameOf(string path) => string.Join('_', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('{', '}', '*')));

    private static OpenApiSchema SchemaOf(Parameter parameter)
    {
        var one = new OpenApiSchema
        {
            Type = parameter.Kind switch { ParameterKind.Whole => JsonSchemaType.Integer, ParameterKind.Number => JsonSchemaType.Number, ParameterKind.Truth => JsonSchemaType.Boolean, _ => JsonSchemaType.String },
            Format = parameter.Kind is ParameterKind.Day ? "date" : null,
            Enum = parameter.Values is null ? null : [.. parameter.Values.Select(value => (JsonNode)value)],
        };
        return parameter.Kind is ParameterKind.List ? new() { Type = JsonSchemaType.Array, Items = one } : one;
    }
}
