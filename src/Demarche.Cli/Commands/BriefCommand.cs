using System.CommandLine;
using Demarche.Briefs;
using Demarche.Cli.Rendering;
using Demarche.Cli.Running;
using Demarche.Records;
using Spectre.Console;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche brief PATH…</c>: what articles or records come to, for somebody who has not read them.</summary>
internal static class BriefCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "text, md, html or json; text where a terminal reads it.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "md", "html", "json");
        var quotes = new Option<bool>("--quotes") { Description = "Put under each line the words that it was read from." };
        var to = new Option<string?>("--to") { Description = "A file to write instead of standard output; its extension gives the format.", HelpName = "FILE" };
        var command = new Command("brief", "Writes the brief of articles or records.") { format, quotes, to };
        var shared = new SharedOptions().AddTo(command);
        command.SetAction(parsed => Run(shared, parsed, parsed.GetValue(format), parsed.GetValue(quotes), parsed.GetValue(to)));
        return command;
    }

    private static int Run(SharedOptions shared, ParseResult parsed, string? format, bool quotes, string? to)
    {
        format ??= FormatOf(to) ?? (Console.IsOutputRedirected ? "md" : "text");
        if (to is not null && format == "text")
            throw new UsageException($"--to {to}: the extension tells no format; write FILE.md, FILE.html or FILE.json, or give --format.");
        var tally = new Tally();
        List<Record> records = [];
        foreach (var outcome in RecordInputs.Open(shared.Paths(parsed), shared.Reading(parsed), Environment.ProcessorCount))
        {
            tally.Add(outcome);
            if (outcome is { Result: { } record, Problem: null })
                records.Add(record);
        }
        foreach (var record in records)
            Write(BriefBuilder.Of(record), format, quotes, to);
        if (tally.Failures > 0 || records.Count == 0)
            tally.Close();
        return tally.Status;
    }

    private static void Write(Brief brief, string format, bool quotes, string? to)
    {
        if (format == "text")
        {
            BriefTerminal.Write(AnsiConsole.Console, brief, quotes);
            return;
        }
        var page = format switch
        {
            "html" => BriefHtml.Write(brief, quotes),
            "json" => BriefJson.Write(brief) + "\n",
            _ => BriefMarkdown.Write(brief, quotes),
        };
        if (to is null)
        {
            Console.Out.Write(page);
            return;
        }
        try
        {
            File.WriteAllText(to, page);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{to} cannot be written: {error.Message}");
        }
    }

    private static string? FormatOf(string? path) => Path.GetExtension(path ?? "").ToLowerInvariant() switch
    {
        ".md" => "md",
        ".html" or ".htm" => "html",
        ".json" => "json",
        _ => null,
    };
}
