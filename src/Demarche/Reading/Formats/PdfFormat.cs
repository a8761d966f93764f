using Demarche.Reading.Cleaning;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Demarche.Reading.Formats;

/// <summary>PDF: the pages are cut into columns and paragraphs; running heads and page numbers go, words broken at line ends are joined.</summary>
internal static class PdfFormat
{
    private const int MostPages = 400;

    /// <summary>The article of a file.</summary>
    public static ReadResult Read(SourceFile file, ArticleFinisher finisher)
    {
        var (content, problem) = Bytes.Read(file, 4 * finisher.Options.MaxArticleBytes);
        if (content is null)
            return ReadResult.Of(problem!);
        List<PdfLine> lines;
        string? title;
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages > MostPages)
                return ReadResult.Of(file.Problem($"it has {document.NumberOfPages} pages", "an article has not; cut the article's pages out"));
            title = InlineMarkup.Tidy(document.Information.Title ?? "");
            lines = Lines(document);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The parser throws whatever it trips over; for a reader it is all one: the file is broken, or locked.
            var locked = error.GetType().Name.Contains("Encrypted", StringComparison.Ordinal);
            return ReadResult.Of(locked
                ? file.Problem("it is locked with a password", "save it without one")
                : file.Problem("it is broken, or no PDF", "open it in a viewer and print it to a new PDF"));
        }
        if (lines.Count == 0)
            return ReadResult.Of(file.Problem("it has no text layer: its pages are pictures", "run text recognition (OCR) on it first"));
        var blocks = PdfParagraphs.Of(lines);
        var known = title.Length > 8 && blocks.Take(6).Any(block => Words.Key(block.Text) == Words.Key(title)) ? title : null;
        return finisher.Finish(new()
        {
            File = file.Name,
            Id = file.Id,
            FileName = file.FileName,
            Text = string.Join("\n\n", blocks.Select(block => block.Text)),
            Blocks = blocks,
            Source = new() { Headline = known },
        });
    }

    private static List<PdfLine> Lines(PdfDocument document)
    {
        List<PdfLine> lines = [];
        foreach (var page in document.GetPages())
        {
            var words = page.GetWords(NearestNeighbourWordExtractor.Instance).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
            if (words.Count == 0)
                continue;
            var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
            var number = 0;
            foreach (var block in UnsupervisedReadingOrderDetector.Instance.Get(blocks))
            {
                number++;
                foreach (var line in block.TextLines)
                    lines.Add(new(InlineMarkup.Tidy(line.Text), page.Number, number, line.BoundingBox.Left, line.BoundingBox.Right, line.BoundingBox.Top, line.BoundingBox.Bottom,
                        Size(line), page.Height));
            }
        }
        return lines;
    }

    private static double Size(TextLine line)
    {
        var letters = line.Words.SelectMany(word => word.Letters).Select(letter => letter.PointSize).Order().ToList();
        return letters.Count == 0 ? 0 : letters[letters.Count / 2];
    }
}

/// <summary>A line on a page.</summary>
internal readonly record struct PdfLine(string Text, int Page, int Block, double Left, double Right, double Top, double Bottom, double Size, double PageHeight);
