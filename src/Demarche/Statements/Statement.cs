using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Statements;

/// <summary>Whether a statement's words are quoted.</summary>
public enum StatementKind : byte
{
    /// <summary>All of it stands in quotation marks.</summary>
    Direct,
    /// <summary>None of it does.</summary>
    Indirect,
    /// <summary>Part of it does.</summary>
    Mixed,
}

/// <summary>
/// Something said, thought or written by somebody, as PolNeAR defines an attribution (Newell, Margolin and Ruths 2018). The
/// speaker is given by the words that name it; who that is, the entity layer says for <see cref="SpeakerHead"/>.
/// </summary>
public sealed record Statement
{
    /// <summary>The record's id: s1, s2 …</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is quoted.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The head token of the words that name the speaker; null where nobody is named. It may stand in another sentence.</summary>
    public TokenRef? SpeakerHead { get; init; }

    /// <summary>The words that name the speaker.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>Whether the speaker is an unnamed source.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The words that tell that something is said ("said", "according to").</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The cue's head token.</summary>
    public TokenRef? CueHead { get; init; }

    /// <summary>What is said; several parts where it is interrupted.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The statement that this one is told in.</summary>
    public string? Within { get; init; }

    /// <summary>Head tokens of those to whom it is said.</summary>
    public ImmutableArray<TokenRef> Addressees { get; init; } = [];

    /// <summary>Whether it was not said ("did not say that", "declined to").</summary>
    public bool Negated { get; init; }

    /// <summary>The number of the sentence in which the content begins.</summary>
    public required int Sentence { get; init; }
}

/// <summary>The statements of a document, in order of their content.</summary>
/// <param name="All">The statements.</param>
public sealed record StatementLayer(ImmutableArray<Statement> All)
{
    /// <summary>The innermost statement whose content holds the offset, or null.</summary>
    public Statement? At(int offset)
    {
        Statement? best = null;
        var shortest = int.MaxValue;
        foreach (var statement in All)
            foreach (var part in statement.Content)
                if (part.Contains(offset) && part.Length < shortest)
                    (best, shortest) = (statement, part.Length);
        return best;
    }
}
