using Demarche.Store;

namespace Demarche.Api.Answers;

/// <summary>Lets callers name somebody as people do.</summary>
internal static class EntityNames
{
    /// <summary>The key itself where the store knows it; else that of the one in most articles whose name has these words; null where nobody has.</summary>
    public static string? KeyOf(StoreQueries queries, string keyOrName)
    {
        if (queries.Entity(keyOrName) is { } known)
            return known.Key;
        var found = queries.Entities(new() { Search = keyOrName, Local = true }, new(0, 20)).Items;
        return (found.FirstOrDefault(entity => string.Equals(entity.Name, keyOrName, StringComparison.OrdinalIgnoreCase)) ?? found.FirstOrDefault())?.Key;
    }
}
