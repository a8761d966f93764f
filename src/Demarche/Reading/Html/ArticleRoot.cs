using AngleSharp.Dom;

namespace Demarche.Reading.Html;

/// <summary>Finds the element of a page that holds the article: the one whose running text most outweighs its furniture.</summary>
internal static class ArticleRoot
{
    private const double Decay = 0.8;
    private const int FirstAfterTitle = 5;

    /// <summary>The element, and never null: at worst the body.</summary>
    public static IElement Find(IElement body, IReadOnlyList<PageBlock> blocks)
    {
        Dictionary<IElement, double> values = [];
        Dictionary<IElement, double> good = [];
        var afterTitle = 0;
        foreach (var block in blocks)
        {
            var value = ValueOf(block);
            if (block.Element.LocalName == "h1" && afterTitle == 0 && block.Text.Length > 12)
                afterTitle = FirstAfterTitle;
            // An article begins under its title.
            if (value > 0 && afterTitle > 0)
            {
                afterTitle = Math.Max(1, afterTitle - 1);
                value *= afterTitle > 1 ? 2 : 1;
            }
            var carried = value;
            for (var element = block.Element; element is not null; element = element.ParentElement)
            {
                values[element] = values.GetValueOrDefault(element) + carried;
                // Text that is far down in an element speaks less for it: paragraphs side by side are an article, teasers each in a box are not.
                carried *= Decay;
                if (value > 0)
                    good[element] = good.GetValueOrDefault(element) + value;
                if (element == body)
                    break;
            }
        }
        var best = body;
        foreach (var (element, value) in values)
        {
            var most = values[best];
            // Of two with the same value, the inner one.
            if (value > most || value >= most && element != best && best.Contains(element))
                best = element;
        }
        return Narrow(Widen(best, body, good), good);
    }

    // The page's own article element is taken where it does not hold much more than what was found.
    private static IElement Widen(IElement best, IElement body, Dictionary<IElement, double> good)
    {
        var most = good.GetValueOrDefault(best) * 2.0;
        for (var element = best.ParentElement; element is not null && element != body; element = element.ParentElement)
            if (good.GetValueOrDefault(element) <= most && (element.LocalName == "article" || element.GetAttribute("itemprop") == "articleBody"))
                return element;
        return best;
    }

    // An element that the page itself calls the article's body is taken, where it holds nearly all of the text.
    private static IElement Narrow(IElement best, Dictionary<IElement, double> good)
    {
        var all = good.GetValueOrDefault(best);
        foreach (var element in best.QuerySelectorAll("[itemprop~=articleBody],article,[role=article],[role=main],main"))
            if (good.GetValueOrDefault(element) >= all * 0.75)
                return Narrow(element, good);
        return best;
    }

    private static double ValueOf(PageBlock block)
    {
        if (block.Furniture is not null)
            return 0;
        var length = Math.Min(block.Text.Length, 1500);
        var linked = block.LinkShare;
        if (block.Element.LocalName == "tr" && linked < 0.3)
            return length * 0.2;
        if (block.IsHeading)
            return linked > 0.5 ? -30 : 0;
        if (length < 40)
            return -10 - length * linked;
        if (linked > 0.6)
            return -length;
        var paragraph = block.Element.LocalName is "p" or "blockquote" or "pre";
        return length * (1 - linked) * (paragraph ? 1 : block.IsItem ? 0.4 : 0.8) - 15;
    }
}
