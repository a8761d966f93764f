using Demarche.Records;

namespace Demarche.Desk.Articles;

/// <summary>A stretch of an article's text that an entry was read from.</summary>
internal readonly record struct ArticleMark(int Begin, int End, string Layer, string Entry)
{
    /// <summary>Whether marks of this layer are single words or names.</summary>
    public bool IsShort => Layer is "entity" or "place" or "event" or "figure" or "time";
}

/// <summary>All marks of a record.</summary>
internal static class ArticleMarks
{
    public static List<ArticleMark> Of(Record record)
    {
        List<ArticleMark> marks = [];
        foreach (var statement in record.Statements)
            foreach (var content in statement.Content)
                Add(content, "statement", statement.Id);
        foreach (var position in record.Positions)
            Add(position.Span, "position", position.Id);
        foreach (var demand in record.Demands)
            Add(demand.Content, "demand", demand.Id);
        foreach (var entity in record.Entities)
            foreach (var mention in entity.Mentions)
                Add(new(mention.Begin, mention.End), "entity", entity.Id);
        foreach (var place in record.Places)
            Add(new(place.Begin, place.End), "place", place.Id);
        foreach (var time in record.Times)
            Add(new(time.Begin, time.End), "time", time.Id);
        foreach (var figure in record.Figures)
            Add(figure.Span, "figure", figure.Id);
        foreach (var item in record.Events)
            Add(item.Trigger, "event", item.Id);
        return marks;

        void Add(RecordSpan span, string layer, string entry)
        {
            if (span.Begin < span.End)
                marks.Add(new(span.Begin, span.End, layer, entry));
        }
    }
}
