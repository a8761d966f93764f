using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>A position as one article tells it.</summary>
internal sealed class PositionTelling
{
    public required int Holder { get; init; }
    public int? Toward { get; init; }
    public required string Stance { get; init; }
    public string? Office { get; set; }
    public string? About { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public bool IsInferred { get; init; }
    public double Confidence { get; init; }
    public required Telling Where { get; init; }

    /// <summary>The positions of a record, in the ledger's numbers.</summary>
    public static IEnumerable<PositionTelling> Of(RecordWords words, ArticleEntry article, Dictionary<string, int> numbers, StringPool pool)
    {
        foreach (var item in words.Record.Positions)
        {
            if (!numbers.TryGetValue(item.Holder, out var holder))
                continue;
            int? toward = item.Toward is { } id && numbers.TryGetValue(id, out var number) ? number : null;
            yield return new()
            {
                Holder = holder,
                Toward = toward,
                Stance = pool.One(item.Stance),
                Office = pool.Maybe(item.Office),
                About = pool.Maybe(item.About),
                From = (EdtfDays.Of(item.AsOf)?.First is { } first && first > DateOnly.MinValue ? first : (DateOnly?)null) ?? article.Day,
                Until = EdtfDays.Of(item.Until)?.First,
                IsInferred = item.FromEvent is not null,
                Confidence = item.Confidence,
                Where = new(article.Number, words.SentenceAt(item.Span.Begin), Telling.NumberIn(item.Id)),
            };
        }
    }
}
