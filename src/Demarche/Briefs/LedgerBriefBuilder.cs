using System.Globalization;
using Demarche.Ledgers;
using Demarche.Ledgers.Camps;
using Demarche.Ledgers.Tension;

namespace Demarche.Briefs;

/// <summary>
/// Makes the brief of a crisis over time, one page in order of importance: what is contested, what changed, demands, what happened,
/// rival figures, tension, camps. Each line names the article and the sentence that it was read from first.
/// </summary>
public sealed class LedgerBriefBuilder
{
    private const int MostLines = 14;
    private const double Magnitude = 5;
    private readonly Ledger _ledger;
    private readonly LedgerNames _names;
    private readonly DateOnly? _since;
    private readonly Func<LedgerSource, string> _words;

    private LedgerBriefBuilder(Ledger ledger, DateOnly? since, Func<LedgerSource, string>? words)
    {
        _ledger = ledger;
        _since = since;
        _names = new(ledger);
        _words = words ?? (_ => "");
    }

    /// <summary>The brief of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="title">Its title.</param>
    /// <param name="since">The day from which on things are new; null for all that there is.</param>
    /// <param name="words">Gives the words of a sentence, for quotations.</param>
    public static Brief Of(Ledger ledger, string title, DateOnly? since = null, Func<LedgerSource, string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var builder = new LedgerBriefBuilder(ledger, since, words);
        BriefSection[] sections =
        [
            new("recognition", "Contested: who recognizes whom", builder.Contested()),
            new("changed", since is null ? "Positions taken and changed" : $"Positions taken or changed since {Day(since.Value)}", builder.Changed()),
            new("demands", "Demands: overdue, open, answered", builder.Demands()),
            new("happened", since is null ? "What happened" : $"What happened since {Day(since.Value)}", builder.Events()),
            new("rivals", "Figures: rival counts side by side", builder.Figures()),
            new("tension", "Tension", builder.Tension()),
            new("camps", "Camps (arithmetic on the record, no forecast)", builder.Camps()),
        ];
        var days = ledger.Articles.Select(article => article.Published).Where(day => day is not null).Order(StringComparer.Ordinal).ToList();
        var span = days.Count == 0 ? null : days[0] == days[^1] ? days[0] : $"{days[0]}/{days[^1]}";
        var copies = ledger.ArticleCount - ledger.DistinctArticleCount;
        var source = $"{ledger.DistinctArticleCount} {(ledger.DistinctArticleCount == 1 ? "article" : "articles")}{(copies > 0 ? $" and {copies} copies" : "")}{(ledger.AsOf is { } asOf ? $", as of {Day(asOf)}" : "")}";
        return new(title, span, source, [.. sections.Where(section => section.Lines.Count > 0)]);
    }

    private List<BriefLine> Contested()
    {
        List<BriefLine> lines = [];
        if (_ledger.AsOf is not { } day)
            return lines;
        var positions = _ledger.Positions.ToDictionary(position => position.Id, StringComparer.Ordinal);
        foreach (var office in _ledger.OfficesAt(day).Where(office => office.Claimants.Count > 1))
            foreach (var claimant in office.Claimants)
            {
                List<string> parts = [];
                Add(claimant.RecognizedBy, "recognized by");
                Add(claimant.NotRecognizedBy, "not recognized by");
                Add([.. claimant.SupportedBy.Where(by => !claimant.RecognizedBy.Any(other => other.Entity == by.Entity))], "supported by");
                if (parts.Count == 0 && !claimant.Claims)
                    continue;
                var first = claimant.RecognizedBy.Concat(claimant.NotRecognizedBy).Concat(claimant.SupportedBy).FirstOrDefault();
                var source = first is null ? Claim(office.Office, claimant.Entity) : positions[first.Position].Sources[0];
                lines.Add(Line(null, $"{_names.Office(office.Office)}: {_names.Of(claimant.Entity)} — {(parts.Count > 0 ? string.Join("; ", parts) : "claims it")}", source));

                void Add(IReadOnlyList<LedgerRecognition> by, string words)
                {
                    if (by.Count > 0)
                        parts.Add($"{words} {_names.List(by.Select(one => one.Entity), 24)}{(by.Count > 2 ? $" ({by.Count})" : "")}");
                }
            }
        return lines;

        LedgerSource Claim(string office, string entity) =>
            _ledger.Positions.FirstOrDefault(position => position.Stance == "claims_office" && position.Office == office && position.Holder == entity)?.Sources[0] ?? default;
    }

