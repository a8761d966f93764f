namespace Demarche.Store;

/// <summary>What became of an article that was given to a store.</summary>
public enum AddOutcome
{
    /// <summary>The store did not know it.</summary>
    Added,

    /// <summary>The store knew the article; another coding of it has taken the place of the old one.</summary>
    Recoded,

    /// <summary>The store has this article with this very record already.</summary>
    Unchanged,
}

/// <summary>What became of an article that was given to a store.</summary>
/// <param name="Id">The article's id in the store: its record's, with the beginning of its digest where another article has that id already.</param>
/// <param name="Outcome">Whether it is new.</param>
/// <param name="CopyOf">The id of the article that it is a copy or a version of; null where it is none.</param>
public sealed record AddResult(string Id, AddOutcome Outcome, string? CopyOf);
