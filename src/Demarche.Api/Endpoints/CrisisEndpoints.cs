using Demarche.Api.Answers;
using Demarche.Ledgers.Camps;
using Demarche.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Actors, and the state of a crisis over time.</summary>
internal static class CrisisEndpoints
{
    public static void MapCrisis(this IEndpointRouteBuilder api)
    {
        api.MapList("/entities", "Actors and everything else that is named, those in most articles first",
            [
                new("search", ParameterKind.Text, "Words of the name."),
                new("kind", ParameterKind.Text, "What it is.", ["person", "state", "organization", "group", "place", "unknown"]),
                new("country", ParameterKind.Text, "PLOVER's country code."),
                new("sector", ParameterKind.Text, "PLOVER's sector code, such as MIL."),
                new("local", ParameterKind.Truth, "Whether descriptions (\"officials\") are told too."),
                Parameter.Crisis,
            ],
            ask => new EntityFilter
            {
                Search = ask.Text("search"), Kind = ask.Text("kind"), Country = ask.Text("country"), Sector = ask.Text("sector"),
                Local = ask.Truth("local") ?? false, Crisis = ask.Text("crisis"),
            },
            (queries, filter, paging) => queries.Entities(filter, paging));
        api.MapOne<ActorView>("/entity/{**key}", "One actor: roles over time, dealings by counterpart, who is named beside", [Parameter.Until],
            (ask, queries, context) => EntityNames.KeyOf(queries, context.GetRouteValue("key")?.ToString() ?? "") is { } key ? queries.Actor(key, ask.Day("until")) : null);
        api.MapOne<Overview>("/overview", "The state of a crisis as of a day, and what changed since another",
            [Parameter.AsOf, new("since", ParameterKind.Day, "Since when something counts as changed; seven days before where it is left out."), Parameter.Crisis],
            (ask, queries, _) => queries.Overview(new() { AsOf = ask.Day("as_of"), Since = ask.Day("since"), Crisis = ask.Text("crisis") }));
        api.MapList("/timeline", "Events, positions taken and demands made, day by day, the first first",
            [
                new("entity", ParameterKind.Entity, "Somebody who takes part, by key or name."),
                new("min_reports", ParameterKind.Whole, "Events that at least so many articles tell."),
                Parameter.From, Parameter.Until, Parameter.Crisis,
            ],
            ask => new TimelineFilter { Entity = ask.Entity("entity"), From = ask.Day("from"), Until = ask.Day("until"), MinReports = ask.Whole("min_reports"), Crisis = ask.Text("crisis") },
            (queries, filter, paging) => queries.Timeline(filter, paging));
        api.MapOne<IReadOnlyList<CampDivision>>("/camps", "The two camps that fit the record best, with each actor's side and its evidence", [Parameter.AsOf, Parameter.Crisis],
            (ask, queries, _) => queries.Camps(ask.Day("as_of") ?? queries.LastDay(ask.Text("crisis")) ?? default, ask.Text("crisis")));
        api.MapOne<IReadOnlyList<DyadView>>("/tension", "The pairs of actors with most events, week by week", [Parameter.AsOf, Parameter.Crisis],
            (ask, queries, _) => queries.Tension(ask.Day("as_of") ?? queries.LastDay(ask.Text("crisis")) ?? default, ask.Text("crisis")));
    }
}
