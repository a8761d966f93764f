using System.Globalization;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Store;

/// <summary>
/// Events in the columns of older data sets, tab-separated, so that scripts that were written for them run. docs/exports.md says what stands in
/// each. Events that did not happen (planned, hypothetical, negated) and events without an actor are left out, as those sets have none.
/// </summary>
public sealed class EventLayout
{
    private readonly (string Name, Func<Line, object?> Value)[] _columns;

    private EventLayout(params (string Name, Func<Line, object?> Value)[] columns) => _columns = columns;

    /// <summary>POLECAT's columns (Halterman and others 2023).</summary>
    public static EventLayout Polecat { get; } = new(
        ("Event ID", line => line.Id), ("Event Date", line => line.Day), ("Event Type", line => line.Event.Type), ("Event Mode", line => string.Join(';', line.Event.Modes)), ("Intensity", line => line.Event.Score),
        ("Quad Code", line => line.Event.Quad), ("Contexts", line => string.Join(';', line.Event.Contexts)),
        ("Actor Name", line => line.Actor?.Name), ("Actor Country", line => line.Actor?.Country), ("Primary Actor Sector", line => line.Actor?.Sectors.FirstOrDefault()), ("Actor Sectors", line => Sectors(line.Actor)),
        ("Actor Title", line => line.Actor?.Roles.FirstOrDefault()?.Title), ("Actor Name Raw", line => line.Raw(line.Actor)), ("Wikipedia Actor ID", line => line.Actor?.Wikidata),
        ("Recipient Name", line => line.Recipient?.Name), ("Recipient Country", line => line.Recipient?.Country), ("Primary Recipient Sector", line => line.Recipient?.Sectors.FirstOrDefault()),
        ("Recipient Sectors", line => Sectors(line.Recipient)), ("Recipient Title", line => line.Recipient?.Roles.FirstOrDefault()?.Title), ("Recipient Name Raw", line => line.Raw(line.Recipient)), ("Wikipedia Recipient ID", line => line.Recipient?.Wikidata),
        ("Placename", line => line.Place?.Name), ("City", line => line.Place is { Precision: "city" } place ? place.Name : null), ("Province", line => line.Place?.Admin1), ("Country", line => line.Place?.Country),
        ("Latitude", line => line.Place?.Lat), ("Longitude", line => line.Place?.Lon), ("GeoNames ID", line => line.Place?.Geonameid), ("Raw Placename", line => line.PlaceWords), ("Feature Type", line => line.Place?.Precision),
        ("Source", line => line.Record.Source.Publisher), ("Publication Date", line => line.Record.Source.Published), ("Story People", line => line.Named("person")), ("Story Organizations", line => line.Named("organization")),
        ("Story Locations", line => string.Join(';', line.Record.Places.Select(place => place.Name).Distinct(StringComparer.Ordinal))), ("Language", line => line.Record.Source.Language ?? "en"), ("Version", line => "demarche " + line.Record.Coder.Version));

    /// <summary>ICEWS' columns (Boschee and others 2015).</summary>
    public static EventLayout Icews { get; } = new(
        ("Event ID", line => line.Id), ("Event Date", line => line.Day), ("Source Name", line => line.Actor?.Name), ("Source Sectors", line => Sectors(line.Actor)), ("Source Country", line => line.Actor?.Country),
        ("Event Text", line => line.Words), ("CAMEO Code", line => line.Event.Cameo), ("Intensity", line => line.Event.Goldstein), ("Target Name", line => line.Recipient?.Name), ("Target Sectors", line => Sectors(line.Recipient)),
        ("Target Country", line => line.Recipient?.Country), ("Story ID", line => line.Record.Id), ("Sentence Number", line => line.Event.Sentence + 1), ("Publisher", line => line.Record.Source.Publisher),
        ("City", line => line.Place is { Precision: "city" } place ? place.Name : null), ("District", _ => null), ("Province", line => line.Place?.Admin1), ("Country", line => line.Place?.Country), ("Latitude", line => line.Place?.Lat), ("Longitude", line => line.Place?.Lon));

    /// <summary>The names of the columns, tabs between.</summary>
    public string Header => string.Join('\t', _columns.Select(column => column.Name));

    /// <summary>The lines of a record, one for each pair of actor and recipient.</summary>
    public IEnumerable<string> Rows(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entities = record.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var text = new CodePointText(record.Text);
        foreach (var item in record.Events)
        {
            if (item.Status != "actual" || item.SameAs is not null || item.Actor.Count == 0)
                continue;
            var number = 0;
            // In reciprocal events all are actors: each deals with each.
            var recipients = item.Recipient.Count > 0 ? item.Recipient : item.Actor.Count > 1 ? item.Actor : [""];
            foreach (var actor in item.Actor)
                foreach (var recipient in recipients)
                    if (actor != recipient && ++number > 0)
                        yield return string.Join('\t', _columns.Select(column => Cell(column.Value(new(record, item, entities.GetValueOrDefault(actor), entities.GetValueOrDefault(recipient), text, number)))));
        }
    }

    private static string? Sectors(RecordEntity? entity) => entity is null ? null : string.Join(';', entity.Sectors);

    private static string Cell(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is not { Length: > 0 } text ? "" : text.IndexOfAny(['\t', '\n', '\r']) < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Line(Record Record, RecordEvent Event, RecordEntity? Actor, RecordEntity? Recipient, CodePointText Text, int Number)
    {
        public string Id => string.Create(CultureInfo.InvariantCulture, $"{Record.Id}#{Event.Id}-{Number}");

        public string? Day => (Event.Date ?? Record.Source.Published) is not { } date ? null : date.Length >= 10 ? date[..10] : date.Length == 7 ? date + "-01" : date.Length == 4 ? date + "-01-01" : null;

        public RecordPlace? Place => Record.Places.FirstOrDefault(place => place.Id == Event.Place);

        public string? PlaceWords => Place is { } place ? Text.Words(new(place.Begin, place.End)) : null;

        public string Words => Text.Words(Event.Span);

        public string? Raw(RecordEntity? entity) => entity?.Mentions.FirstOrDefault(mention => mention.Begin >= Event.Span.Begin && mention.End <= Event.Span.End) is { } mention ? Text.Words(new(mention.Begin, mention.End)) : entity?.Name;

        public string Named(string kind) => string.Join(';', Record.Entities.Where(entity => entity.Kind == kind).Select(entity => entity.Name).Distinct(StringComparer.Ordinal));
    }
}
