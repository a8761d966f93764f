using System.Globalization;
using System.Text;

namespace Demarche.Briefs;

/// <summary>A brief as Markdown.</summary>
public static class BriefMarkdown
{
    /// <summary>Writes the brief.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="withQuotes">Whether each line is followed by the words that it was read from.</param>
    public static string Write(Brief brief, bool withQuotes = false)
    {
        var builder = new StringBuilder();
        builder.Append("# ").Append(Escape(brief.Title)).Append("\n\n");
        var head = string.Join(" · ", new[] { brief.Date, brief.Source }.Where(part => part is not null));
        if (head.Length > 0)
            builder.Append(Escape(head)).Append("\n\n");
        var articles = brief.Sections.SelectMany(section => section.Lines).Select(line => line.Article).Distinct(StringComparer.Ordinal).Count();
        foreach (var section in brief.Sections)
        {
            builder.Append("## ").Append(section.Title).Append("\n\n");
            foreach (var line in section.Lines)
            {
                builder.Append("- ");
                if (line.Date is not null && section.ShowsDates)
                    builder.Append(line.Date).Append(" · ");
                builder.Append(Escape(line.Text));
                if (line.Coded is not null)
                    builder.Append(" — *").Append(Escape(line.Coded)).Append('*');
                builder.Append(CultureInfo.InvariantCulture, $" [{(articles > 1 ? line.Article + ":" : "")}{line.Sentence}]").Append('\n');
                if (withQuotes && section.Key != "statements")
                    builder.Append("  > ").Append(Escape(line.Quote)).Append('\n');
            }
            builder.Append('\n');
        }
        return builder.ToString().TrimEnd('\n') + "\n";
    }

    private static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '*' or '_' or '`' or '[' or ']' or '<' or '\\' or '#')
                builder.Append('\\');
            builder.Append(character);
        }
        return builder.ToString();
    }
}
