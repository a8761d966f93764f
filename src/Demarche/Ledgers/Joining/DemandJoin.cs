using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>How a demand was answered, as one article tells it.</summary>
internal readonly record struct AnswerTelling(string State, DateOnly? Day, string? Words, Telling Where);

/// <summary>A demand, while articles are joined.</summary>
internal sealed class DemandEntry
{
    public Tellings Tellings;
    public required int[] By { get; set; }
    public required int[] Of { get; set; }
    public required string Content { get; init; }
    public required ulong[] Words { get; init; }
    public required DateOnly? Made { get; set; }
    public string? Deadline { get; set; }
    public EdtfDays? DeadlineDays { get; set; }
    public AnswerTelling[] Answers { get; set; } = [];
}

/// <summary>Joins tellings of one demand: by and of the same, within thirty days, and the same deadline or a third of the words in common.</summary>
internal sealed class DemandJoin(EntityJoin entities, StringPool pool)
{
    private const int Days = 30;
    private readonly Dictionary<(int By, int Of), List<DemandEntry>> _known = [];
    private readonly List<ulong> _hashes = [];

    public List<DemandEntry> All { get; } = [];

    public void Join(RecordWords words, ArticleEntry article, Dictionary<string, int> numbers)
    {
        foreach (var item in words.Record.Demands)
        {
            var (by, of) = (Numbers(item.By, numbers), Numbers(item.Of, numbers));
            var content = words.Of(item.Content);
            _hashes.Clear();
            WordHashes.Append(content, _hashes);
            var telling = new Telling(article.Number, words.SentenceAt(item.Span.Begin), Telling.NumberIn(item.Id));
            var deadline = EdtfDays.Of(item.Deadline);
            var key = (by.Length > 0 ? entities.All[by[0]].Principal : -1, of.Length > 0 ? entities.All[of[0]].Principal : -1);
            if (!_known.TryGetValue(key, out var candidates))
                _known.Add(key, candidates = new(1));
            var entry = candidates.Find(candidate => Same(candidate, _hashes, deadline, article.Day));
            if (entry is null)
            {
                entry = new() { By = by, Of = of, Content = content, Words = [.. _hashes.Distinct()], Made = article.Day, Deadline = pool.Maybe(item.Deadline), DeadlineDays = deadline };
                candidates.Add(entry);
                All.Add(entry);
            }
            else
            {
                if (article.Day < entry.Made)
                    entry.Made = article.Day;
                if (entry.DeadlineDays is null && deadline is not null)
                    (entry.Deadline, entry.DeadlineDays) = (pool.Maybe(item.Deadline), deadline);
            }
            entry.Tellings.Add(telling);
            if (item.Answer != "open")
            {
                var answerWords = item.AnswerSpan is { } span ? words.Of(span) : null;
                var where = item.AnswerSpan is { } at ? telling with { Sentence = words.SentenceAt(at.Begin) } : telling;
                entry.Answers = [.. entry.Answers, new(pool.One(item.Answer), article.Day, answerWords, where)];
            }
        }
    }

    private static bool Same(DemandEntry entry, List<ulong> words, EdtfDays? deadline, DateOnly? day)
    {
        if (entry.Made is { } made && day is { } told && Math.Abs(made.DayNumber - told.DayNumber) > Days)
            return false;
        if (entry.DeadlineDays is { } known && deadline is { } other)
        {
            if (known.First > other.Last || other.First > known.Last)
                return false;
            if (known == other)
                return true;
        }
        var common = 0;
        foreach (var word in words)
            if (Array.IndexOf(entry.Words, word) >= 0)
                common++;
        return common > 0 && 3 * common >= Math.Min(words.Count, entry.Words.Length);
    }

    private static int[] Numbers(IReadOnlyList<string> ids, Dictionary<string, int> numbers) =>
        [.. ids.Where(numbers.ContainsKey).Select(id => numbers[id]).Distinct()];
}
