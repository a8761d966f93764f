using System.Globalization;
using Demarche.Documents;
using Demarche.Statements;
using Demarche.Times;

namespace Demarche.Records;

/// <summary>When a statement was made: the day named beside its cue, else that of its entry's stamp, else the day of publication.</summary>
internal static class StatementDates
{
    public static string? Of(Statement statement, Document document, Stamps stamps)
    {
        if (statement.CueHead is { } cue)
        {
            var sentence = document.Get(Layers.Sentences)[cue.Sentence];
            foreach (var time in document.Get(Layers.Times).All)
            {
                if (time.Sentence != cue.Sentence || time.Kind is TimeKind.Duration or TimeKind.Set || time.Value is null || time.Value.EndsWith("_REF", StringComparison.Ordinal))
                    continue;
                var inContent = statement.Content.Any(part => part.Contains(time.Span));
                if (!inContent && sentence.IsUnder(time.First, cue.Token))
                    return time.Value;
            }
            if (stamps.Of(cue.Sentence) is { } stamp)
                return stamp.Value;
        }
        return document.Article.PublishedAt(statement.Content is [var said, ..] ? said.Begin : 0)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
