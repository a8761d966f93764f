using System.Text;
using System.Text.RegularExpressions;
using Demarche.Reading.Cleaning;
using Demarche.Reading.Html;

namespace Demarche.Reading.Formats;

/// <summary>Saved pages: one article a file.</summary>
internal static partial class HtmlFormat
{
    /// <summary>The article of a file.</summary>
    public static ReadResult Read(SourceFile file, ArticleFinisher finisher)
    {
        var (content, problem) = Bytes.Read(file, finisher.Options.MaxArticleBytes);
        if (content is null)
            return ReadResult.Of(problem!);
        if (TextDecoding.IsBinary(content))
            return ReadResult.Of(file.Problem("it is no page", "give it the extension of its real format, such as .pdf or .gz"));
        return Read(Decode(content, null), new() { File = file.Name, Id = file.Id, FileName = file.FileName, Text = "" }, finisher);
    }

    /// <summary>The article of a page. Fields that are given with it go before the page's own.</summary>
    public static ReadResult Read(string html, RawArticle given, ArticleFinisher finisher)
    {
        var page = finisher.Pages.Read(html);
        var source = given.Source with
        {
            Uri = given.Source.Uri ?? page.Source.Uri,
            Publisher = given.Source.Publisher ?? page.Source.Publisher,
            Headline = given.Source.Headline ?? page.Source.Headline,
            Authors = given.Source.Authors.IsEmpty ? page.Source.Authors : given.Source.Authors,
            Published = given.Source.Published ?? page.Source.Published ?? (given.Source.Uri is { } address ? DateText.InAddress(address) : null),
            PublishedAt = given.Source.Published is null ? page.Source.PublishedAt : given.Source.PublishedAt,
            Language = given.Source.Language ?? page.Source.Language,
        };
        var text = string.Join("\n\n", page.Blocks.Select(block => block.Text));
        return finisher.Finish(given with { Text = finisher.Options.AsIs ? page.All : text, Blocks = page.Blocks, Source = source });
    }

    /// <summary>A page's text, by the encoding that its transport or its head declares.</summary>
    public static string Decode(ReadOnlySpan<byte> content, string? charset)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 4096)]);
        var declared = charset ?? (Charset().Match(head) is { Success: true } match ? match.Groups["name"].Value : null);
        return TextDecoding.Decode(content, declared);
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?\s*(?<name>[\w\-:]+)|<\?xml[^>]{0,100}encoding\s*=\s*[""'](?<name>[\w\-:]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