    // One line for all who took the same position on the same day.
    private List<BriefLine> Changed() =>
    [
        .. _ledger.Positions.Where(position => !position.Inferred && position.Confidence >= 0.6 && _names.IsNamed(position.For ?? position.Holder) && position.From is not null && IsNew(position.From))
            .GroupBy(position => (position.From, position.Stance, position.Toward))
            .OrderByDescending(group => Weight(group.Key.Stance) + group.Count()).Take(MostLines).OrderBy(group => group.Key.From, StringComparer.Ordinal)
            .Select(group =>
            {
                var holders = group.Select(position => position.For ?? position.Holder).Distinct(StringComparer.Ordinal).ToList();
                var verb = _names.Stance(group.Key.Stance, holders.Count > 1);
                var toward = group.Key.Stance == "claims_office" || group.Key.Toward is null ? "" : " " + _names.Of(group.Key.Toward);
                var office = group.First().Office is { } key && group.Key.Stance == "claims_office" ? $": {_names.Office(key)}" : "";
                var marks = group.SelectMany(position => position.Marks).Contains("contradicted") ? " (contradicted)" : "";
                var before = group.SelectMany(position => _ledger.Positions.Where(other => other.EndedBy == position.Id)).FirstOrDefault();
                var was = before is null ? "" : $" (before: {_names.Stance(before.Stance, false)} {_names.Of(before.Toward)})";
                return Line(group.Key.From, $"{_names.List(holders, 20)} {verb}{toward}{office}{was}{marks}{Reports(group.SelectMany(position => position.Sources))}", group.First().Sources[0]);
            }),
    ];

    private List<BriefLine> Demands() =>
    [
        .. (_ledger.AsOf is { } day ? _ledger.DemandsAt(day) : _ledger.Demands).Where(demand => IsNew(demand.Made) || IsNew(demand.Answered) || (demand.State == "overdue" && IsNew(demand.Deadline)))
            .Where(demand => demand.Deadline is not null || demand.By.Any(_names.IsNamed))
            .OrderByDescending(demand => (demand.Of.Any(_names.IsNamed) ? 1 : 0) + (demand.Deadline is null ? 0 : 4) + (demand.State is "overdue" or "refused" or "met" ? 2 : 0) + demand.Reports).Take(MostLines)
            .OrderBy(demand => demand.State switch { "overdue" => 0, "open" => 1, _ => 2 }).ThenBy(demand => demand.Deadline ?? "9", StringComparer.Ordinal)
            .Select(demand =>
            {
                var deadline = demand.Deadline is { } by ? $", by {by}" : "";
                var answer = demand.AnswerWords is { Length: > 0 } words ? $" (“{Short(words, 80)}”)" : "";
                var source = demand.Sources[0];
                return Line(demand.Deadline ?? demand.Made, $"{demand.State.ToUpperInvariant()}: {_names.List(demand.By, 4, "somebody")} {(demand.By.Count > 1 ? "ask" : "asks")} {_names.List(demand.Of, 4, "whoever may")}: {Short(demand.Content, 110)}{deadline}{answer}{Reports(demand.Sources)}", source);
            }),
    ];

    private List<BriefLine> Events() =>
    [
        .. _ledger.Events.Where(item => item.Status == "actual" && !item.AssertedOnly && item.Actor.Any(_names.IsNamed) && Math.Abs(item.Score ?? 0) >= Magnitude && item.Date is not null && IsNew(item.Date))
            .OrderByDescending(item => Math.Abs(item.Score ?? 0) + (2 * item.Reports) + (item.Recipient.Any(_names.IsNamed) ? 3 : 0)).Take(MostLines).OrderBy(item => item.Date, StringComparer.Ordinal)
            .Select(item =>
            {
                var recipients = item.Recipient.Count > 0 ? _names.List(item.Recipient, 5) : null;
                var act = EventVerbs.Phrase(item.Type, recipients, item.Actor.Count > 1);
                var mode = item.Modes.Count > 0 ? $" ({item.Modes[0]})" : "";
                return Line(item.Date, $"{_names.List(item.Actor, 5)} {act}{mode}{Reports(item.Sources)}", item.First);
            }),
    ];

