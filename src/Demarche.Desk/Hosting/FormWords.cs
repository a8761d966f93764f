using Demarche.Store;

namespace Demarche.Desk.Hosting;

/// <summary>What people write into fields, as the store takes it.</summary>
internal static class FormWords
{
    /// <summary>The words without blanks around them; null where there are none.</summary>
    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The key of the actor who fits a name best; null where nobody does.</summary>
    public static string? KeyOf(CrisisStore store, string name) => store.Queries.Entities(new() { Search = name }, new(0, 1)).Items is [var first, ..] ? first.Key : null;
}
