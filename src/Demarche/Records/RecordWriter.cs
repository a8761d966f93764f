using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Entities;
using Demarche.Events;
using Demarche.Places;
using Demarche.Reading;
using Demarche.Times;

namespace Demarche.Records;

/// <summary>Turns a document's layers into its record. The one place where UTF-16 offsets become code points.</summary>
internal static class RecordWriter
{
    public static Record Write(Document document, CoderVersion version)
    {
        var points = new CodePoints(document.Text);
        var keys = new RecordKeys(document.Text);
        var entities = document.Get(Layers.Entities);
        var places = document.Get(Layers.Places).All;
        var sentences = document.Get(Layers.Sentences);
        var stamps = new Stamps(sentences, document.Get(Layers.Times).All);
        return new()
        {
            Id = document.Article.Id,
            Coder = version,
            Source = Source(document.Article, places),
            Text = document.Text,
            Dropped = [.. document.Article.Dropped.Select(dropped => new RecordDropped(dropped.Kind, dropped.Text, points.At(dropped.At)))],
            Sentences = [.. sentences.All.Select(sentence => new RecordSentence(points.At(sentence.Span.Begin), points.At(sentence.Span.End), sentence.Paragraph))],
            Entities = [.. entities.All.Select(entity => EntityOf(entity, points))],
            Events = [.. document.Get(Layers.Events).All.Select(item => EventOf(item, points, keys))],
            Statements = [.. document.Get(Layers.Statements).All.Select(item => new RecordStatement
            {
                Id = item.Id,
                Key = keys.Next("statement", item.Content[0]),
                Kind = RecordNames.Snake(item.Kind),
                Speaker = item.SpeakerHead is { } head ? (entities.HeadedAt(head) ?? entities.Covering(head))?.Id : null,
                SpeakerSpan = item.SpeakerSpan is { } span ? points.Of(span) : null,
                Anonymous = item.Anonymous,
                Cue = item.Cue is { } cue ? points.Of(cue) : null,
                Content = [.. item.Content.Select(points.Of)],
                Within = item.Within,
                Addressee = Ids(item.Addressees.Select(at => entities.HeadedAt(at) ?? entities.Covering(at))),
                Date = StatementDates.Of(item, document, stamps),
                Negated = item.Negated,
            })],
            Positions = [.. document.Get(Layers.Positions).All.Select(item => new RecordPosition
            {
                Id = item.Id,
                Key = keys.Next("position:" + RecordNames.Snake(item.Stance) + ":" + item.Holder.Name, item.Span),
                Holder = item.Holder.Id,
                Toward = item.Toward?.Id,
                Stance = RecordNames.Snake(item.Stance),
                About = item.About,
                Office = item.Office,
                AsOf = item.AsOf,
                Until = item.Until,
                Statement = item.Statement,
                AccordingTo = item.AccordingTo?.Id,
                FromEvent = item.FromEvent,
                Span = points.Of(item.Span),
                Confidence = item.Confidence,
            })],
            Demands = [.. document.Get(Layers.Demands).All.Select(item => new RecordDemand
            {
                Id = item.Id,
                Key = keys.Next("demand", item.Content),
                By = Ids(item.By),
                Of = Ids(item.Of),
                Content = points.Of(item.Content),
                Deadline = item.Deadline,
                Answer = RecordNames.Snake(item.Answer),
                AnswerSpan = item.AnswerSpan is { } answer ? points.Of(answer) : null,
                Span = points.Of(item.Span),
            })],
            Figures = [.. document.Get(Layers.Figures).All.Select(item => new RecordFigure
            {
                Id = item.Id,
                Key = keys.Next("figure", item.Span),
                Kind = RecordNames.Snake(item.Kind),
                Value = item.Value,
                Low = item.Low,
                High = item.High,
                Unit = item.Unit,
                Qualifier = item.Qualifier is { } qualifier ? RecordNames.Snake(qualifier) : null,
                From = Ids(item.From),
                To = Ids(item.To),
                Period = item.Period,
                Statement = item.Statement,
                AccordingTo = item.AccordingTo?.Id,
                Span = points.Of(item.Span),
            })],
            Times = [.. document.Get(Layers.Times).All.Select(item => new RecordTime
            {
                Id = item.Id,
                Begin = points.At(item.Span.Begin),
                End = points.At(item.Span.End),
                Kind = RecordNames.Snake(item.Kind),
                Value = item.Value,
                Resolved = item.Resolved,
            })],
            Places = [.. places.Select(item => new RecordPlace
            {
                Id = item.Id,
                Begin = points.At(item.Span.Begin),
                End = points.At(item.Span.End),
                Name = item.Name,
                Country = item.Country,
                Admin1 = item.Admin1,
                Lat = item.Latitude,
                Lon = item.Longitude,
                Precision = RecordNames.Snake(item.Precision),
                Geonameid = item.GeonameId,
            })],
        };
    }

