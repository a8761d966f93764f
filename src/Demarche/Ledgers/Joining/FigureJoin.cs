using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>An amount with everyone who gives it, while articles are joined.</summary>
internal sealed class FigureEntry
{
    public Tellings Tellings;
    public double? Value { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Qualifier { get; init; }
    public string? Period { get; init; }
    public int? AccordingTo { get; init; }
    public DateOnly? Day { get; set; }
}

/// <summary>What amounts are told of: their kind and unit, where, from whom, to whom.</summary>
internal sealed class MatterEntry
{
    public required string Kind { get; init; }
    public string? Unit { get; init; }
    public string? Country { get; init; }
    public required int[] From { get; init; }
    public required int[] To { get; init; }
    public List<FigureEntry> Figures { get; } = new(1);

    /// <summary>Whether two sources give different amounts within a week.</summary>
    public bool HasRivals()
    {
        var sorted = Figures.OrderBy(figure => figure.Day ?? DateOnly.MinValue).ToList();
        for (var one = 0; one < sorted.Count; one++)
            for (var other = one + 1; other < sorted.Count && Near(sorted[one], sorted[other]); other++)
                if (sorted[one].AccordingTo != sorted[other].AccordingTo && Differ(sorted[one], sorted[other]))
                    return true;
        return false;
    }

    private static bool Near(FigureEntry one, FigureEntry other) =>
        one.Day is not { } first || other.Day is not { } second || second.DayNumber - first.DayNumber <= 7;

    private static bool Differ(FigureEntry one, FigureEntry other) =>
        one.Period == other.Period && (one.Value ?? one.Low) is { } first && (other.Value ?? other.Low) is { } second && first != second;
}

/// <summary>Joins amounts into matters: same kind, unit and country, and for money and counts the same parties. Lengths and stretches of road are left out.</summary>
internal sealed class FigureJoin(StringPool pool)
{
    private readonly Dictionary<(string Kind, string Unit, string Country, int From, int To), MatterEntry> _matters = [];

    public List<MatterEntry> All { get; } = [];

    public void Join(RecordWords words, ArticleEntry article, Dictionary<string, int> numbers)
    {
        var record = words.Record;
        if (record.Figures.Count == 0)
            return;
        var home = Country(record, record.Source.Dateline?.Place);
        foreach (var item in record.Figures)
        {
            if (item.Kind is "duration" or "distance" || (item.Value is null && item.Low is null && item.High is null))
                continue;
            RecordEvent? eventOf = null;
            foreach (var candidate in record.Events)
                if (candidate.Figures.Count > 0 && candidate.Figures.Contains(item.Id))
                    eventOf ??= candidate;
            var country = (eventOf is null ? null : Country(record, eventOf.Place)) ?? home;
            var (from, to) = (First(item.From, numbers), First(item.To, numbers));
            var key = (pool.One(item.Kind), pool.One(item.Unit ?? ""), pool.One(country ?? ""), from, to);
            if (!_matters.TryGetValue(key, out var matter))
            {
                matter = new() { Kind = key.Item1, Unit = pool.Maybe(item.Unit), Country = pool.Maybe(country), From = from < 0 ? [] : [from], To = to < 0 ? [] : [to] };
                _matters.Add(key, matter);
                All.Add(matter);
            }
            int? by = item.AccordingTo is { } id && numbers.TryGetValue(id, out var source) ? source : null;
            var telling = new Telling(article.Number, words.SentenceAt(item.Span.Begin), Telling.NumberIn(item.Id));
            Add(matter, item, by, article.Day, telling);
        }
    }

    private void Add(MatterEntry matter, RecordFigure item, int? by, DateOnly? day, Telling telling)
    {
        // Only the latest are looked through: a matter as wide as "killed in one country" has thousands over the years.
        for (var at = matter.Figures.Count - 1; at >= Math.Max(0, matter.Figures.Count - 64); at--)
        {
            var known = matter.Figures[at];
            if (known.Value == item.Value && known.Low == item.Low && known.High == item.High && known.AccordingTo == by && known.Qualifier == item.Qualifier
                && known.Period == item.Period && (known.Day is not { } one || day is not { } other || Math.Abs(one.DayNumber - other.DayNumber) <= 30))
            {
                known.Tellings.Add(telling);
                if (day < known.Day)
                    known.Day = day;
                return;
            }
        }
        var entry = new FigureEntry
        {
            Value = item.Value, Low = item.Low, High = item.High, Qualifier = pool.Maybe(item.Qualifier), Period = pool.Maybe(item.Period), AccordingTo = by, Day = day,
        };
        entry.Tellings.Add(telling);
        matter.Figures.Add(entry);
    }

    private static int First(IReadOnlyList<string> ids, Dictionary<string, int> numbers) => ids.Count > 0 && numbers.TryGetValue(ids[0], out var number) ? number : -1;

    private static string? Country(Record record, string? place)
    {
        if (place is null)
            return null;
        foreach (var candidate in record.Places)
            if (candidate.Id == place)
                return candidate.Country;
        return null;
    }
}
