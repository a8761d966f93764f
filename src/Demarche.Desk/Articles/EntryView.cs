using Demarche.Briefs;
using Demarche.Desk.Wording;
using Demarche.Records;

namespace Demarche.Desk.Articles;

/// <summary>An entry of a record as the desk shows it: its title, its fields in words, and the words that it was read from.</summary>
/// <param name="Layer">entity, statement, event, position, demand, figure, time or place.</param>
/// <param name="Id">The record's id of it.</param>
/// <param name="Title">What it says.</param>
/// <param name="Span">The words that it was read from.</param>
/// <param name="Facts">Its fields; one whose value is an entity's or an entry's id names it as target.</param>
internal sealed record EntryView(string Layer, string Id, string Title, RecordSpan Span, IReadOnlyList<EntryFact> Facts)
{
    /// <summary>The entry's rule, of events.</summary>
    public string? Rule { get; init; }

    /// <summary>The trigger, of events.</summary>
    public RecordSpan? Trigger { get; init; }

    public static EntryView? Find(Record record, string id) => All(record).FirstOrDefault(entry => entry.Id == id);

    /// <summary>All entries, layer by layer, each in the order of the text.</summary>
    public static IEnumerable<EntryView> All(Record record)
    {
        var text = new RecordText(record);
        return
        [
            .. record.Positions.Select(position => Position(text, position)), .. record.Events.Select(item => Event(text, item)), .. record.Statements.Select(statement => Statement(text, statement)),
            .. record.Demands.Select(demand => Demand(text, demand)), .. record.Figures.Select(figure => Figure(text, figure)), .. record.Entities.Select(entity => Entity(text, entity)),
            .. record.Times.Select(time => new EntryView("time", time.Id, text.Words(new(time.Begin, time.End)), new(time.Begin, time.End), Filled(("kind", time.Kind, null), ("value", time.Value, null), ("leads to", time.Resolved, null)))),
            .. record.Places.Select(place => new EntryView("place", place.Id, place.Name, new(place.Begin, place.End), Filled(
                ("country", place.Country is { } code ? Countries.Name(code) : null, null), ("precision", place.Precision, null),
                ("at", place.Lat is { } lat ? FormattableString.Invariant($"{lat:0.##}, {place.Lon:0.##}") : null, null), ("GeoNames", place.Geonameid?.ToString(System.Globalization.CultureInfo.InvariantCulture), null)))),
        ];
    }

    private static EntryView Position(RecordText text, RecordPosition position) => new("position", position.Id,
        position.Stance == "claims_office" ? $"{text.Name(position.Holder)} claims the office" : $"{text.Name(position.Holder)} {Phrases.Stance(position.Stance)} {(position.Toward is { } toward ? (position.Stance == "neutral" ? "toward " : "") + text.Name(toward) : position.About)}",
        position.Span, Filled(
            ("holder", text.Name(position.Holder), position.Holder), ("stance", Phrases.Stance(position.Stance), null), ("toward", Name(text, position.Toward), position.Toward), ("about", position.About, null),
            ("as of", position.AsOf, null), ("until", position.Until, null), ("told by", Name(text, position.AccordingTo), position.AccordingTo), ("in statement", position.Statement, position.Statement), ("inferred from event", position.FromEvent, position.FromEvent),
            ("confidence", Confidence(position.Confidence), null)));

    private static EntryView Event(RecordText text, RecordEvent item) => new("event", item.Id,
        Phrases.Event(item.Type, text.Names(item.Actor) ?? "somebody", text.Names(item.Recipient), item.Actor.Count), item.Span, Filled(
            [("type", string.Join(" · ", new[] { item.Type }.Concat(item.Modes)), null), ("contexts", string.Join(", ", item.Contexts), null), .. item.Actor.Select(id => ("actor", (string?)text.Name(id), (string?)id)),
            .. item.Recipient.Select(id => ("recipient", (string?)text.Name(id), (string?)id)), ("date", item.Date, item.DateFrom is "dateline" or "published" ? null : item.DateFrom), ("place", text.Record.Places.FirstOrDefault(place => place.Id == item.Place)?.Name, item.Place),
            ("status", item.Status, null), ("only told in", item.ReportedBy, item.ReportedBy), ("CAMEO", item.Cameo, null), ("scores", item.Score is null ? null : FormattableString.Invariant($"PLOVER {item.Score:0.#}, Goldstein {item.Goldstein:0.#}"), null),
            ("repeats", item.SameAs, item.SameAs), ("rule", item.Rule, null), ("confidence", Confidence(item.Confidence), null)]))
    {
        Rule = item.Rule,
        Trigger = item.Trigger,
    };

