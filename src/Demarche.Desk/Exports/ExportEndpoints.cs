using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Desk.Hosting;
using Demarche.Desk.Wording;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Desk.Exports;

/// <summary>What a list shows, as a file: the same filters in the address, all pages of it, written as it is read.</summary>
internal static class ExportEndpoints
{
    private const int Part = 500;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/events.csv", (HttpContext context, CrisisStore store, DeskRequest request) => Send(context, "text/csv", "events.csv",
            Csv.Line("date", "type", "modes", "contexts", "cameo", "actor", "recipient", "place", "country", "status", "asserted", "score", "goldstein", "reports", "article", "published", "sentence", "words"),
            Parts(at => Filters.Events(store, request) is { } filter ? store.Queries.Events(filter, at).Items : []),
            item => Csv.Line(item.Date, item.Type, string.Join(';', item.Modes), string.Join(';', item.Contexts), item.Cameo, string.Join(';', item.Actor.Select(actor => actor.Name)), string.Join(';', item.Recipient.Select(actor => actor.Name)),
                item.Place?.Name, item.Place?.Country, item.Status, item.Asserted ? "true" : "false", item.Score?.ToString(CultureInfo.InvariantCulture), item.Goldstein?.ToString(CultureInfo.InvariantCulture),
                item.Reports.ToString(CultureInfo.InvariantCulture), item.Source.Article, item.Source.Published, (item.Source.Sentence + 1).ToString(CultureInfo.InvariantCulture), item.Source.Words)));
        app.MapGet("/events.json", (HttpContext context, CrisisStore store, DeskRequest request) => Send(context, "application/x-ndjson", "events.jsonl", "",
            Parts(at => Filters.Events(store, request) is { } filter ? store.Queries.Events(filter, at).Items : []), item => JsonSerializer.Serialize(item, Json) + "\n"));
        app.MapGet("/statements.csv", (HttpContext context, CrisisStore store, DeskRequest request) => Send(context, "text/csv", "statements.csv",
            Csv.Line("date", "speaker", "kind", "content", "to", "of", "reports", "article", "publisher", "published", "sentence", "uri"),
            Parts(at => Filters.Statements(store, request) is { } filter ? store.Queries.Statements(filter, at).Items : []),
            item => Csv.Line(item.Date, item.Speaker?.Name ?? item.SpeakerWords, item.Kind, item.Content, string.Join(';', item.Addressee.Select(actor => actor.Name)), string.Join(';', item.About.Select(actor => actor.Name)),
                item.Reports.ToString(CultureInfo.InvariantCulture), item.Source.Article, item.Source.Publisher, item.Source.Published, (item.Source.Sentence + 1).ToString(CultureInfo.InvariantCulture), item.Source.Uri)));
        app.MapGet("/statements.md", (HttpContext context, CrisisStore store, DeskRequest request) => Send(context, "text/markdown", "statements.md", "",
            Parts(at => Filters.Statements(store, request) is { } filter ? store.Queries.Statements(filter, at).Items : []),
            item => $"- {item.Speaker?.Name ?? item.SpeakerWords ?? "Somebody"}, {item.Date ?? "undated"}: “{item.Content.Trim('"', '“', '”')}” — {Phrases.Citation(item.Source)}\n"));
    }

    private static IEnumerable<T> Parts<T>(Func<Paging, IReadOnlyList<T>> read)
    {
        for (var at = 0; ; at += Part)
        {
            var part = read(new(at, Part));
            foreach (var item in part)
                yield return item;
            if (part.Count < Part)
                yield break;
        }
    }

    private static async Task Send<T>(HttpContext context, string type, string name, string head, IEnumerable<T> items, Func<T, string> line)
    {
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(false));
        await writer.WriteAsync(head);
        foreach (var item in items)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            await writer.WriteAsync(line(item));
        }
    }
}
