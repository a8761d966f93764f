using System.Collections.Immutable;
using System.Text;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Reading.Cleaning;

/// <summary>Takes furniture out of an article and reads its headline, byline, date and dateline on the way. Immutable, thread-safe.</summary>
internal sealed class ArticleCleaner
{
    private const int HeadBlocks = 12;
    private readonly FurniturePatterns _patterns;
    private readonly CreditLine _credits;
    private readonly CaptionStyle _captions;
    private readonly DatelinePlaces _places;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A table is broken.</exception>
    public ArticleCleaner(Lexicon lexicon)
    {
        _patterns = FurniturePatterns.Load(lexicon);
        _credits = CreditLine.Load(lexicon);
        _captions = CaptionStyle.Load(lexicon);
        _places = new(lexicon);
    }

    /// <summary>The cleaned text of blocks, and the source with what the blocks say added where it was silent.</summary>
    public (string Text, ImmutableArray<DroppedText> Dropped, ArticleSource Source) Clean(IReadOnlyList<Block> blocks, ArticleSource source)
    {
        var dropped = new List<DroppedText>();
        var text = Pass(blocks, ref source, dropped);
        // What is left may show more (a caption's second copy, an escape within an escape): cleaned text is text that cleaning leaves alone.
        for (var pass = 0; pass < 8; pass++)
        {
            var more = new List<DroppedText>();
            var again = Pass(TextBlocks.Of(text), ref source, more);
            if (again.Length == text.Length)
                break;
            dropped = Merge(dropped, more, text, again);
            text = again;
        }
        return (text, [.. dropped], source);
    }

    /// <summary>The place of a line that holds a dateline alone; null for any other.</summary>
    public TextSpan? DatelineAlone(string line) => Dateline.FindAlone(line, _places.Has);

    /// <summary>What the blocks say about the article, all of them kept.</summary>
    public ArticleSource Describe(IReadOnlyList<Block> blocks, ArticleSource source)
    {
        Pass(blocks, ref source, []);
        return source;
    }

