using Demarche.Api.Answers;
using Demarche.Api.Endpoints;
using Demarche.Api.Mcp;
using Demarche.Api.Pages;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Api;

/// <summary>
/// REST under /api/v1 with its OpenAPI file at /openapi/v1.json and a page to try it at /api, and the tools of the Model Context
/// Protocol at /mcp. The host's services must hold the <see cref="CrisisStore"/>.
/// </summary>
public static class DemarcheApi
{
    /// <summary>Adds what the interface needs.</summary>
    public static IServiceCollection AddDemarcheApi(this IServiceCollection services, Func<Coder> coder)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = ApiJson.Options.PropertyNamingPolicy;
            json.SerializerOptions.NumberHandling = ApiJson.Options.NumberHandling;
        });
        services.AddOpenApi("v1", openapi => openapi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Demarche";
            document.Info.Version = "1";
            document.Info.Description = "The record of a crisis: events, statements, positions, demands and figures, each with the words that it was read from. Lists come as JSON, part by part, or whole as one entry a line (Accept: application/x-ndjson). Each JSON answer has an ETag.";
            document.Servers = [];
            return Task.CompletedTask;
        }));
        services.AddSingleton(new CrisisToolsSource(coder));
        services.AddMcpServer(CrisisTools.Describe).WithHttpTransport(http => http.Stateless = true).WithTools<CrisisTools>(ApiJson.Options);
        return services;
    }

    /// <summary>Maps the addresses.</summary>
    public static IEndpointRouteBuilder MapDemarcheApi(this IEndpointRouteBuilder app, Func<Coder> coder)
    {
        ArgumentNullException.ThrowIfNull(app);
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapArticles();
        api.MapEvents();
        api.MapSpeech();
        api.MapPositions();
        api.MapFigures();
        api.MapCrisis();
        api.MapCode(coder);
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapApiPage();
        app.MapMcp("/mcp").DisableAntiforgery();
        return app;
    }
}
