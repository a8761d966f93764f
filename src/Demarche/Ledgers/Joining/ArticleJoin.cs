using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>An article, while articles are joined.</summary>
internal sealed class ArticleEntry(int number, Record record)
{
    public int Number { get; } = number;
    public string Id { get; } = record.Id;
    public string? Uri { get; } = record.Source.Uri;
    public string? Publisher { get; } = record.Source.Publisher;
    public string? Headline { get; } = record.Source.Headline;
    public string? Published { get; } = record.Source.Published;
    public DateOnly? Day { get; } = EdtfDays.Of(record.Source.Published)?.First;
    public string? PublishedAt { get; } = record.Source.PublishedAt;

    /// <summary>The article that this one is a copy of, at first the one found first, in the end the earliest.</summary>
    public int Original { get; set; } = number;

    /// <summary>How like it is to the original.</summary>
    public double Likeness { get; set; } = 1;

    /// <summary>Orders by time of publication, undated articles last.</summary>
    public static int InTime(ArticleEntry one, ArticleEntry other)
    {
        var byDay = (one.Day ?? DateOnly.MaxValue).CompareTo(other.Day ?? DateOnly.MaxValue);
        if (byDay != 0)
            return byDay;
        var byHour = string.CompareOrdinal(one.PublishedAt ?? "9", other.PublishedAt ?? "9");
        return byHour != 0 ? byHour : string.CompareOrdinal(one.Id, other.Id);
    }
}

/// <summary>
/// Finds copies of articles: syndicated and corrected texts, and texts cut from the end. Two texts are copies where the sketches of
/// the whole or of the first hundred words agree by three quarters and they were published within thirty days.
/// </summary>
internal sealed class ArticleJoin
{
    private const double Enough = 0.75;
    private const int Lead = 100;
    private const int Days = 30;
    private const int Band = 4;
    private readonly Dictionary<ulong, int> _whole = [];
    private readonly Dictionary<ulong, int> _lead = [];
    private readonly List<(uint[]? Whole, uint[]? Lead)> _sketches = [];
    private readonly List<ulong> _words = [];

    public List<ArticleEntry> All { get; } = [];

    public ArticleEntry Join(Record record)
    {
        var article = new ArticleEntry(All.Count, record);
        All.Add(article);
        _words.Clear();
        WordHashes.Append(record.Text, _words);
        var words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);
        var whole = MinHash.Of(words);
        var lead = words.Length >= Lead ? MinHash.Of(words[..Lead]) : null;
        _sketches.Add((whole, lead));
        var (like, likeness) = (-1, 0.0);
        Look(whole, _whole, article, isLead: false, ref like, ref likeness);
        if (like < 0)
            Look(lead, _lead, article, isLead: true, ref like, ref likeness);
        if (like >= 0)
        {
            article.Original = All[like].Original;
            article.Likeness = likeness;
        }
        return article;
    }

    /// <summary>Makes the earliest article of each group the original.</summary>
    public void ChooseOriginals()
    {
        var earliest = new Dictionary<int, int>();
        foreach (var article in All)
            if (!earliest.TryGetValue(article.Original, out var best) || ArticleEntry.InTime(article, All[best]) < 0)
                earliest[article.Original] = article.Number;
        foreach (var article in All)
            article.Original = earliest[article.Original];
    }

    private void Look(uint[]? sketch, Dictionary<ulong, int> table, ArticleEntry article, bool isLead, ref int like, ref double likeness)
    {
        if (sketch is null)
            return;
        for (var bin = 0; bin < MinHash.Bins; bin += isLead ? Band * 2 : Band)
        {
            var key = WordHashes.Mix(((ulong)sketch[bin] << 32) | sketch[bin + 1]) ^ WordHashes.Mix((((ulong)sketch[bin + 2] << 32) | sketch[bin + 3]) + (ulong)bin + 1);
            if (!table.TryAdd(key, article.Number))
            {
                var other = table[key];
                // The newest stands for its band, so that a text that returns years later is compared with its latest copy.
                table[key] = article.Number;
                if (other == article.Number || other == like || TooFar(article, All[other]))
                    continue;
                var sketches = _sketches[other];
                if ((isLead ? sketches.Lead : sketches.Whole) is not { } theirs)
                    continue;
                var share = MinHash.Likeness(sketch, theirs);
                if (share >= Enough && share > likeness)
                    (like, likeness) = (other, share);
            }
        }
    }

    private static bool TooFar(ArticleEntry one, ArticleEntry other) =>
        one.Day is { } first && other.Day is { } second && Math.Abs(first.DayNumber - second.DayNumber) > Days;
}