    private string Pass(IReadOnlyList<Block> blocks, ref ArticleSource source, List<DroppedText> dropped)
    {
        var kinds = new string?[blocks.Count];
        Head(blocks, kinds, ref source);
        Body(blocks, kinds);
        Tail(blocks, kinds);
        Captions(blocks, kinds);
        Repeats(blocks, kinds);
        // A text of one paragraph is an article, however like a caption it reads.
        if (blocks.Count == 1 && kinds[0] == "caption" && blocks[0] is { Kind: BlockKind.Paragraph, Furniture: null } && Words.Count(blocks[0].Text, 5) > 4)
            kinds[0] = null;

        var text = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (kinds[i] is { } kind)
            {
                dropped.Add(new(kind, blocks[i].Text, text.Length));
                continue;
            }
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(blocks[i].Text);
        }
        for (var i = 0; i < dropped.Count; i++)
            dropped[i] = dropped[i] with { At = Math.Min(dropped[i].At, text.Length) };
        return text.ToString();
    }

    // Headline, byline, publisher and date, up to the first paragraph of the article.
    private void Head(IReadOnlyList<Block> blocks, string?[] kinds, ref ArticleSource source)
    {
        var headlineKey = source.Headline is { } given ? Words.Key(given) : null;
        var found = false;
        for (int i = 0, seen = 0; i < blocks.Count && seen < HeadBlocks; i++)
        {
            var block = blocks[i];
            if (block.Furniture is null)
                seen++;
            if (headlineKey is { Length: > 0 } && block.Text.Length < 400 && Words.Key(block.Text) == headlineKey)
            {
                kinds[i] = "headline";
                found = true;
                continue;
            }
            if (block.Furniture is null && DatelineAlone(block.Text) is not null)
                continue;
            if (Byline.Read(block.Text, _credits) is { } byline)
            {
                kinds[i] = "byline";
                source = source with
                {
                    Authors = source.Authors.IsEmpty ? byline.Authors : source.Authors,
                    Publisher = source.Publisher ?? byline.Publisher,
                    Published = source.Published ?? byline.Published,
                };
                continue;
            }
            if (block.Furniture == "headline" && !found && headlineKey is null && Words.Count(block.Text, 40) is > 1 and < 40)
            {
                kinds[i] = "headline";
                source = source with { Headline = block.Text };
                found = true;
                continue;
            }
            if (KindByPattern(block, atTail: false) is { } kind)
            {
                kinds[i] = kind;
                continue;
            }
            if (!found && headlineKey is null && IsHeadline(blocks, i))
            {
                // "The Lantern", then the headline: the page's own name stands first.
                if (block.Kind == BlockKind.Paragraph && Words.Count(block.Text, 4) < 4 && i + 1 < blocks.Count && IsHeadline(blocks, i + 1) && Words.Count(blocks[i + 1].Text, 4) > 3)
                {
                    kinds[i] = "other";
                    source = source with { Publisher = source.Publisher ?? block.Text };
                    continue;
                }
                kinds[i] = "headline";
                source = source with { Headline = block.Text };
                found = true;
                continue;
            }
            if (Words.Count(block.Text, 13) > 12 && Words.EndsSentence(block.Text) && !_credits.Ends(block.Text))
                break;
        }
    }

    private void Body(IReadOnlyList<Block> blocks, string?[] kinds)
    {
        var quoteOpen = false;
        var promoBefore = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (kinds[i] is not null)
                continue;
            var block = blocks[i];
            var isQuote = block.Text[0] is '"' or '“' or '‘' || quoteOpen && block.Kind == BlockKind.Paragraph && Words.Count(block.Text, 8) > 7;
            if (!isQuote || block.Furniture is not null || block.Kind is BlockKind.Heading or BlockKind.Caption)
                kinds[i] = KindByPattern(block, atTail: false) ?? KindByLayout(block, promoBefore);
            if (kinds[i] is null)
                quoteOpen = Words.LeavesQuoteOpen(block.Text);
            promoBefore = kinds[i] == "promo";
        }
    }

    // Behind the last paragraph: notices that only stand there, dates, and the lists of links that a promo begins.
    private void Tail(IReadOnlyList<Block> blocks, string?[] kinds)
    {
        var last = blocks.Count - 1;
        while (last > 0 && (kinds[last] is not null && !IsSignedOff(blocks[last], kinds[last]) || !Words.EndsSentence(blocks[last].Text) && Words.Count(blocks[last].Text, 13) < 13))
            last--;
        if (last > 0 && IsSignedOff(blocks[last], kinds[last]))
            kinds[last] = null;
        var promoted = false;
        for (var i = last + 1; i < blocks.Count; i++)
        {
            promoted |= kinds[i] is "promo" or "link" or "notice";
            if (kinds[i] is null && i > 0 && promoted)
                kinds[i] = "promo";
            else if (kinds[i] is null && i > 0 && Byline.Read(blocks[i].Text, _credits) is { Authors.IsEmpty: true })
                kinds[i] = "byline";
        }
        for (var i = blocks.Count - 1; i > 0; i--)
        {
            if (kinds[i] is not null)
                continue;
            if (_patterns.KindOf(blocks[i].Text, Words.Count(blocks[i].Text, 500), atTail: true) is not { } kind)
                return;
            kinds[i] = kind;
        }
    }

    private bool IsSignedOff(Block block, string? kind) => kind == "caption" && block.Kind == BlockKind.Paragraph && _credits.IsSigned(block.Text);

    // A fragment beside a caption, or one in the very style of captions, is a caption.
    private void Captions(IReadOnlyList<Block> blocks, string?[] kinds)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            // "Image", the caption, "Credit...": the page's marks for readers who do not see the picture.
            if (kinds[i] is null && i > 0 && kinds[i - 1] == "caption" && IsMark(blocks[i - 1].Text) && Words.Count(blocks[i].Text, 61) < 61
                && (blocks[i - 1].Text.Contains("caption", StringComparison.OrdinalIgnoreCase) || i + 1 < blocks.Count && kinds[i + 1] == "caption"))
                kinds[i] = "caption";
            if (kinds[i] is null && blocks[i].Kind == BlockKind.Paragraph && _captions.IsFragment(blocks[i].Text, strict: true))
                kinds[i] = "caption";
        }
    }

    private static bool IsMark(string block) => block.Length < 20 && (block.StartsWith("Image", StringComparison.OrdinalIgnoreCase) || block.StartsWith("Media", StringComparison.OrdinalIgnoreCase) || block.StartsWith("Photo", StringComparison.OrdinalIgnoreCase));

    // A block told again: the second telling goes; where the two stand side by side and are no sentence, it is a caption and both go.
    private void Repeats(IReadOnlyList<Block> blocks, string?[] kinds)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        var before = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (kinds[i] is not null || Words.Count(blocks[i].Text, 5) < 5)
            {
                before = kinds[i] is null ? i : before;
                continue;
            }
            var key = Words.Key(blocks[i].Text);
            if (first.TryGetValue(key, out var one))
            {
                var sideBySide = one == before;
                kinds[i] = "repeat";
                if (sideBySide && kinds[one] is null && _captions.IsFragment(blocks[one].Text, strict: false))
                    kinds[one] = kinds[i] = "caption";
            }
            else
            {
                first.Add(key, i);
            }
            before = kinds[i] is null ? i : before;
        }
    }

    private string? KindByPattern(Block block, bool atTail)
    {
        if (block.Kind == BlockKind.Caption || block.Furniture is not null)
            return block.Furniture ?? "caption";
        if (_patterns.KindOf(block.Text, Words.Count(block.Text, 500), atTail) is { } kind)
            return kind;
        return block.Text.Length < 1200 && _credits.Ends(block.Text) ? "caption" : null;
    }

    private static string? KindByLayout(Block block, bool promoBefore)
    {
        var words = Words.Count(block.Text, 60);
        if (block.Kind == BlockKind.Heading)
            return promoBefore ? "promo" : "other";
        if (promoBefore && block.Emphasized && words < 60)
            return "promo";
        // "[A short guide to the crisis.]": the newsroom speaks, not the article.
        if (block.Text[0] == '[' && block.Text[^1] == ']' && words <= 40 && (block.Emphasized || block.LinkShare > 0.3))
            return "link";
        if (block.LinkShare > 0.9 && words <= 25)
            return "link";
        return null;
    }

    private bool IsHeadline(IReadOnlyList<Block> blocks, int at)
    {
        var block = blocks[at];
        var words = Words.Count(block.Text, 40);
        if (block.Kind == BlockKind.Heading)
            return words < 40;
        if (block.Kind != BlockKind.Paragraph || words is < 2 or > 25 || block.Text.Length > 220 || Dateline.Find(block.Text) is not null || DatelineAlone(block.Text) is not null)
            return false;
        if (Words.EndsSentence(block.Text) && block.Text[^1] is not ('?' or '!') && !EndsWithAbbreviation(block.Text))
            return false;
        if (block.Text[^1] is '?' or '!' && block.Text.AsSpan(0, block.Text.Length - 1).IndexOfAny('.', '!', '?') is > 3)
            return false;
        if (block.Text[^1] is ',' or ';' or ':' or '-' or '—' || !(char.IsUpper(block.Text[0]) || char.IsDigit(block.Text[0]) || block.Text[0] is '\'' or '"' or '‘' or '“' or '$' or '€' or '£'))
            return false;
        for (var i = at + 1; i < blocks.Count; i++)
            if (Words.Count(blocks[i].Text, 9) > 8 && Words.EndsSentence(blocks[i].Text))
                return true;
        return false;
    }

    private static bool EndsWithAbbreviation(string text)
    {
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return last.Length is >= 4 and <= 8 && last[1] == '.' && last[^1] == '.' && char.IsUpper(last[0]) && char.IsUpper(last[^2]);
    }

    // Both passes' drops, placed in the final text: an offset of the first is moved back by what the second took out before it.
    private static List<DroppedText> Merge(List<DroppedText> first, List<DroppedText> second, string before, string after)
    {
        List<DroppedText> all = [];
        foreach (var item in first)
        {
            var at = item.At;
            foreach (var gone in second)
                if (before.IndexOf(gone.Text, StringComparison.Ordinal) is var where and >= 0 && where < item.At)
                    at -= gone.Text.Length + 2;
            all.Add(item with { At = Math.Clamp(at, 0, after.Length) });
        }
        all.AddRange(second);
        return [.. all.OrderBy(item => item.At)];
    }
}
