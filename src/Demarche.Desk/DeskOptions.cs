using Demarche.Knowledge;

namespace Demarche.Desk;

/// <summary>How a desk is opened.</summary>
public sealed record DeskOptions
{
    /// <summary>The port.</summary>
    public int Port { get; init; } = 5150;

    /// <summary>The address to listen on; the machine's own loopback where it is left out. Any other needs a <see cref="Token"/>.</summary>
    public string? Host { get; init; }

    /// <summary>What a visitor must show; null where whoever reaches the desk may use it.</summary>
    public string? Token { get; init; }

    /// <summary>The knowledge files that what is added is coded by.</summary>
    public Lexicon Lexicon { get; init; } = Lexicon.Default;

    /// <summary>The largest upload, in bytes.</summary>
    public long MaxUploadBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many files one upload may have.</summary>
    public int MaxUploadFiles { get; init; } = 500;

    /// <summary>Whether feeds may be read from addresses of the own machine and network.</summary>
    public bool AllowPrivateFeeds { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
