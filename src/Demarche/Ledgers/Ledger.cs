using System.Globalization;
using Demarche.Ledgers.Joining;

namespace Demarche.Ledgers;

/// <summary>
/// Everything that many articles tell of a crisis, each thing once and with all its sources, as of a day. Immutable. Lists are made
/// as they are read, so that a ledger of many articles takes little memory.
/// </summary>
public sealed class Ledger
{
    private readonly List<ArticleEntry> _articles;
    private readonly List<MatterEntry> _matters;
    private readonly List<QuoteEntry> _quotes;
    private readonly List<DemandEntry> _demands;

    internal Ledger(
        List<ArticleEntry> articles, EntityJoin entities, List<EventEntry> events, List<QuoteEntry> quotes, List<MatterEntry> matters,
        List<PositionSpell> spells, List<DemandEntry> demands, DateOnly? asOf)
    {
        _articles = articles;
        Joined = entities;
        AllEvents = events;
        _quotes = quotes;
        _matters = matters;
        Spells = spells;
        _demands = demands;
        AsOf = asOf;
        events.Sort((one, other) =>
        {
            var byDay = (one.Days?.First ?? DateOnly.MaxValue).CompareTo(other.Days?.First ?? DateOnly.MaxValue);
            return byDay != 0 ? byDay : (one.Tellings[0].Article, one.Tellings[0].Item).CompareTo((other.Tellings[0].Article, other.Tellings[0].Item));
        });
    }

    /// <summary>The day that "now" is for the ledger; null where no article is dated.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>How many articles there are.</summary>
    public int ArticleCount => _articles.Count;

    /// <summary>How many articles there are that are no copies.</summary>
    public int DistinctArticleCount => _articles.Count(article => article.Original == article.Number);

    /// <summary>The articles, in the order in which they were added.</summary>
    public IEnumerable<LedgerArticle> Articles => _articles.Select(article => new LedgerArticle
    {
        Id = article.Id,
        Uri = article.Uri,
        Publisher = article.Publisher,
        Headline = article.Headline,
        Published = article.Published,
        CopyOf = article.Original == article.Number ? null : _articles[article.Original].Id,
        Copy = article.Original == article.Number ? null : article.Likeness > 0.97 ? "copy" : "version",
    });

    /// <summary>Everybody, in order of first mention.</summary>
    public IEnumerable<LedgerEntity> Entities => Joined.All.Select(entry => new LedgerEntity
    {
        Id = entry.Id,
        Key = entry.Key,
        Name = entry.Name,
        Kind = entry.Kind,
        Country = entry.Country,
        Sectors = entry.Sectors,
        Offices = entry.Offices is { } offices ? [.. offices] : [],
        Contested = entry.Contested,
        Wikidata = entry.Wikidata,
        SpeaksFor = entry.Principal == entry.Number ? null : Joined.All[entry.Principal].Id,
        Articles = entry.Articles,
    });

    /// <summary>Events in order of their days, those without one last.</summary>
    public IEnumerable<LedgerEvent> Events => AllEvents.Select((entry, number) => EventOf(entry, number));

    /// <summary>Quotations.</summary>
    public IEnumerable<LedgerQuote> Quotes => _quotes.Select((entry, number) => new LedgerQuote
    {
        Id = Id('q', number),
        Speaker = entry.Speaker is { } speaker ? Joined.All[speaker].Id : null,
        Words = entry.Words,
        Date = entry.Date,
        Reports = Reports(entry.Tellings),
        Sources = Sources(entry.Tellings, 's'),
    });

    /// <summary>Amounts, matter by matter.</summary>
    public IEnumerable<LedgerMatter> Matters => _matters.Select((entry, number) => new LedgerMatter
    {
        Id = Id('f', number),
        Kind = entry.Kind,
        Unit = entry.Unit,
        Country = entry.Country,
        From = Ids(entry.From),
        To = Ids(entry.To),
        Rivals = entry.HasRivals(),
        Figures =
        [
            .. entry.Figures.OrderBy(figure => figure.Day ?? DateOnly.MaxValue).Select(figure => new LedgerFigure
            {
                Date = figure.Day is { } day ? EdtfDays.Text(day) : null,
                Value = figure.Value,
                Low = figure.Low,
                High = figure.High,
                Qualifier = figure.Qualifier,
                Period = figure.Period,
                AccordingTo = figure.AccordingTo is { } by ? Joined.All[by].Id : null,
                Sources = Sources(figure.Tellings, 'f'),
            }),
        ],
    });

    /// <summary>Positions of all times, in order of their begin.</summary>
    public IEnumerable<LedgerPosition> Positions => Spells.Select(PositionOf);

    /// <summary>Demands in the order in which they were added, with their state as of the ledger's day.</summary>
    public IEnumerable<LedgerDemand> Demands => _demands.Select((entry, number) => DemandOf(entry, number, AsOf));

    internal EntityJoin Joined { get; }

    internal List<EventEntry> AllEvents { get; }

    internal List<PositionSpell> Spells { get; }

    internal IReadOnlyList<ArticleEntry> AllArticles => _articles;

    /// <summary>The positions that are held on a day.</summary>
    public IEnumerable<LedgerPosition> PositionsAt(DateOnly day) => Spells.Where(spell => spell.Holds(day)).Select(PositionOf);

