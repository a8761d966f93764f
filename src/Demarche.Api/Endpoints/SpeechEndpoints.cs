using Demarche.Api.Answers;
using Demarche.Store;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api.Endpoints;

/// <summary>Statements and demands.</summary>
internal static class SpeechEndpoints
{
    public static void MapSpeech(this IEndpointRouteBuilder api)
    {
        api.MapList("/statements", "Who said what about whom, the newest first",
            [
                new("search", ParameterKind.Text, "Words of what was said."),
                new("speaker", ParameterKind.Entity, "Who said it, by key or name."),
                new("about", ParameterKind.Entity, "Who is spoken of."),
                new("addressee", ParameterKind.Entity, "To whom it was said."),
                new("kind", ParameterKind.Text, "How it is told.", ["direct", "indirect", "mixed"]),
                new("anonymous", ParameterKind.Truth, "Whether the speaker is unnamed."),
                new("distinct", ParameterKind.Truth, "Whether a quotation that many articles carry is told once."),
                new("by_relevance", ParameterKind.Truth, "Whether the best fitting stand first."),
                Parameter.From, Parameter.Until, Parameter.Article, Parameter.Crisis,
            ],
            ask => new StatementFilter
            {
                Search = ask.Text("search"), Speaker = ask.Entity("speaker"), About = ask.Entity("about"), Addressee = ask.Entity("addressee"), Kind = ask.Text("kind"),
                Anonymous = ask.Truth("anonymous"), Distinct = ask.Truth("distinct") ?? false, ByRelevance = ask.Truth("by_relevance") ?? false,
                From = ask.Day("from"), Until = ask.Day("until"), Article = ask.Text("article"), Crisis = ask.Text("crisis"),
            },
            (queries, filter, paging) => queries.Statements(filter, paging));
        api.MapList("/demands", "Demands as of a day, with deadline, state and answer, the newest first",
            [
                Parameter.AsOf,
                new("by", ParameterKind.Entity, "Who demands, by key or name."),
                new("of", ParameterKind.Entity, "Of whom it is demanded."),
                new("state", ParameterKind.List, "How it stands.", ["open", "met", "refused", "partly", "overdue"]),
                new("due_from", ParameterKind.Day, "With a deadline at or after this day."),
                new("due_until", ParameterKind.Day, "With a deadline by this day."),
                new("made_from", ParameterKind.Day, "Made at or after this day."),
                new("with_deadline", ParameterKind.Truth, "Whether those without a deadline are left out."),
                new("by_deadline", ParameterKind.Truth, "Whether the nearest deadline stands first."),
                Parameter.Crisis,
            ],
            ask => new DemandFilter
            {
                AsOf = ask.Day("as_of"), By = ask.Entity("by"), Of = ask.Entity("of"), States = ask.List("state"), DueFrom = ask.Day("due_from"), DueUntil = ask.Day("due_until"),
                MadeFrom = ask.Day("made_from"), WithDeadline = ask.Truth("with_deadline") ?? false, ByDeadline = ask.Truth("by_deadline") ?? false, Crisis = ask.Text("crisis"),
            },
            (queries, filter, paging) => queries.Demands(filter, paging));
    }
}
