using System.Net;
using System.Text;

namespace Demarche.Desk.Reports;

/// <summary>A report as one HTML page that needs nothing else.</summary>
internal static class ReportHtml
{
    private const string Style = "body{font:17px/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1c2128}h1,h2{line-height:1.2}blockquote{margin:.3rem 0 0;padding-left:.9rem;border-left:3px solid #ccc;color:#333}cite{display:block;font:14px/1.4 sans-serif;color:#555}";

    public static string Write(string title, IReadOnlyList<ReportItem> items)
    {
        var page = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Encoded(title)}</title><style>{Style}</style></head>\n<body>\n<h1>{Encoded(title)}</h1>\n");
        foreach (var item in items)
            page.Append(item.Layer switch
            {
                "heading" => $"<h2>{Encoded(item.Title)}</h2>\n",
                "text" => $"<p>{Encoded(item.Title)}</p>\n",
                _ => $"<section><p><b>{Encoded(item.Title)}</b></p><blockquote>{Encoded(item.Words ?? "")}<cite>{Encoded(item.Citation ?? "")}</cite></blockquote>{(item.Note is { } note ? $"<p>{Encoded(note)}</p>" : "")}</section>\n",
            });
        return page.Append("</body></html>\n").ToString();
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
