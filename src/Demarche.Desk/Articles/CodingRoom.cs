using Demarche.Documents;
using Demarche.Events;
using Demarche.Language;
using Demarche.Reading;
using Demarche.Records;

namespace Demarche.Desk.Articles;

/// <summary>The reader and the coder, loaded once, at the desk's start and beside it; they code what is added and explain what was coded.</summary>
internal sealed class CodingRoom
{
    private const int MostKept = 16;
    private readonly Lazy<Task<(ArticleReader Reader, Coder Coder)>> _loaded;
    private readonly LinkedList<(Record Record, Document Document)> _kept = new();
    private readonly Lock _gate = new();

    /// <summary>A room whose coder is loaded already.</summary>
    public CodingRoom(ArticleReader reader, Coder coder) => _loaded = new(Task.FromResult((reader, coder)));

    public CodingRoom(DeskOptions options) => _loaded = new(() => Task.Run(() =>
        (new ArticleReader(new() { Lexicon = options.Lexicon }), new CoderBuilder().UseLexicon(options.Lexicon).AddAll().Build())));

    /// <summary>Reader and coder.</summary>
    public Task<(ArticleReader Reader, Coder Coder)> Ready => _loaded.Value;

    /// <summary>A sentence's tree and the rules that were tried on it; null where the text falls into other sentences today.</summary>
    public async Task<(Sentence Sentence, EventExplanation? Events)?> Explain(Record record, int number)
    {
        var (_, coder) = await Ready;
        var document = Analyzed(coder, record);
        if (!document.Has(Layers.Sentences) || document.Get(Layers.Sentences).Count != record.Sentences.Count || number < 0 || number >= record.Sentences.Count)
            return null;
        return (document.Get(Layers.Sentences)[number], coder.ExplainEvents(document, number));
    }

    private Document Analyzed(Coder coder, Record record)
    {
        lock (_gate)
            if (_kept.FirstOrDefault(item => item.Record.Text == record.Text && item.Record.Id == record.Id) is { Document: { } known })
                return known;
        var dateline = record.Source.Dateline?.Text;
        var at = dateline is null ? -1 : record.Text.IndexOf(dateline, StringComparison.Ordinal);
        var document = coder.Analyze(new()
        {
            Id = record.Id,
            Text = record.Text,
            DatelineSpan = at is >= 0 and < 80 ? new(at, at + dateline!.Length) : null,
            Source = new()
            {
                Uri = record.Source.Uri,
                Publisher = record.Source.Publisher,
                Headline = record.Source.Headline,
                Published = DateOnly.TryParseExact(record.Source.Published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null,
                PublishedAt = record.Source.PublishedAt,
                Dateline = dateline,
                Language = record.Source.Language,
            },
        });
        lock (_gate)
        {
            _kept.AddFirst((record, document));
            if (_kept.Count > MostKept)
                _kept.RemoveLast();
        }
        return document;
    }
}
