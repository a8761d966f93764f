using System.Collections.Immutable;

namespace Demarche.Reading;

/// <summary>What reading one article gave: the article, or the problem that it has.</summary>
public sealed record ReadResult
{
    private ReadResult() { }

    /// <summary>The article; null where it could not be read. An article that is not in English is there beside its problem, and is not to be coded.</summary>
    public Article? Article { get; private init; }

    /// <summary>The problem; null where there is an article.</summary>
    public ReadProblem? Problem { get; private init; }

    /// <summary>What the user should know although the article was read, such as a date that was taken from the file's name.</summary>
    public ImmutableArray<string> Notes { get; private init; } = [];

    /// <summary>An article that was read.</summary>
    public static ReadResult Of(Article article, params ImmutableArray<string> notes) => new() { Article = article, Notes = notes };

    /// <summary>An article that was read but cannot be coded, and why.</summary>
    public static ReadResult Refused(Article article, ReadProblem problem) => new() { Article = article, Problem = problem };

    /// <summary>A problem.</summary>
    public static ReadResult Of(ReadProblem problem) => new() { Problem = problem };
}
