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

    // Events of one sentence share a line: its words come first, since a wrong code must not hide what was written.
    private static IEnumerable<BriefLine> Events(RecordText text, Func<RecordEvent, bool> wanted) =>
        text.Record.Events.Where(item => item.SameAs is null && item.Actor.Count > 0 && wanted(item))
            .GroupBy(item => (item.Date, Sentence: text.Sentence(item.Trigger)))
            .OrderBy(group => group.Key.Date ?? "9999", StringComparer.Ordinal).ThenBy(group => group.Key.Sentence)
            .Select(group =>
            {
                var first = group.First();
                var spans = group.Select(item => item.Span).ToArray();
                var words = ClauseWords.Of(text, spans, group.SelectMany(item => item.Actor.Concat(item.Recipient)));
                return Line(text, group.Key.Date, first.Span, first.Id, words) with { Coded = string.Join("; ", group.Select(item => Coded(text, item)).Distinct(StringComparer.Ordinal)) };
            });

    private static string Coded(RecordText text, RecordEvent item)
    {
        var act = EventVerbs.Phrase(item.Type, text.Names(item.Recipient), text.IsPlural(item.Actor));
        var status = item.Status switch
        {
            "planned" => " (announced)",
            "hypothetical" => " (possible)",
            "negated" => " (not done)",
            _ => "",
        };
        var by = text.Record.Statements.FirstOrDefault(statement => statement.Id == item.ReportedBy);
        var reported = by is null ? "" : by.Speaker is null ? ", it is said" : $", according to {text.Name(by.Speaker)}";
        return $"{text.Names(item.Actor)} {act}{status}{reported}";
    }

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
        text.Record.Statements.Where(item => item.Content.Count > 0 && item.Speaker is not null && !IsToldAsEvent(text, item))
            .Select(item =>
            {
                var words = string.Join(" … ", item.Content.Select(text.Words));
                return new BriefLine(item.Date, $"{text.Name(item.Speaker)} {CueWords.Of(text, item)}: {words}", text.Record.Id, text.Sentence(item.Content[0]), words, item.Id);
            });

    // "Qatar denounced the coup" is told among the events; what was said is no more than the thing denounced.
    private static bool IsToldAsEvent(RecordText text, RecordStatement item) =>
        item.Kind is "indirect" && item.Content is [var only] && text.Words(only).Count(character => character == ' ') < 4
        && text.Record.Events.Any(told => told.Span.Begin < only.End && only.Begin < told.Span.End);

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
