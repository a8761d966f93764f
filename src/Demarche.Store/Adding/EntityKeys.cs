using Demarche.Knowledge;
using Demarche.Records;

namespace Demarche.Store.Adding;

/// <summary>The keys by which an entity of a record is known over all articles.</summary>
/// <param name="Known">Wikidata's id, or the state's country.</param>
/// <param name="Named">Kind, country and name; null where only the first counts.</param>
/// <param name="IsLocal">Whether it is its article's own: neither name nor country ("officials").</param>
internal readonly record struct EntityKeys(string? Known, string? Named, bool IsLocal)
{
    /// <summary>The keys of an entity, as the ledger joins them.</summary>
    public static EntityKeys Of(RecordEntity entity)
    {
        var known = entity.Wikidata is { Length: > 0 } wikidata ? wikidata : null;
        if (entity.Kind == "state" && entity.Country is { } country)
            return new("state:" + country, null, false);
        var isLocal = entity.Country is null && known is null && !entity.Name.Any(char.IsUpper);
        return new(known, $"{entity.Kind}:{entity.Country}:{Folded(entity.Name)}", isLocal);
    }

    /// <summary>A name as names are compared.</summary>
    public static string Folded(string name) => NameKey.Of(name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name);
}