    private static RecordSource Source(Article article, ImmutableArray<Place> places)
    {
        var source = article.Source;
        return new()
        {
            Uri = source.Uri,
            Publisher = source.Publisher,
            Headline = source.Headline,
            Authors = source.Authors,
            Published = source.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            PublishedAt = source.PublishedAt,
            Retrieved = source.Retrieved,
            Dateline = source.Dateline is { } dateline
                ? new(dateline, article.DatelineSpan is { } span ? places.FirstOrDefault(place => span.Contains(place.Span))?.Id : null)
                : null,
            Language = source.Language,
        };
    }

    /// <summary>The record of an article that is not coded: its source and its text.</summary>
    public static Record WriteUncoded(Article article, CoderVersion version)
    {
        var points = new CodePoints(article.Text);
        return new()
        {
            Id = article.Id,
            Coder = version,
            Source = Source(article, []),
            Text = article.Text,
            Dropped = [.. article.Dropped.Select(dropped => new RecordDropped(dropped.Kind, dropped.Text, points.At(dropped.At)))],
        };
    }

    private static RecordEntity EntityOf(Entity entity, CodePoints points) => new()
    {
        Id = entity.Id,
        Name = entity.Name,
        Kind = RecordNames.Snake(entity.Kind),
        Country = entity.Country,
        Sectors = entity.Sectors,
        Roles = [.. entity.Roles.Select(role => new RecordRole(role.Title, role.Office, RecordNames.Snake(role.Status)))],
        Contested = entity.Contested,
        Place = entity.PlaceId,
        Wikidata = entity.Wikidata,
        Mentions = [.. entity.Mentions.Select(mention => new RecordMention(points.At(mention.Span.Begin), points.At(mention.Span.End), RecordNames.Snake(mention.Form)))],
    };

    private static RecordEvent EventOf(Event item, CodePoints points, RecordKeys keys)
    {
        var scale = EventScales.Of(item);
        return new()
        {
            Id = item.Id,
            Key = keys.Next("event", item.Trigger),
            Type = RecordNames.Upper(item.Type),
            Modes = item.Modes,
            Contexts = item.Contexts,
            Cameo = item.Cameo,
            Quad = scale.Quad,
            Score = scale.Score,
            Goldstein = scale.Goldstein,
            Actor = Ids(item.Actors),
            Recipient = Ids(item.Recipients),
            Date = item.Date,
            DateFrom = item.DateFrom,
            Place = item.Place,
            Status = RecordNames.Snake(item.Status),
            ReportedBy = item.ReportedBy,
            SameAs = item.SameAs,
            Figures = item.Figures,
            Trigger = points.Of(item.Trigger),
            Span = points.Of(item.Span),
            Sentence = item.TriggerHead.Sentence,
            Rule = item.Rule,
            Confidence = item.Confidence,
        };
    }

    private static IReadOnlyList<string> Ids(IEnumerable<Entity?> entities) =>
        [.. entities.Where(entity => entity is not null).Select(entity => entity!.Id).Distinct(StringComparer.Ordinal)];
}
