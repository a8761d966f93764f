using System.Globalization;
using System.Net;
using System.Text;

namespace Demarche.Briefs;

/// <summary>A brief as one HTML page that needs nothing else and prints well.</summary>
public static class BriefHtml
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.5rem;line-height:1.25;margin-bottom:.25rem}h2{font-size:1.05rem;border-bottom:1px solid;margin-top:1.75rem;padding-bottom:.2rem}
        ul{padding-left:1.1rem}li{margin:.35rem 0}time{font-variant-numeric:tabular-nums;opacity:.8;margin-right:.4rem}
        em{opacity:.8;font-size:.9em;font-style:normal}em::before{content:"— "}.source{opacity:.75;font-size:.85em;white-space:nowrap}blockquote{margin:.2rem 0 .2rem .8rem;opacity:.85;font-size:.92em}
        @media print{body{margin:0;font-size:11pt}h2{break-after:avoid}li{break-inside:avoid}}
        """;

    /// <summary>Writes the brief.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="withQuotes">Whether each line is followed by the words that it was read from.</param>
    public static string Write(Brief brief, bool withQuotes = false)
    {
        var builder = new StringBuilder();
        builder.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
            .Append(Encode(brief.Title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(Encode(brief.Title)).Append("</h1>\n");
        var head = string.Join(" · ", new[] { brief.Date, brief.Source }.Where(part => part is not null));
        if (head.Length > 0)
            builder.Append("<p>").Append(Encode(head)).Append("</p>\n");
        foreach (var section in brief.Sections)
        {
            builder.Append("<h2>").Append(Encode(section.Title)).Append("</h2>\n<ul>\n");
            foreach (var line in section.Lines)
            {
                builder.Append("<li>");
                if (line.Date is not null && section.ShowsDates)
                    builder.Append("<time>").Append(Encode(line.Date!)).Append("</time>");
                builder.Append(Encode(line.Text));
                if (line.Coded is not null)
                    builder.Append(" <em>").Append(Encode(line.Coded)).Append("</em>");
                builder.Append(CultureInfo.InvariantCulture, $" <span class=\"source\" title=\"{Encode(line.Article)}\">sentence {line.Sentence}</span>");
                if (withQuotes && section.Key != "statements")
                    builder.Append("<blockquote>").Append(Encode(line.Quote)).Append("</blockquote>");
                builder.Append("</li>\n");
            }
            builder.Append("</ul>\n");
        }
        return builder.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