    private List<BriefLine> Figures() =>
    [
        .. _ledger.Matters.Where(matter => matter.Kind is "killed" or "injured" or "arrested" or "displaced" or "missing" && matter.Figures.Any(figure => IsNew(figure.Date)))
            .OrderByDescending(matter => matter.Rivals).ThenByDescending(matter => matter.Figures.Max(figure => figure.Value ?? figure.High ?? figure.Low ?? 0)).Take(8)
            .Select(matter =>
            {
                var figures = matter.Figures.Where(figure => IsNew(figure.Date)).TakeLast(5).Select(figure =>
                    $"{FigureWords.Of(new() { Id = "", Key = "", Kind = matter.Kind, Unit = matter.Unit, Value = figure.Value, Low = figure.Low, High = figure.High, Qualifier = figure.Qualifier })}"
                    + $" ({(figure.AccordingTo is { } by ? _names.Of(by) : "the article")}, {figure.Date})").Distinct(StringComparer.Ordinal);
                return Line(null, $"{(matter.Country is { } country ? _names.Country(country) + ": " : "")}{string.Join(" — ", figures)}", matter.Figures.First(figure => IsNew(figure.Date)).Sources[0]);
            }),
    ];

    private List<BriefLine> Tension() =>
    [
        .. TensionFinder.Of(_ledger).Where(dyad => dyad.Changes.Count > 0 || (dyad.Current != 0 && Math.Abs(dyad.Current - dyad.Baseline) >= 3))
            .Where(dyad => _since is null || (dyad.Changes.Count > 0 && IsNew(dyad.Changes[^1].Week)) || dyad.Current != 0).Take(5)
            .Select(dyad =>
            {
                var change = dyad.Changes.Count > 0 ? $"; changed in the week of {dyad.Changes[^1].Week} from {Number(dyad.Changes[^1].Before)} to {Number(dyad.Changes[^1].After)} a week" : "";
                var item = _ledger.Events.LastOrDefault(told => told.Actor.Concat(told.Recipient).Any(id => _names.Principal(id) == dyad.One) && told.Actor.Concat(told.Recipient).Any(id => _names.Principal(id) == dyad.Other));
                return Line(null, $"{_names.Of(dyad.One)} and {_names.Of(dyad.Other)}: {Number(dyad.Current)} this week, usually {Number(dyad.Baseline)}{change}", item?.First ?? default);
            }),
    ];

    private List<BriefLine> Camps()
    {
        List<BriefLine> lines = [];
        if (_ledger.AsOf is not { } day || CampFinder.At(_ledger, day) is not [var division, ..] || division.Members.Count < 3)
            return lines;
        foreach (var camp in division.Members.GroupBy(member => member.Camp))
            lines.Add(Line(null, $"{camp.Key}: {string.Join(", ", camp.Take(20).Select(member => member.Name + (member.Sure < 1 ? " (unsure)" : "")))}{(camp.Count() > 20 ? $" and {camp.Count() - 20} others" : "")}", SourceOf(camp.First())));
        var pivots = division.Members.Where(member => member.Pivotal).Take(4).ToList();
        lines.Add(Line(null, $"{Number(division.Frustration)} of {Number(division.Weight)} at odds with two camps; pivotal: {string.Join(", ", pivots.Select(member => member.Name))}", SourceOf(pivots[0])));
        return lines;

        LedgerSource SourceOf(CampMember member) =>
            _ledger.Positions.FirstOrDefault(position => member.Evidence.Contains(position.Id))?.Sources[0]
            ?? _ledger.Events.FirstOrDefault(item => member.Evidence.Contains(item.Id))?.First ?? default;
    }

    // Within the days that the brief is of; an undated thing is neither new nor left out where all is asked for.
    private bool IsNew(string? date) => date is null
        ? _since is null
        : (_since is not { } since || string.CompareOrdinal(date, Day(since)) >= 0) && (_ledger.AsOf is not { } now || string.CompareOrdinal(date, Day(now)) <= 0);

    private BriefLine Line(string? date, string text, LedgerSource source) =>
        new(date, text, source.Article ?? "", source.Sentence + 1, source.Article is null ? "" : _words(source), source.Id ?? "");

    private static string Reports(IEnumerable<LedgerSource> sources) =>
        sources.Select(source => source.Article).Distinct(StringComparer.Ordinal).Count() is > 1 and var count ? $" ({count} articles)" : "";

    private static int Weight(string stance) => stance switch { "claims_office" => 6, "recognizes" or "does_not_recognize" => 5, "neutral" => 2, _ => 1 };

    private static string Short(string words, int most) => words.Length <= most ? words : words[..words.LastIndexOf(' ', most)].TrimEnd(',', ' ') + " …";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