    private static EntryView Statement(RecordText text, RecordStatement statement)
    {
        var first = statement.Content.Count > 0 ? statement.Content[0] : statement.Cue ?? statement.SpeakerSpan ?? default;
        var words = string.Join(" … ", statement.Content.Select(text.Words));
        return new("statement", statement.Id, $"{(statement.Speaker is { } speaker ? text.Name(speaker) : statement.SpeakerSpan is { } span ? text.Words(span) : "Somebody")}: “{Short(words)}”", first, Filled(
            [("speaker", Name(text, statement.Speaker) ?? (statement.SpeakerSpan is { } named ? text.Words(named) : null), statement.Speaker), ("said", words, null), ("kind", statement.Kind + (statement.Anonymous ? ", unnamed source" : "") + (statement.Negated ? ", negated" : ""), null),
            ("cue", statement.Cue is { } cue ? text.Words(cue) : null, null), .. statement.Addressee.Select(id => ("to", (string?)text.Name(id), (string?)id)), ("date", statement.Date, null), ("within", statement.Within, statement.Within)]));
    }

    private static EntryView Demand(RecordText text, RecordDemand demand) => new("demand", demand.Id, $"{text.Names(demand.By) ?? "Somebody"} asks {text.Names(demand.Of) ?? "somebody"}: {Short(text.Words(demand.Content))}", demand.Span, Filled(
        [.. demand.By.Select(id => ("by", (string?)text.Name(id), (string?)id)), .. demand.Of.Select(id => ("of", (string?)text.Name(id), (string?)id)), ("what", text.Words(demand.Content), null), ("deadline", demand.Deadline, null), ("answer", demand.Answer, null),
        ("answer's words", demand.AnswerSpan is { } answer ? text.Words(answer) : null, null)]));

    private static EntryView Figure(RecordText text, RecordFigure figure) => new("figure", figure.Id, FigureWords.Of(figure), figure.Span, Filled(
        [("kind", figure.Kind, null), ("unit", figure.Unit, null), ("according to", Name(text, figure.AccordingTo) ?? "the article itself", figure.AccordingTo), .. figure.From.Select(id => ("from", (string?)text.Name(id), (string?)id)), .. figure.To.Select(id => ("to", (string?)text.Name(id), (string?)id)),
        ("period", figure.Period, null), ("in statement", figure.Statement, figure.Statement)]));

    private static EntryView Entity(RecordText text, RecordEntity entity) => new("entity", entity.Id, entity.Name, entity.Mentions.Count > 0 ? new(entity.Mentions[0].Begin, entity.Mentions[0].End) : default, Filled(
        [("kind", entity.Kind, null), ("country", entity.Country is { } code ? Countries.Name(code) : null, null), ("sectors", string.Join(", ", entity.Sectors), null),
        .. entity.Roles.Select(role => ("role", (string?)$"{role.Title} ({role.Status})", (string?)null)), ("contested", entity.Contested ? "another claims the same office" : null, null), ("Wikidata", entity.Wikidata, null),
        ("named", string.Join(", ", entity.Mentions.Select(mention => text.Words(new(mention.Begin, mention.End))).Distinct(StringComparer.Ordinal).Take(8)), null)]));

    private static string? Name(RecordText text, string? id) => text.Entity(id)?.Name;

    private static string Confidence(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static string Short(string words) => words.Length <= 140 ? words : words[..Math.Max(words.LastIndexOf(' ', 130), 60)] + " …";

    private static IReadOnlyList<EntryFact> Filled(params (string Name, string? Value, string? Target)[] facts) =>
        [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new EntryFact(fact.Name, fact.Value!, fact.Target))];
}

/// <summary>A field of an entry in words, and the entry that it leads to.</summary>
internal sealed record EntryFact(string Name, string Value, string? Target);
