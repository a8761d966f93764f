using Demarche.Briefs;
using Demarche.Desk.Articles;
using Demarche.Desk.Hosting;
using Demarche.Desk.Wording;
using Demarche.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Desk.Reports;

/// <summary>What the report's buttons do, and its files.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/report/add", ([FromForm] string entry, CrisisStore store, ReportBook book, HttpRequest request) =>
        {
            var parts = entry.Split('|', 3);
            if (parts.Length != 3 || store.Queries.Article(parts[2]) is not { } detail || EntryView.Find(detail.Record, parts[1]) is not { } found)
                return Results.BadRequest("No such entry.");
            book.Add(ItemOf(detail, found));
            return request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal) ? Results.Json(new { book.Count, found.Title }) : Results.LocalRedirect("/report");
        });
        app.MapPost("/report/edit", ([FromForm] string action, [FromForm] int? id, [FromForm] string? words, ReportBook book) =>
        {
            var text = (words ?? "").Trim();
            switch (action)
            {
                case "up":
                    book.Move(id ?? 0, -1);
                    break;
                case "down":
                    book.Move(id ?? 0, 1);
                    break;
                case "remove":
                    book.Remove(id ?? 0);
                    break;
                case "note":
                    book.Note(id ?? 0, text);
                    break;
                case "text" or "heading" when text.Length > 0:
                    book.Add(new(0, action, text));
                    break;
                case "title" when text.Length > 0:
                    book.Rename(text);
                    break;
                case "clear":
                    book.Clear();
                    break;
                default:
                    break;
            }
            return Results.LocalRedirect(id is null || action == "remove" ? "/report" : $"/report#item-{id}");
        });
        app.MapGet("/report.md", (ReportBook book) => Results.File(System.Text.Encoding.UTF8.GetBytes(ReportMarkdown.Write(book.Title, book.Items)), "text/markdown; charset=utf-8", "report.md"));
        app.MapGet("/report.html", (ReportBook book) => Results.File(System.Text.Encoding.UTF8.GetBytes(ReportHtml.Write(book.Title, book.Items)), "text/html; charset=utf-8", "report.html"));
        app.MapGet("/report.docx", (ReportBook book) => Results.File(ReportWord.Write(book.Title, book.Items), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "report.docx"));
    }

    private static ReportItem ItemOf(ArticleDetail detail, EntryView entry)
    {
        var text = new RecordText(detail.Record);
        var sentence = text.Sentence(entry.Span);
        var words = sentence > 0 ? text.Words(new(detail.Record.Sentences[sentence - 1].Begin, detail.Record.Sentences[sentence - 1].End)) : text.Words(entry.Span);
        var dates = entry.Facts.FirstOrDefault(fact => fact.Name is "as of" or "date" or "deadline") is { } date ? $" ({date.Name} {date.Value})" : "";
        var by = entry.Layer == "figure" && entry.Facts.FirstOrDefault(fact => fact.Name == "according to") is { } source ? $", according to {source.Value}" : "";
        var citation = string.Join(", ", new[] { detail.Article.Publisher, $"“{detail.Article.Headline ?? detail.Article.Id}”", detail.Article.Published, $"sentence {sentence}", detail.Article.Uri }.Where(part => !string.IsNullOrEmpty(part)));
        return new(0, entry.Layer, entry.Title + by + dates, words, citation, detail.Article.Id, entry.Id);
    }
}
