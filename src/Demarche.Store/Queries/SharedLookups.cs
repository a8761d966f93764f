using System.Collections.Concurrent;
using Demarche.Export;

namespace Demarche.Store.Queries;

/// <summary>What answers look up again and again, kept between questions until anything in the store changes.</summary>
internal sealed class SharedLookups(long revision)
{
    private const int MostTexts = 4000;

    public long Revision { get; } = revision;

    public ConcurrentDictionary<long, NamedEntity> Entities { get; } = new();

    public ConcurrentDictionary<long, Origin> Articles { get; } = new();

    public ConcurrentDictionary<long, CodePointText> Texts { get; } = new();

    /// <summary>Where acts and positions are told first, "article#key".</summary>
    public ConcurrentDictionary<(bool IsAct, long Number), string?> Evidence { get; } = new();

    /// <summary>All spells, once somebody asked for them.</summary>
    public volatile List<StoredSpell>? Spells;

    /// <summary>Whether it serves a moment; one with too many texts serves none any more.</summary>
    public bool Serves(long moment) => moment == Revision && Texts.Count < MostTexts;
}

/// <summary>An entity and for whom it speaks.</summary>
internal sealed record NamedEntity(EntityRef Ref, long Principal);

/// <summary>Where an article is from.</summary>
internal sealed record Origin(string Id, string? Publisher, string? Headline, string? Published, string? Uri, string? CopyOf);
