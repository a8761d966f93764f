using Demarche.Api.Answers;
using Demarche.Store;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Figures, and the matters that they are told of.</summary>
internal static class FigureEndpoints
{
    private static readonly Parameter[] Filters =
    [
        new("matter", ParameterKind.Text, "A matter's id, of /figures/matters."),
        new("kind", ParameterKind.List, "What is counted.", ["killed", "injured", "arrested", "displaced", "missing", "money", "count", "distance", "duration", "percent"]),
        new("unit", ParameterKind.Text, "The unit."),
        new("country", ParameterKind.Text, "Where, ISO 3166-1 alpha-3."),
        new("according_to", ParameterKind.Entity, "The source, by key or name."),
        Parameter.From, Parameter.Until, Parameter.Article, Parameter.Crisis,
    ];

    public static void MapFigures(this IEndpointRouteBuilder api)
    {
        api.MapList("/figures", "Figures as articles tell them, the newest first", Filters, FilterOf, (queries, filter, paging) => queries.Figures(filter, paging));
        api.MapList("/figures/matters", "What figures are told of, the most told first", Filters, FilterOf, (queries, filter, paging) => queries.Matters(filter, paging));
        api.MapOne<FigureSeries>("/figures/series", "The figures of one matter over time, each source its own line",
            [new("matter", ParameterKind.Text, "A matter's id, of /figures/matters."), Parameter.Until],
            (ask, queries, _) => ask.Text("matter") is { } matter ? queries.Series(matter, ask.Day("until")) : null);
    }

    private static FigureFilter FilterOf(Ask ask) => new()
    {
        Matter = ask.Text("matter"), Kinds = ask.List("kind"), Unit = ask.Text("unit"), Country = ask.Text("country"), AccordingTo = ask.Entity("according_to"),
        From = ask.Day("from"), Until = ask.Day("until"), Article = ask.Text("article"), Crisis = ask.Text("crisis"),
    };
}
