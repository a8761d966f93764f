using Demarche.Api.Answers;
using Demarche.Store;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Events, their counts, and where they took place.</summary>
internal static class EventEndpoints
{
    private static readonly Parameter[] Filters =
    [
        new("type", ParameterKind.List, "PLOVER types, such as PROTEST."),
        new("mode", ParameterKind.List, "PLOVER modes."),
        new("context", ParameterKind.List, "PLOVER contexts."),
        new("status", ParameterKind.List, "How real it is.", ["actual", "planned", "hypothetical", "negated"]),
        new("quad", ParameterKind.List, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.", ["1", "2", "3", "4"]),
        new("actor", ParameterKind.Entity, "Who acts, or his state, by key or name."),
        new("recipient", ParameterKind.Entity, "To whom it is done, or his state."),
        new("entity", ParameterKind.Entity, "Who is on either side."),
        new("counterpart", ParameterKind.Entity, "With entity: who is on the other side."),
        new("country", ParameterKind.Text, "Where, ISO 3166-1 alpha-3."),
        new("place", ParameterKind.Text, "Where, by the place's name."),
        new("min_confidence", ParameterKind.Number, "At least so sure, 0 to 1."),
        new("min_reports", ParameterKind.Whole, "At least so many articles tell it."),
        new("facts_only", ParameterKind.Truth, "Whether what is only asserted is left out."),
        new("oldest_first", ParameterKind.Truth, "Whether the oldest stand first."),
        Parameter.From, Parameter.Until, Parameter.Article, Parameter.Crisis,
    ];

    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapList("/events", "Events, each once over all articles that tell it, the newest first", Filters, FilterOf, (queries, filter, paging) => queries.Events(filter, paging));
        api.MapOne<IReadOnlyList<EventCount>>("/events/counts", "Events of each type in each week, with the sum of their scores", Filters, (ask, queries, _) => queries.EventCounts(FilterOf(ask)));
        api.MapOne<IReadOnlyList<MapPoint>>("/events/map", "Places of events, those with most first", Filters, (ask, queries, _) => queries.Map(FilterOf(ask)));
    }

    private static EventFilter FilterOf(Ask ask) => new()
    {
        Types = ask.List("type"), Modes = ask.List("mode"), Contexts = ask.List("context"), Statuses = ask.List("status"),
        Quads = [.. ask.List("quad").Select(quad => quad[0] - '0')], Actor = ask.Entity("actor"), Recipient = ask.Entity("recipient"), Entity = ask.Entity("entity"),
        Counterpart = ask.Entity("counterpart"), From = ask.Day("from"), Until = ask.Day("until"), Country = ask.Text("country"), Place = ask.Text("place"),
        MinConfidence = ask.Number("min_confidence"), MinReports = ask.Whole("min_reports"), FactsOnly = ask.Truth("facts_only") ?? false,
        OldestFirst = ask.Truth("oldest_first") ?? false, Article = ask.Text("article"), Crisis = ask.Text("crisis"),
    };
}
