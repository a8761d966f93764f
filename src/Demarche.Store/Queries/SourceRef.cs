namespace Demarche.Store;

#pragma warning disable CS1591 // names are those of docs/record.md; docs/store.md tells what is added

/// <summary>Where an entry is told: the article, the entry in its record, and the words.</summary>
public sealed record SourceRef
{
    public required string Article { get; init; }
    public string? Publisher { get; init; }
    public string? Headline { get; init; }
    public string? Published { get; init; }
    public string? Uri { get; init; }

    /// <summary>The entry's id in the record.</summary>
    public required string Id { get; init; }

    /// <summary>The entry's key, on which reviews hang.</summary>
    public required string Key { get; init; }
    public int Sentence { get; init; }
    public int Begin { get; init; }
    public int End { get; init; }

    /// <summary>The words from begin to end.</summary>
    public required string Words { get; init; }

    /// <summary>The id of the article that this one is a copy of.</summary>
    public string? CopyOf { get; init; }
}
