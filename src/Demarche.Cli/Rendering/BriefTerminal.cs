using System.Globalization;
using Demarche.Briefs;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>A brief on a terminal, in colours where it has them.</summary>
internal static class BriefTerminal
{
    /// <summary>Writes the brief.</summary>
    public static void Write(IAnsiConsole console, Brief brief, bool withQuotes)
    {
        console.MarkupLine($"[bold]{Markup.Escape(brief.Title)}[/]");
        var head = string.Join(" · ", new[] { brief.Date, brief.Source }.Where(part => part is not null));
        if (head.Length > 0)
            console.MarkupLine($"[grey]{Markup.Escape(head)}[/]");
        var many = brief.Sections.SelectMany(section => section.Lines).Select(line => line.Article).Distinct(StringComparer.Ordinal).Take(2).Count() > 1;
        foreach (var section in brief.Sections)
        {
            console.WriteLine();
            console.MarkupLine($"[{Colour(section.Key)} bold]{Markup.Escape(section.Title)}[/]");
            foreach (var line in section.Lines)
            {
                var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(2)).AddColumn();
                var date = line.Date is { } day && section.ShowsDates ? $"[aqua]{Markup.Escape(day)}[/] " : "";
                var source = (many ? line.Article + ":" : "") + line.Sentence.ToString(CultureInfo.InvariantCulture);
                grid.AddRow(new Markup("•"), new Markup($"{date}{Markup.Escape(line.Text)} [grey]{Markup.Escape($"[{source}]")}[/]"));
                if (withQuotes && section.Key != "statements")
                    grid.AddRow(new Markup(""), new Markup($"[italic grey]{Markup.Escape(line.Quote)}[/]"));
                console.Write(grid);
            }
        }
    }

    private static string Colour(string section) => section switch
    {
        "contested" or "recognition" => "yellow",
        "demands" => "red",
        "positions" or "changed" => "green",
        "figures" or "rivals" => "blue",
        _ => "white",
    };
}
