using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Html;

/// <summary>Cuts a page into its blocks of text, in order.</summary>
internal sealed class PageBlocks
{
    private static readonly FrozenSet<string> Inline = Set("a b i em strong span sup sub abbr cite code font mark q s small time u label var bdi bdo tt ins del strike big acronym dfn kbd samp wbr data nobr amp-link");
    private static readonly FrozenSet<string> Skipped = Set("script style noscript template iframe svg canvas video audio object embed button select option input textarea map dialog head nav footer math picture img amp-ad amp-embed amp-iframe amp-img amp-video");
    private readonly ElementNames _names;
    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _run = new();
    private readonly Dictionary<IElement, int> _weights = [];
    private readonly int _total;
    private int _linked;
    private string? _pending;

    private PageBlocks(ElementNames names, IElement body)
    {
        _names = names;
        _total = Weigh(body);
    }

    /// <summary>The blocks of a page's body.</summary>
    public static List<PageBlock> Of(IElement body, ElementNames names)
    {
        var blocks = new PageBlocks(names, body);
        blocks.Walk(body, body, null, inLink: false);
        blocks.Flush(body, null);
        return blocks._blocks;
    }

    // How much running text an element holds: what stands in its paragraphs, or in long runs of its own.
    private int Weigh(IElement element)
    {
        var weight = 0;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                weight += text.Data.Length > 60 ? text.Data.Length : 0;
            else if (child is IElement inner && !Skipped.Contains(inner.LocalName))
                weight += Weigh(inner);
        }
        _weights[element] = weight;
        return weight;
    }

    private void Walk(IElement element, IElement block, string? furniture, bool inLink)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                var before = _run.Length;
                _run.Append(text.Data);
                if (inLink)
                    _linked += text.Data.Trim().Length;
                continue;
            }
            if (child is not IElement inner || Skipped.Contains(inner.LocalName) || IsHidden(inner))
                continue;
            // A post that is quoted from elsewhere is the article's own, whatever box it stands in.
            var kind = inner.LocalName == "blockquote" && furniture == "link" ? null : furniture ?? KindOf(inner);
            if (inner.LocalName == "time" && inner.GetAttribute("datetime") is { Length: > 0 and < 60 } moment)
                _pending = moment;
            if (inner.LocalName == "br")
            {
                // Two breaks in a row end a paragraph.
                if (NextIsBreak(inner))
                    Flush(block, kind);
                else
                    _run.Append('\n');
            }
            else if (inner.LocalName is "td" or "th" && !HasBlocks(inner))
            {
                // A row of a table of figures is one line.
                _run.Append(' ');
                Walk(inner, block, kind, inLink);
                _run.Append(' ');
            }
            else if (Inline.Contains(inner.LocalName) && (kind == furniture || !HasBlocks(inner)) && !HasBlocks(inner))
            {
                if (kind != furniture)
                {
                    Flush(block, furniture);
                    Walk(inner, block, kind, inLink || inner.LocalName == "a");
                    Flush(block, kind);
                }
                else
                {
                    Walk(inner, block, furniture, inLink || inner.LocalName == "a");
                }
            }
            else
            {
                Flush(block, furniture);
                Walk(inner, inner, kind, inLink || inner.LocalName == "a");
                Flush(inner, kind);
            }
        }
    }

    private string? KindOf(IElement element)
    {
        var name = element.LocalName;
        if (name is "body" or "html" or "main")
            return null;
        var kind = name switch
        {
            "figcaption" or "figure" => "caption",
            "aside" => "promo",
            "form" => "link",
            "header" => "headline",
            "h1" => "headline",
            "address" => "byline",
            "time" => "byline",
            "blockquote" => null,
            _ => _names.KindOf(element),
        };
        if (kind is null)
            return null;
        if (name is "time" or "span" or "a" or "b" or "i" or "em" or "strong" && element.ParentElement?.LocalName is "p" or "li")
            return null;
        // Names lie at times ("content-with-sidebar"): what holds much of the page's text is not furniture, whatever it is called.
        var much = kind switch { "skip" => 0.6, "caption" => 0.3, _ => name == "article" ? 0.1 : 0.2 };
        return _weights.GetValueOrDefault(element) > Math.Max(_total * much, 300) && !(name is "figure" or "figcaption") ? null : kind;
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" && element.LocalName is not "div" and not "section" and not "article"
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static bool HasBlocks(IElement element)
    {
        foreach (var child in element.Children)
            if (child.LocalName is "p" or "div" or "ul" or "ol" or "section" or "h1" or "h2" or "h3" or "h4" or "table" or "figure" || Inline.Contains(child.LocalName) && HasBlocks(child))
                return true;
        return false;
    }

    private static bool NextIsBreak(IElement element)
    {
        var next = element.NextSibling;
        while (next is IText { Data: var data } && string.IsNullOrWhiteSpace(data) || next is IComment)
            next = next.NextSibling;
        return next is IElement { LocalName: "br" };
    }

    private void Flush(IElement block, string? furniture)
    {
        var text = InlineMarkup.Tidy(_run.ToString());
        if (text.Length > 0)
            _blocks.Add(new()
            {
                Text = text,
                Element = block,
                Linked = _linked,
                Stamp = _pending,
                Furniture = furniture,
                IsHeading = block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6",
                IsItem = block.LocalName is "li" or "dd" or "dt",
            });
        if (text.Length > 0)
            _pending = null;
        _run.Clear();
        _linked = 0;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
