namespace Demarche.Store;

/// <summary>What somebody said about what the coder read.</summary>
/// <param name="Number">Its number in the log.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who.</param>
/// <param name="Article">The article's id; "" for a review of entities over all articles.</param>
/// <param name="Layer">events, statements, positions, demands, figures, entities.</param>
/// <param name="Key">The entry's key, or the entity's.</param>
/// <param name="Action">accept, correct, reject, add, withdraw, merge, unmerge, split.</param>
/// <param name="Before">The entry as it was, JSON; entities and other entries are named by "@" and their keys.</param>
/// <param name="After">The entry as it is to be, JSON.</param>
/// <param name="Note">Why.</param>
public sealed record Review(long Number, string At, string Who, string Article, string Layer, string Key, string Action, string? Before, string? After, string? Note);
