using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Demarche.Api.Answers;
using Demarche.Api.Endpoints;
using Demarche.Reading;
using Demarche.Records;
using Demarche.Store;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Demarche.Api.Mcp;

/// <summary>Tools of the Model Context Protocol over a store. Every answer names the articles and words that it rests on.</summary>
[McpServerToolType]
internal sealed class CrisisTools(CrisisStore store, CrisisToolsSource source)
{
    public static void Describe(McpServerOptions options)
    {
        options.ServerInfo = new() { Name = "demarche", Version = typeof(CrisisTools).Assembly.GetName().Version?.ToString(3) ?? "0" };
        options.ServerInstructions = "The record of a political crisis, read from news articles: what was done, said, demanded, and where actors stand. "
            + "Entries are what articles tell, not facts; each has a source with the article and the words. Cite them.";
    }

    [McpServerTool(Name = "code_text", Title = "Code a text", ReadOnly = true, OpenWorld = false)]
    [Description("Reads events, statements, positions, demands, figures and times from a news text in English. Nothing is kept. Spans count Unicode code points of the text.")]
    public string CodeText(
        [Description("The text of one article.")] string text,
        [Description("The day on which it was published, as 2019-01-24: relative times are told from it.")] string? published = null,
        [Description("Its headline.")] string? headline = null)
    {
        var read = new ArticleReader(new() { Published = Day(published, "published") }).ReadText("text", text, new() { Headline = headline });
        return read is { Article: { } article, Problem: null } ? RecordJson.Write(source.Coder().Code(article)) : throw new McpException(read.Problem!.ToString());
    }

    [McpServerTool(Name = "search_statements", Title = "Search statements", ReadOnly = true, OpenWorld = false)]
    [Description("Finds who said what about whom, with the article and the words.")]
    public string SearchStatements(
        [Description("Words of what was said; \"phrases\" and OR may be used.")] string? words = null,
        [Description("Who said it, by name or key.")] string? speaker = null,
        [Description("Who is spoken of, by name or key.")] string? about = null,
        [Description("The first day, as 2019-01-24.")] string? from = null,
        [Description("The last day.")] string? until = null,
        [Description("How many at most, 1 to 100.")] int limit = 20) =>
        Json(store.Queries.Statements(new()
        {
            Search = words, Speaker = Key(speaker), About = Key(about), From = Day(from, "from"), Until = Day(until, "until"), Distinct = true, ByRelevance = words is not null,
        }, new(0, Math.Clamp(limit, 1, 100))));

    [McpServerTool(Name = "positions_as_of", Title = "Positions as of a day", ReadOnly = true, OpenWorld = false)]
    [Description("Where actors stand on a day: who recognizes, supports, opposes whom, who is neutral, since when, and from which words that is known.")]
    public string PositionsAsOf(
        [Description("The day, as 2019-02-04; the last article's where it is left out.")] string? day = null,
        [Description("Who holds the position, by name or key.")] string? holder = null,
        [Description("Toward whom, by name or key.")] string? toward = null,
        [Description("How many at most, 1 to 500.")] int limit = 100) =>
        Json(store.Queries.Positions(new() { AsOf = Day(day, "day") ?? store.Queries.LastDay(), Holder = Key(holder), Toward = Key(toward) }, new(0, Math.Clamp(limit, 1, 500))));

    [McpServerTool(Name = "timeline", Title = "Timeline", ReadOnly = true, OpenWorld = false)]
    [Description("What happened between two days, in order: events, positions taken and demands made, each with its sources.")]
    public string Timeline(
        [Description("The first day, as 2019-01-24.")] string? from = null,
        [Description("The last day.")] string? until = null,
        [Description("Somebody who takes part, by name or key.")] string? entity = null,
        [Description("How many at most, 1 to 500.")] int limit = 100) =>
        Json(store.Queries.Timeline(new() { Entity = Key(entity), From = Day(from, "from"), Until = Day(until, "until") }, new(0, Math.Clamp(limit, 1, 500))).Items);

    [McpServerTool(Name = "open_demands", Title = "Open demands", ReadOnly = true, OpenWorld = false)]
    [Description("Demands that are open or overdue on a day, those with the nearest deadline first, each with its sources.")]
    public string OpenDemands(
        [Description("The day, as 2019-01-24; the last article's where it is left out.")] string? day = null,
        [Description("Of whom it is demanded, by name or key.")] string? of = null,
        [Description("How many at most, 1 to 500.")] int limit = 50) =>
        Json(store.Queries.Demands(new() { AsOf = Day(day, "day"), Of = Key(of), States = ["open", "overdue"], ByDeadline = true }, new(0, Math.Clamp(limit, 1, 500))));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ApiJson.Options);

    private static DateOnly? Day(string? text, string name) => string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new McpException($"{name} is '{text}': a day such as 2019-02-04 is wanted.");

    private string? Key(string? name) => string.IsNullOrEmpty(name) ? null
        : EntityNames.KeyOf(store.Queries, name) ?? throw new McpException($"Nobody in the store is called '{name}'.");
}
