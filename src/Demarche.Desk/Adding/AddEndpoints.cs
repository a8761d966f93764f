using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Desk.Hosting;
using Demarche.Reading;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using static Demarche.Desk.Hosting.FormWords;

namespace Demarche.Desk.Adding;

/// <summary>Takes pasted text and files.</summary>
internal static class AddEndpoints
{
    public static void MapAdding(this IEndpointRouteBuilder app)
    {
        app.MapPost("/add/text", ([FromForm] string? text, [FromForm] string? headline, [FromForm] string? publisher, [FromForm] string? published, [FromForm] string? uri, AddJobs jobs) =>
        {
            if (string.IsNullOrWhiteSpace(text))
                return Results.LocalRedirect("/add?problem=empty");
            DateOnly? day = DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
            var id = $"pasted/{(day is { } dated ? $"{dated:yyyy-MM-dd}-" : "")}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4))}";
            var source = new ArticleSource { Headline = Filled(headline), Publisher = Filled(publisher), Published = day, Uri = Filled(uri) };
            var job = jobs.Start(Filled(headline) ?? "Pasted text", [reader => [reader.ReadText(id, text, source)]], []);
            return Results.LocalRedirect($"/add?job={job.Id}");
        });
        app.MapPost("/add/files", async (HttpRequest request, AddJobs jobs, DeskOptions options) =>
        {
            if (request.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
                return Results.BadRequest("The form is not of this desk, or too old: open the page anew and send it again.");
            if (!request.HasFormContentType)
                return Results.BadRequest("Send a form with files.");
            var form = await request.ReadFormAsync();
            if (form.Files.Count == 0)
                return Results.LocalRedirect("/add?problem=nofile");
            List<Func<ArticleReader, IEnumerable<ReadResult>>> inputs = [];
            List<string> problems = [];
            foreach (var file in form.Files.Take(options.MaxUploadFiles))
            {
                using var memory = new MemoryStream();
                await file.CopyToAsync(memory);
                var (content, name, problem) = Unpacking.Open(memory.ToArray(), Path.GetFileName(file.FileName), options.MaxUploadBytes);
                if (content is null)
                    problems.Add(problem!);
                else
                    inputs.Add(reader => reader.Read(new MemoryStream(content), name));
            }
            if (form.Files.Count > options.MaxUploadFiles)
                problems.Add($"Only the first {options.MaxUploadFiles} of {form.Files.Count} files were taken; add the rest after this load.");
            var job = jobs.Start(form.Files.Count == 1 ? form.Files[0].FileName : $"{form.Files.Count} files", inputs, problems);
            return Results.LocalRedirect($"/add?job={job.Id}");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet("/add/jobs/{id:int}", (int id, AddJobs jobs) => jobs.Find(id) is { } job ? Results.Json(new { job.Added, job.Known, job.Read, done = job.IsDone, problems = job.Problems.Count }) : Results.NotFound());
    }
}
