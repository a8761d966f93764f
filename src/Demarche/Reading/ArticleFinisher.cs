using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Reading.Cleaning;
using Demarche.Reading.Html;

namespace Demarche.Reading;

/// <summary>The last part of reading, the same for all formats: cleaning, the date, the dateline, the language. Immutable, thread-safe.</summary>
internal sealed class ArticleFinisher(ReadingOptions options)
{
    private readonly ArticleCleaner _cleaner = new(options.Lexicon);
    private readonly Languages _languages = Languages.Load(options.Lexicon);

    /// <summary>Reads web pages.</summary>
    public HtmlPage Pages { get; } = new(ElementNames.Load(options.Lexicon));

    /// <summary>How articles are read.</summary>
    public ReadingOptions Options { get; } = options;

    /// <summary>The article of what a format gave.</summary>
    public ReadResult Finish(RawArticle raw)
    {
        IReadOnlyList<Block> blocks = raw.Blocks ?? TextBlocks.Of(raw.Text);
        var source = raw.Source with { Publisher = Options.Publisher ?? raw.Source.Publisher };
        string text;
        ImmutableArray<DroppedText> dropped = [];
        LiveBlog? blog = null;
        if (Options.AsIs)
        {
            text = raw.Text;
            source = _cleaner.Describe(blocks, source);
        }
        else
        {
            blog = LiveBlog.Find(blocks, Options.Published ?? source.Published ?? DateText.InFileName(raw.FileName));
            (text, dropped, source) = _cleaner.Clean(blog?.Blocks ?? blocks, source);
            if (blog is not null)
                dropped = [.. blog.Stamps, .. dropped];
        }
        if (string.IsNullOrWhiteSpace(text))
            return Problem(raw, "there is no text of an article in it", "open the file and see whether the article was saved with it");

        var foreign = _languages.NotEnglish(text, raw.Source.Language);
        ImmutableArray<string> notes = [];
        var dateline = DatelineIn(text, Options.AsIs);
        source = Dated(raw, source, dateline is { } place ? DateAfter(text, place.End) : null, ref notes);
        var article = new Article
        {
            Id = raw.Id,
            Text = text,
            Dropped = dropped,
            DatelineSpan = dateline,
            Entries = blog is null ? [] : EntriesIn(text, blog),
            Source = source with { Dateline = dateline?.In(text), Language = foreign?.Code ?? "en" },
        };
        return foreign is null ? ReadResult.Of(article, notes)
            : ReadResult.Refused(article, new(raw.File, raw.Place, $"the text is {foreign.Value.Name}", "only English is coded: its record has the text alone; translate it, or leave it out"));
    }

    // --published, else what the page says, else its byline (both are in the source by now), else the dateline, else the file's name, else nothing.
    private ArticleSource Dated(RawArticle raw, ArticleSource source, DateOnly? inDateline, ref ImmutableArray<string> notes)
    {
        if (Options.Published is { } given)
            return source with { Published = given, PublishedAt = source.Published == given ? source.PublishedAt : null };
        if (source.Published is not null)
            return source;
        if (inDateline is not null)
            return source with { Published = inDateline };
        if (DateText.InFileName(raw.FileName) is not { } inName)
            return source;
        notes = [$"{raw.File}: the page has no date; {inName.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is taken from the file's name"];
        return source with { Published = inName };
    }

    // Cleaning keeps words and order: an entry begins where the first of its blocks that is left does.
    private static ImmutableArray<ArticleEntry> EntriesIn(string text, LiveBlog blog)
    {
        var entries = ImmutableArray.CreateBuilder<ArticleEntry>();
        var at = 0;
        for (var i = 0; i < blog.Entries.Count; i++)
        {
            var (first, day) = blog.Entries[i];
            var end = i + 1 < blog.Entries.Count ? blog.Entries[i + 1].Block : blog.Blocks.Count;
            var begin = -1;
            for (var block = first; block < end; block++)
            {
                var found = text.IndexOf(blog.Blocks[block].Text, at, StringComparison.Ordinal);
                if (found < 0)
                    continue;
                if (begin < 0)
                    begin = found;
                at = found + blog.Blocks[block].Text.Length;
            }
            if (begin >= 0)
                entries.Add(new(begin, day));
        }
        return entries.ToImmutable();
    }

    // The first paragraph's dateline; as it is given, the text may begin with a headline and a byline.
    private TextSpan? DatelineIn(string text, bool asIs)
    {
        var at = 0;
        for (var paragraph = 0; paragraph < (asIs ? 8 : 2) && at < text.Length; paragraph++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (Dateline.Find(text.AsSpan(at, Math.Min(200, text.Length - at))) is { } span && text.AsSpan(at + span.Begin, span.Length).IndexOfAny('\n', '\r') < 0)
                return new(at + span.Begin, at + span.End);
            var end = text.IndexOf('\n', at);
            if (end - at is > 0 and < 90 && _cleaner.DatelineAlone(text[at..end].TrimEnd()) is { } alone)
                return new(at + alone.Begin, at + alone.End);
            if (end < 0)
                return null;
            at = end;
        }
        return null;
    }

    // "ANKARA, July 15, 2016 (Orbit News) - …": a full date right after the place.
    private static DateOnly? DateAfter(string text, int placeEnd)
    {
        var rest = text.Substring(placeEnd, Math.Min(40, text.Length - placeEnd));
        return DateText.Find(rest) is { Begin: <= 14 } found && rest[..found.Begin].IndexOfAny(['-', '—', '–', '.', ')']) < 0 ? found.Date : null;
    }

    private static ReadResult Problem(RawArticle raw, string problem, string advice) => ReadResult.Of(new ReadProblem(raw.File, raw.Place, problem, advice));
}
