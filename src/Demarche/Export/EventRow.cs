using System.Globalization;
using Demarche.Records;

namespace Demarche.Export;

/// <summary>An event as one row of a flat table. docs/export.md describes the columns.</summary>
public sealed record EventRow
{
#pragma warning disable CS1591 // the columns are described in docs/export.md, one by one
    public required string Article { get; init; }
    public required string Event { get; init; }
    public required string Key { get; init; }
    public string? Date { get; init; }
    public string? Published { get; init; }
    public string? Publisher { get; init; }
    public string? Headline { get; init; }
    public string? Uri { get; init; }
    public required string Type { get; init; }
    public string? Modes { get; init; }
    public string? Contexts { get; init; }
    public string? Cameo { get; init; }
    public int? Quad { get; init; }
    public double? Score { get; init; }
    public double? Goldstein { get; init; }
    public required string Status { get; init; }
    public string? Actors { get; init; }
    public string? ActorCountries { get; init; }
    public string? ActorSectors { get; init; }
    public string? Recipients { get; init; }
    public string? RecipientCountries { get; init; }
    public string? RecipientSectors { get; init; }
    public string? ReportedBy { get; init; }
    public string? SameAs { get; init; }
    public string? Place { get; init; }
    public string? PlaceCountry { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public double? Killed { get; init; }
    public double? Injured { get; init; }
    public double? Arrested { get; init; }
    public string? Trigger { get; init; }
    public string? Words { get; init; }
    public int Sentence { get; init; }
    public int Begin { get; init; }
    public int End { get; init; }
    public required string Rule { get; init; }
    public double Confidence { get; init; }
#pragma warning restore CS1591

    /// <summary>The events of a record.</summary>
    public static IEnumerable<EventRow> Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Events.Count == 0)
            return [];
        var entities = record.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var places = record.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        var figures = record.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        var statements = record.Statements.ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        var text = new CodePointText(record.Text);
        return record.Events.Select(item => Of(record, item, entities, places, figures, statements, text));
    }

    private static EventRow Of(Record record, RecordEvent item, Dictionary<string, RecordEntity> entities, Dictionary<string, RecordPlace> places,
        Dictionary<string, RecordFigure> figures, Dictionary<string, RecordStatement> statements, CodePointText text)
    {
        RecordEntity[] Known(IEnumerable<string> ids) => [.. ids.Select(entities.GetValueOrDefault).OfType<RecordEntity>()];
        var actors = Known(item.Actor);
        var recipients = Known(item.Recipient);
        var place = item.Place is { } at ? places.GetValueOrDefault(at) : null;
        double? Sum(string kind) => item.Figures.Select(figures.GetValueOrDefault).FirstOrDefault(figure => figure?.Kind == kind)?.Value;
        var reporter = item.ReportedBy is { } told && statements.GetValueOrDefault(told) is { } statement
            ? statement.Speaker is { } speaker ? entities.GetValueOrDefault(speaker)?.Name : statement.SpeakerSpan is { } span ? text.Words(span) : null
            : null;
        return new()
        {
            Article = record.Id,
            Event = item.Id,
            Key = item.Key,
            Date = item.Date,
            Published = record.Source.Published,
            Publisher = record.Source.Publisher,
            Headline = record.Source.Headline,
            Uri = record.Source.Uri,
            Type = item.Type,
            Modes = Joined(item.Modes),
            Contexts = Joined(item.Contexts),
            Cameo = item.Cameo,
            Quad = item.Quad,
            Score = item.Score,
            Goldstein = item.Goldstein,
            Status = item.Status,
            Actors = Joined(actors.Select(actor => actor.Name)),
            ActorCountries = Joined(actors.Select(actor => actor.Country ?? "")),
            ActorSectors = Joined(actors.Select(actor => string.Join('+', actor.Sectors))),
            Recipients = Joined(recipients.Select(recipient => recipient.Name)),
            RecipientCountries = Joined(recipients.Select(recipient => recipient.Country ?? "")),
            RecipientSectors = Joined(recipients.Select(recipient => string.Join('+', recipient.Sectors))),
            ReportedBy = reporter,
            SameAs = item.SameAs,
            Place = place?.Name,
            PlaceCountry = place?.Country,
            Lat = place?.Lat,
            Lon = place?.Lon,
            Killed = Sum("killed"),
            Injured = Sum("injured"),
            Arrested = Sum("arrested"),
            Trigger = text.Words(item.Trigger),
            Words = text.Words(item.Span),
            Sentence = item.Sentence,
            Begin = item.Span.Begin,
            End = item.Span.End,
            Rule = item.Rule,
            Confidence = item.Confidence,
        };
    }

    // Lists stand in one cell, with | between; where all are empty the cell is.
    private static string? Joined(IEnumerable<string> parts)
    {
        var joined = string.Join('|', parts.Select(part => part.Replace('|', '/')));
        return joined.Trim('|').Length == 0 ? null : joined;
    }

    /// <summary>The cells in the order of the columns.</summary>
    internal IEnumerable<string?> Cells() => EventColumns.All.Select(column => column.Value(this) switch
    {
        null => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        var other => other.ToString(),
    });
}
