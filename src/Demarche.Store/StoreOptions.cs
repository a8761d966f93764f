using Demarche.Knowledge;

namespace Demarche.Store;

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>The knowledge files that say whose words count for a state.</summary>
    public Lexicon Lexicon { get; init; } = Lexicon.Default;

    /// <summary>How long a call that writes waits, in whole seconds, while another program writes.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The clock: when articles were added and reviews made.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
