using System.Text;

namespace Demarche.Desk.Reports;

/// <summary>A report as Markdown.</summary>
internal static class ReportMarkdown
{
    public static string Write(string title, IReadOnlyList<ReportItem> items)
    {
        var page = new StringBuilder($"# {Escaped(title)}\n");
        foreach (var item in items)
            page.Append(item.Layer switch
            {
                "heading" => $"\n## {Escaped(item.Title)}\n",
                "text" => $"\n{Escaped(item.Title)}\n",
                _ => $"\n**{Escaped(item.Title)}**\n\n> {Escaped(item.Words ?? "")}\n>\n> — {Escaped(item.Citation ?? "")}\n{(item.Note is { } note ? $"\n{Escaped(note)}\n" : "")}",
            });
        return page.ToString();
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|')
                escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }
}