    /// <summary>Demands that were made by a day, with their state as of it.</summary>
    public IEnumerable<LedgerDemand> DemandsAt(DateOnly day) =>
        _demands.Select((entry, number) => (Entry: entry, Number: number)).Where(item => item.Entry.Made is not { } made || made <= day)
            .Select(item => DemandOf(item.Entry, item.Number, day));

    /// <summary>The offices that more than one claims or that positions are taken on, with who recognizes whom on a day.</summary>
    public IReadOnlyList<LedgerOffice> OfficesAt(DateOnly day) => Recognitions.At(this, day);

    /// <summary>The entity with an id of this ledger, or null.</summary>
    public LedgerEntity? Entity(string id) =>
        id.Length > 1 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Joined.All.Count
            ? Entities.ElementAt(number - 1)
            : null;

    internal IReadOnlyList<LedgerSource> Sources(in Tellings tellings, char kind)
    {
        var sources = new LedgerSource[tellings.Count];
        for (var at = 0; at < sources.Length; at++)
            sources[at] = new(_articles[tellings[at].Article].Id, tellings[at].Sentence, Id(kind, tellings[at].Item - 1));
        return sources;
    }

    /// <summary>How many articles tell it, copies of one counted once.</summary>
    internal int Reports(in Tellings tellings)
    {
        if (tellings.Count == 1)
            return 1;
        HashSet<int> originals = [];
        for (var at = 0; at < tellings.Count; at++)
            originals.Add(_articles[tellings[at].Article].Original);
        return originals.Count;
    }

    internal LedgerPosition PositionOf(PositionSpell spell) => new()
    {
        Id = spell.Id,
        Holder = Joined.All[spell.Speaker].Id,
        For = spell.Holder == spell.Speaker ? null : Joined.All[spell.Holder].Id,
        Toward = spell.Toward is { } toward ? Joined.All[toward].Id : null,
        Stance = spell.Stance,
        Office = spell.Office,
        About = spell.About,
        From = spell.From is { } from ? EdtfDays.Text(from) : null,
        Until = spell.Until is { } until ? EdtfDays.Text(until) : null,
        EndedBy = spell.EndedBy?.Id,
        Inferred = spell.IsInferred,
        Confidence = spell.Confidence,
        Marks = [.. spell.Marks],
        ConflictsWith = [.. spell.ConflictsWith.Select(other => other.Id)],
        Reports = Reports(spell.Tellings),
        Sources = Sources(spell.Tellings, 'o'),
    };

    private LedgerEvent EventOf(EventEntry entry, int number)
    {
        var first = entry.Tellings[0];
        for (var at = 1; at < entry.Tellings.Count; at++)
            if (ArticleEntry.InTime(_articles[entry.Tellings[at].Article], _articles[first.Article]) < 0)
                first = entry.Tellings[at];
        return new()
        {
            Id = Id('v', number),
            Type = entry.Sort.Type,
            Modes = entry.Sort.Modes,
            Contexts = entry.Sort.Contexts,
            Cameo = entry.Sort.Cameo,
            Quad = entry.Sort.Quad,
            Score = entry.Sort.Score,
            Goldstein = entry.Sort.Goldstein,
            Actor = Ids(entry.Actors),
            Recipient = Ids(entry.Recipients),
            Date = entry.Date,
            Country = entry.Country,
            Status = entry.Sort.Status,
            AssertedOnly = !entry.IsToldAsFact,
            ReportedBy = entry.ReportedBy is { } by ? Ids(by) : [],
            Reports = Reports(entry.Tellings),
            First = new(_articles[first.Article].Id, first.Sentence, Id('e', first.Item - 1)),
            Sources = Sources(entry.Tellings, 'e'),
            Confidence = entry.Confidence,
        };
    }

    private LedgerDemand DemandOf(DemandEntry entry, int number, DateOnly? day)
    {
        List<string> marks = [];
        if (entry.DeadlineDays is { } deadline && entry.Made is { } made && deadline.Last < made && entry.Answers.Length == 0)
            marks.Add("deadline_before_report");
        if (entry.Made is null)
            marks.Add("undated");
        var answers = entry.Answers.Where(answer => day is null || answer.Day is null || answer.Day <= day).OrderBy(answer => answer.Day ?? DateOnly.MinValue).ToList();
        if (answers.Select(answer => answer.State).Distinct(StringComparer.Ordinal).Count() > 1)
            marks.Add("answers_differ");
        AnswerTelling? last = answers.Count > 0 ? answers[^1] : null;
        var isOverdue = last is null && day is { } now && entry.DeadlineDays is { } due && due.Last < now;
        return new()
        {
            Id = Id('d', number),
            By = Ids(entry.By),
            Of = Ids(entry.Of),
            Content = entry.Content,
            Made = entry.Made is { } told ? EdtfDays.Text(told) : null,
            Deadline = entry.Deadline,
            State = last?.State ?? (isOverdue ? "overdue" : "open"),
            Answered = last?.Day is { } answered ? EdtfDays.Text(answered) : null,
            AnswerWords = last?.Words,
            AnswerSource = last is { } source ? new(_articles[source.Where.Article].Id, source.Where.Sentence, Id('d', source.Where.Item - 1)) : null,
            Marks = marks,
            Reports = Reports(entry.Tellings),
            Sources = Sources(entry.Tellings, 'd'),
        };
    }

    private string[] Ids(IReadOnlyList<int> numbers)
    {
        var ids = new string[numbers.Count];
        for (var at = 0; at < ids.Length; at++)
            ids[at] = Joined.All[numbers[at]].Id;
        return ids;
    }

    private static string Id(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number + 1}");
}
