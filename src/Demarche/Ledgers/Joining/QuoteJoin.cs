using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>A quotation, while articles are joined.</summary>
internal sealed class QuoteEntry(int? speaker, string words, string? date)
{
    public Tellings Tellings;
    public int? Speaker { get; } = speaker;
    public string Words { get; set; } = words;
    public string? Date { get; set; } = date;
}

/// <summary>Joins tellings of one quotation: the same speaker and the same first eight words, or all of them where there are fewer.</summary>
internal sealed class QuoteJoin
{
    private const int Begin = 8;
    private readonly Dictionary<(ulong Words, int Speaker), int> _known = [];
    private readonly List<ulong> _words = [];

    public List<QuoteEntry> All { get; } = [];

    public void Join(RecordWords record, ArticleEntry article, Dictionary<string, int> numbers)
    {
        foreach (var item in record.Record.Statements)
        {
            if (item.Kind == "indirect" || item.Content.Count == 0 || item.Negated)
                continue;
            var words = item.Content.Count == 1 ? record.Of(item.Content[0]) : string.Join(" … ", item.Content.Select(record.Of));
            _words.Clear();
            WordHashes.Append(words, _words);
            if (_words.Count < 3)
                continue;
            int? speaker = item.Speaker is { } id && numbers.TryGetValue(id, out var number) ? number : null;
            var begin = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words)[..Math.Min(Begin, _words.Count)];
            var key = (WordHashes.Of(begin), speaker ?? (-1 - article.Number));
            QuoteEntry entry;
            if (_known.TryGetValue(key, out var at))
            {
                entry = All[at];
                if (words.Length > entry.Words.Length)
                    entry.Words = words;
                if (string.CompareOrdinal(item.Date ?? "9", entry.Date ?? "9") < 0)
                    entry.Date = item.Date;
            }
            else
            {
                _known.Add(key, All.Count);
                All.Add(entry = new(speaker, words, item.Date));
            }
            entry.Tellings.Add(new(article.Number, record.SentenceAt(item.Content[0].Begin), Telling.NumberIn(item.Id)));
        }
    }
}
