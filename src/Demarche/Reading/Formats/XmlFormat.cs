using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Demarche.Reading.Formats;

/// <summary>XML of newsrooms: NITF, NewsML-G2, and the items of RSS and Atom feeds.</summary>
internal static class XmlFormat
{
    private const int DeepestNesting = 2000;

    /// <summary>The articles of a file.</summary>
    public static IEnumerable<PendingArticle> Open(SourceFile file, ArticleFinisher finisher)
    {
        var (content, problem) = Bytes.Read(file, 8 * finisher.Options.MaxArticleBytes);
        if (content is null)
            return [new(problem!)];
        XElement root;
        try
        {
            root = Parse(content);
        }
        catch (XmlException error)
        {
            // Pages saved under .xml and feeds with stray signs are read as pages are.
            return LooksLikePage(content)
                ? [new(() => HtmlFormat.Read(HtmlFormat.Decode(content, null), new() { File = file.Name, Id = file.Id, FileName = file.FileName, Text = "" }, finisher))]
                : [new(file.Problem($"it is no XML ({error.Message.TrimEnd('.')})", "fetch it again, or mend it at that place", $"line {error.LineNumber}"))];
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.Text.DecoderFallbackException)
        {
            return [new(file.Problem("it is no XML that can be read", "fetch it again"))];
        }
        if (root.Name.LocalName == "html")
            return [new(() => HtmlFormat.Read(HtmlFormat.Decode(content, null), new() { File = file.Name, Id = file.Id, FileName = file.FileName, Text = "" }, finisher))];

        var items = FeedItems.Of(root) ?? NewsItems.Of(root);
        if (items is null)
            return [new(file.Problem($"its element '{root.Name.LocalName}' is of no format that is read", "give NITF, NewsML-G2, RSS or Atom"))];
        if (items.Count == 0)
            return [new(file.Problem("there is no article in it", "check that the feed has items with text"))];
        return items.Select((item, at) => new PendingArticle(() => Read(file, item, items.Count == 1 && !item.FromFeed ? null : at + 1, finisher)));
    }

    private static ReadResult Read(SourceFile file, XmlItem item, int? number, ArticleFinisher finisher)
    {
        var place = number is { } n ? $"item {n.ToString(CultureInfo.InvariantCulture)}" : null;
        var raw = new RawArticle
        {
            File = file.Name,
            Place = place,
            Id = item.Id ?? (number is { } at ? $"{file.Id}:{at.ToString(CultureInfo.InvariantCulture)}" : file.Id),
            FileName = item.FromFeed ? "" : file.FileName,
            Text = "",
            Source = item.Source,
        };
        if (item.Blocks is { Count: > 0 } blocks)
            return finisher.Finish(raw with { Text = string.Join("\n\n", blocks.Select(block => block.Text)), Blocks = blocks });
        if (item.Html is { } html && !string.IsNullOrWhiteSpace(html))
            return HtmlFormat.Read(html, raw, finisher);
        return ReadResult.Of(file.Problem("the item has no text", "fetch the page that it links to", place));
    }

    private static XElement Parse(byte[] content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        // The depth is looked at first: trees that are deeper than any article are walked by no recursion.
        using (var scan = XmlReader.Create(new MemoryStream(content), settings))
            while (scan.Read())
                if (scan.Depth > DeepestNesting)
                    throw new XmlException($"its elements are nested deeper than {DeepestNesting}");
        using var reader = XmlReader.Create(new MemoryStream(content), settings);
        return XElement.Load(reader);
    }

    private static bool LooksLikePage(byte[] content) =>
        System.Text.Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, 2000)).Contains("<html", StringComparison.OrdinalIgnoreCase);
}
