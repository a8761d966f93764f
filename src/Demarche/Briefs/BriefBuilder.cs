using System.Globalization;
using Demarche.Records;

namespace Demarche.Briefs;

/// <summary>Makes the brief of one record.</summary>
public static class BriefBuilder
{
    /// <summary>The brief of a record.</summary>
    public static Brief Of(Record record)
    {
        var text = new RecordText(record);
        var source = string.Join(", ", new[] { record.Source.Publisher, record.Source.Authors.Count > 0 ? string.Join(" and ", record.Source.Authors) : null }
            .Where(part => part is not null));
        BriefSection[] sections =
        [
            new("happened", "What happened", [.. Events(text, item => item.Status is "actual")]),
            new("possible", "Announced, possible or denied", [.. Events(text, item => item.Status is not "actual")]),
            new("positions", "Who stands where", [.. Positions(text)]),
            new("statements", "Who said what", [.. Statements(text)]),
            new("demands", "Demands and deadlines", [.. Demands(text)]),
            new("figures", "Figures", [.. Figures(text)]),
            new("contested", "Contested", [.. Contested(text)]),
        ];
        return new(record.Source.Headline ?? record.Id, record.Source.Published, source.Length > 0 ? source : null, [.. sections.Where(section => section.Lines.Count > 0)]);
    }

    private static IEnumerable<BriefLine> Events(RecordText text, Func<RecordEvent, bool> wanted) =>
        text.Record.Events.Where(item => item.SameAs is null && item.Actor.Count > 0 && wanted(item))
            .OrderBy(item => item.Date ?? "9999", StringComparer.Ordinal).ThenBy(item => item.Trigger.Begin)
            .Select(item => Line(text, item.Date, item.Span, item.Id, EventWords(text, item)));

    private static string EventWords(RecordText text, RecordEvent item)
    {
        var recipients = text.Names(item.Recipient);
        var act = EventVerbs.Phrase(item.Type, recipients, item.Actor.Count);
        var status = item.Status switch
        {
            "planned" => " (announced)",
            "hypothetical" => " (possible)",
            "negated" => " (not done)",
            _ => "",
        };
        var by = text.Record.Statements.FirstOrDefault(statement => statement.Id == item.ReportedBy);
        var reported = by is null ? "" : by.Speaker is null ? ", it is said" : $", according to {text.Name(by.Speaker)}";
        return $"{text.Names(item.Actor)} {act}{status}{reported}: “{Short(text.Words(item.Span), 100)}”";
    }

    /// <summary>Words cut at a blank, with an ellipsis, where they are longer than may be.</summary>
    private static string Short(string words, int longest) =>
        words.Length <= longest ? words : words[..(words.LastIndexOf(' ', longest) is > 0 and var blank ? blank : longest)] + " …";

    private static IEnumerable<BriefLine> Positions(RecordText text) =>
        text.Record.Positions.OrderByDescending(item => item.Confidence).ThenBy(item => item.Span.Begin)
            .DistinctBy(item => (item.Holder, item.Toward, item.Stance))
            .Select(item => Line(text, item.AsOf, item.Span, item.Id, PositionWords(text, item)));

    private static string PositionWords(RecordText text, RecordPosition item)
    {
        var holder = text.Name(item.Holder);
        var toward = text.Entity(item.Toward)?.Name;
        var matter = item.About is { } about ? $" ({about})" : "";
        var according = item.AccordingTo is { } by ? $", according to {text.Name(by)}" : "";
        return item.Stance switch
        {
            "recognizes" => $"{holder} recognizes {toward}{matter}{according}",
            "does_not_recognize" => $"{holder} does not recognize {toward}{matter}{according}",
            "claims_office" => $"{holder} claims office{matter}{according}",
            "supports" => $"{holder} supports {toward}{according}",
            "opposes" => $"{holder} opposes {toward}{according}",
            _ => toward is null ? $"{holder} stays neutral{matter}{according}" : $"{holder} is neutral toward {toward}{matter}{according}",
        };
    }

    private static IEnumerable<BriefLine> Statements(RecordText text) =>
        text.Record.Statements.Where(item => item.Content.Count > 0 && item.Speaker is not null)
            .Select(item =>
            {
                var words = string.Join(" … ", item.Content.Select(text.Words));
                var to = text.Names(item.Addressee) is { } addressee ? $" to {addressee}" : "";
                var said = item.Negated ? "did not say" : "says";
                return new BriefLine(item.Date, $"{text.Name(item.Speaker)} {said}{to}: {words}", text.Record.Id, text.Sentence(item.Content[0]), words, item.Id);
            });

    private static IEnumerable<BriefLine> Demands(RecordText text) =>
        text.Record.Demands.Select(item =>
        {
            var of = text.Names(item.Of) is { } asked ? $" of {asked}" : "";
            var deadline = item.Deadline is { } day ? $", by {day}" : "";
            return Line(text, item.Deadline, item.Span, item.Id, $"{text.Names(item.By) ?? "somebody"} demands{of}: {text.Words(item.Content)}{deadline} — {item.Answer}");
        });

    private static IEnumerable<BriefLine> Figures(RecordText text) =>
        text.Record.Figures.Where(item => item.Kind is not ("duration" or "distance")).Select(item =>
        {
            var by = item.AccordingTo is { } source ? $", according to {text.Name(source)}" : "";
            var period = item.Period is { } when ? $", {when}" : "";
            return Line(text, null, item.Span, item.Id, $"{FigureWords.Of(item)}{period}{by}");
        });

    private static IEnumerable<BriefLine> Contested(RecordText text) =>
        text.Record.Entities.Where(entity => entity.Contested && entity.Mentions.Count > 0).Select(entity =>
        {
            var roles = string.Join(", ", entity.Roles.Select(role => role.Title).Distinct(StringComparer.Ordinal));
            return Line(text, null, new(entity.Mentions[0].Begin, entity.Mentions[0].End), entity.Id, $"{entity.Name}: {roles}");
        });

    private static BriefLine Line(RecordText text, string? date, RecordSpan span, string id, string words) =>
        new(date, words, text.Record.Id, text.Sentence(span), text.Words(span), id);
}
