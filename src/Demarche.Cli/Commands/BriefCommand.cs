using System.CommandLine;
using Demarche.Briefs;
using Demarche.Cli.Rendering;
using Demarche.Cli.Running;
using Demarche.Export;
using Demarche.Ledgers;
using Demarche.Reading;
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
        var since = DateOption.Create("--since", "Tell only what is new since that day.");
        var asOf = DateOption.Create("--as-of", "The day that is 'now' for a brief of several articles. The last article's day where it is left out.");
        var each = new Option<bool>("--each") { Description = "Write a brief of each article, not one of all." };
        var command = new Command("brief", "Writes the brief of articles or records.") { format, quotes, to, since, asOf, each };
        var shared = new SharedOptions().AddTo(command, withStore: true);
        command.SetAction(parsed => Run(shared, parsed, parsed.GetValue(format), parsed.GetValue(quotes), parsed.GetValue(to), parsed.GetValue(since), parsed.GetValue(asOf), parsed.GetValue(each)));
        return command;
    }

    private static int Run(SharedOptions shared, ParseResult parsed, string? format, bool quotes, string? to, DateOnly? since, DateOnly? asOf, bool each)
    {
        format ??= FormatOf(to) ?? (Console.IsOutputRedirected ? "md" : "text");
        if (to is not null && format == "text")
            throw new UsageException($"--to {to}: the extension tells no format; write FILE.md, FILE.html or FILE.json, or give --format.");
        var tally = new Tally();
        List<Record> records = [];
        foreach (var outcome in shared.Records(parsed, shared.Paths(parsed)))
        {
            tally.Add(outcome);
            if (outcome is { Result: { } record, Problem: null })
                records.Add(record);
        }
        if (each || (records.Count == 1 && since is null && asOf is null))
            foreach (var record in records)
                Write(BriefBuilder.Of(record), format, quotes, to);
        else if (records.Count > 0)
            Write(OverTime(records, shared.Reading(parsed), shared.Title(parsed), since, asOf), format, quotes, to);
        if (tally.Failures > 0 || records.Count == 0)
            tally.Close();
        return tally.Status;
    }

    private static Brief OverTime(List<Record> records, ReadingOptions reading, string title, DateOnly? since, DateOnly? asOf)
    {
        var builder = new LedgerBuilder(reading.Lexicon);
        Dictionary<string, Record> byId = new(StringComparer.Ordinal);
        foreach (var record in records)
        {
            builder.Add(record);
            byId.TryAdd(record.Id, record);
        }
        return LedgerBriefBuilder.Of(builder.Build(asOf), title, since, source => Words(byId, source));
    }

    private static string Words(Dictionary<string, Record> records, LedgerSource source)
    {
        if (!records.TryGetValue(source.Article, out var record) || source.Sentence >= record.Sentences.Count)
            return "";
        var sentence = record.Sentences[source.Sentence];
        var words = new CodePointText(record.Text).Words(new(sentence.Begin, sentence.End));
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
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
