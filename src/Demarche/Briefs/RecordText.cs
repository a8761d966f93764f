using System.Globalization;
using Demarche.Records;

namespace Demarche.Briefs;

/// <summary>Looks up a record's words, names and sentences.</summary>
internal sealed class RecordText
{
    private readonly Dictionary<string, RecordEntity> _entities;
    private readonly int[] _offsets;

    public RecordText(Record record)
    {
        Record = record;
        _entities = record.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var offsets = new List<int>(record.Text.Length + 1);
        for (var i = 0; i < record.Text.Length; i++)
            if (i == 0 || !char.IsSurrogatePair(record.Text[i - 1], record.Text[i]))
                offsets.Add(i);
        offsets.Add(record.Text.Length);
        _offsets = [.. offsets];
    }

    public Record Record { get; }

    /// <summary>The words of a span, on one line.</summary>
    public string Words(RecordSpan span) =>
        string.Join(' ', Record.Text[_offsets[span.Begin].._offsets[span.End]].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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

    /// <summary>"A, B and C"; null for an empty list.</summary>
    public string? Names(IReadOnlyList<string> ids) => ids.Count switch
    {
        0 => null,
        1 => Name(ids[0]),
        <= 6 => string.Join(", ", ids.Take(ids.Count - 1).Select(Name)) + " and " + Name(ids[^1]),
        _ => string.Join(", ", ids.Take(5).Select(Name)) + string.Create(CultureInfo.InvariantCulture, $" and {ids.Count - 5} others"),
    };
}
