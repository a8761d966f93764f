using System.Globalization;
using Demarche.Export;
using Demarche.Records;

namespace Demarche.Briefs;

/// <summary>Looks up a record's words, names and sentences.</summary>
internal sealed class RecordText
{
    private readonly Dictionary<string, RecordEntity> _entities;
    private readonly CodePointText _text;

    public RecordText(Record record)
    {
        Record = record;
        _entities = record.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        _text = new(record.Text);
    }

    public Record Record { get; }

    /// <summary>The words of a span, on one line.</summary>
    public string Words(RecordSpan span) =>
        string.Join(' ', _text.Words(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a span, as they stand.</summary>
    public string Raw(RecordSpan span) => _text.Words(span);

    /// <summary>The sentence that holds a place in the text; null where there is none.</summary>
    public RecordSpan? SentenceAround(int at) =>
        Record.Sentences.FirstOrDefault(sentence => sentence.Begin <= at && at < sentence.End) is { } found ? new(found.Begin, found.End) : null;

    /// <summary>The number of the sentence that a span begins in, from 1; 0 where there is none.</summary>
    public int Sentence(RecordSpan span)
    {
        for (var i = 0; i < Record.Sentences.Count; i++)
            if (Record.Sentences[i].Begin <= span.Begin && span.Begin < Record.Sentences[i].End)
                return i + 1;
        return 0;
    }

    public RecordEntity? Entity(string? id) => id is not null && _entities.TryGetValue(id, out var entity) ? entity : null;

    public string Name(string? id) => Entity(id)?.Name ?? "somebody";

    /// <summary>Whether a verb of these subjects stands in the plural.</summary>
    public bool IsPlural(IReadOnlyList<string> ids) =>
        ids.Count > 1 || (Entity(ids[0]) is { Kind: "group" } group && group.Name.EndsWith('s'));

    /// <summary>"A, B and C"; null for an empty list.</summary>
    public string? Names(IReadOnlyList<string> ids) => ids.Count switch
    {
        0 => null,
        1 => Name(ids[0]),
        <= 6 => string.Join(", ", ids.Take(ids.Count - 1).Select(Name)) + " and " + Name(ids[^1]),
        _ => string.Join(", ", ids.Take(5).Select(Name)) + string.Create(CultureInfo.InvariantCulture, $" and {ids.Count - 5} others"),
    };
}
