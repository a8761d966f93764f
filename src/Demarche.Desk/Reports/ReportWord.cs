using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Demarche.Desk.Reports;

/// <summary>A report as a Word document.</summary>
internal static class ReportWord
{
    public static byte[] Write(string title, IReadOnlyList<ReportItem> items)
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var body = new Body(Line(title, 36, isBold: true));
            foreach (var item in items)
                switch (item.Layer)
                {
                    case "heading":
                        body.Append(Line(item.Title, 28, isBold: true));
                        break;
                    case "text":
                        body.Append(Line(item.Title, 22));
                        break;
                    default:
                        body.Append(Line(item.Title, 22, isBold: true), Line($"“{item.Words}”", 22, indent: 360), Line(item.Citation ?? "", 18, indent: 360, isItalic: true));
                        if (item.Note is { } note)
                            body.Append(Line(note, 22));
                        break;
                }
            main.Document = new Document(body);
        }
        return memory.ToArray();
    }

    private static Paragraph Line(string words, int halfPoints, bool isBold = false, bool isItalic = false, int indent = 0)
    {
        var style = new RunProperties();
        if (isBold)
            style.Append(new Bold());
        if (isItalic)
            style.Append(new Italic());
        style.Append(new FontSize { Val = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var layout = new ParagraphProperties(new SpacingBetweenLines { After = "120" });
        if (indent > 0)
            layout.Append(new Indentation { Left = indent.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return new(layout, new Run(style, new Text(Clean(words)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    // XML has no place for control characters and lone surrogates.
    private static string Clean(string words) => string.Concat(words.EnumerateRunes().Where(rune => rune.Value >= 32 && rune.Value != 0xfffd));
}
