using Demarche.Api.Answers;
using Demarche.Store;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Positions, the matrix of them, and who recognizes whom.</summary>
internal static class PositionEndpoints
{
    public static void MapPositions(this IEndpointRouteBuilder api)
    {
        api.MapList("/positions", "Positions with the time in which they are held",
            [
                new("as_of", ParameterKind.Day, "Held on this day; all times where it is left out."),
                new("holder", ParameterKind.Entity, "Who holds it, by key or name."),
                new("toward", ParameterKind.Entity, "Toward whom."),
                new("stance", ParameterKind.List, "Which.", ["recognizes", "does_not_recognize", "claims_office", "supports", "opposes", "neutral"]),
                new("office", ParameterKind.Text, "The office that it is about, such as VEN:president."),
                new("said_only", ParameterKind.Truth, "Whether those only inferred from acts are left out."),
                Parameter.From, Parameter.Until, Parameter.Crisis,
            ],
            ask => new PositionFilter
            {
                AsOf = ask.Day("as_of"), Holder = ask.Entity("holder"), Toward = ask.Entity("toward"), Stances = ask.List("stance"), Office = ask.Text("office"),
                SaidOnly = ask.Truth("said_only") ?? false, From = ask.Day("from"), Until = ask.Day("until"), Crisis = ask.Text("crisis"),
            },
            (queries, filter, paging) => queries.Positions(filter, paging));
        api.MapOne<PositionMatrix>("/positions/matrix", "Actors against matters as of a day", [Parameter.AsOf, Parameter.Crisis],
            (ask, queries, _) => queries.Matrix(ask.Day("as_of") ?? queries.LastDay() ?? default, ask.Text("crisis")));
        api.MapOne<IReadOnlyList<OfficeView>>("/offices", "Offices that positions are taken on", [], (_, queries, _) => queries.Offices());
        api.MapOne<RecognitionTable>("/recognition", "Who recognizes whom in an office as of a day, with dates and sources",
            [new("office", ParameterKind.Text, "An office of /offices."), Parameter.AsOf],
            (ask, queries, _) => ask.Text("office") is { } office && queries.Offices().Any(known => known.Office == office)
                ? queries.Recognition(office, ask.Day("as_of") ?? queries.LastDay() ?? default) : null);
    }
}
