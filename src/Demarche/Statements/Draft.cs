using Demarche.Documents;

namespace Demarche.Statements;

/// <summary>A statement in the making.</summary>
internal sealed class Draft(int sentence)
{
    /// <summary>The cue's sentence; the content's where there is no cue.</summary>
    public int Sentence { get; } = sentence;

    /// <summary>The cue's head token, or -1.</summary>
    public int CueToken { get; init; } = -1;

    /// <summary>The cue's words.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Whether the cue may bring in words in quotation marks.</summary>
    public bool MayQuote { get; init; }

    /// <summary>What the cue has taken as content; none for phrases, quotations and layout.</summary>
    public CueFrames Frame { get; init; }

    /// <summary>Whether the cue is an infinitive of its own: "to condemn the raid".</summary>
    public bool IsInfinitive { get; init; }

    /// <summary>
    /// Whether it tells of an attitude or an act more than of words: inside another statement it belongs to what is said there
    /// ("he said that the party supports the bill" has one speaker).
    /// </summary>
    public bool IsWeak => Cue is not null && Frame != CueFrames.None
        && ((!MayQuote && Frame != CueFrames.ObjectOf) || IsInfinitive || (Frame & (CueFrames.Object | CueFrames.To)) != 0);

    /// <summary>"crossed the river to attack the town": an infinitive with a mere object tells of an aim, not of words.</summary>
    public bool IsPurpose => IsInfinitive && (Frame & (CueFrames.Object | CueFrames.To)) != 0;

    /// <summary>Whether the statement was not made.</summary>
    public bool Negated { get; init; }

    /// <summary>Who speaks.</summary>
    public Speaker Speaker { get; set; } = Speaker.Nobody;

    /// <summary>The parts of the content.</summary>
    public List<TextSpan> Content { get; set; } = [];

    /// <summary>Those it is said to.</summary>
    public List<TokenRef> Addressees { get; init; } = [];

    /// <summary>Whether a part of the content overlaps a range.</summary>
    public bool Touches(TextSpan span)
    {
        foreach (var part in Content)
            if (part.Overlaps(span))
                return true;
        return false;
    }
}

/// <summary>The words that name a speaker.</summary>
/// <param name="Head">Their head; for a relative pronoun the head of the noun phrase that it stands for.</param>
/// <param name="Span">The words.</param>
/// <param name="Anonymous">Whether they describe an unnamed source.</param>
internal readonly record struct Speaker(TokenRef? Head, TextSpan? Span, bool Anonymous)
{
    /// <summary>Nobody is named.</summary>
    public static Speaker Nobody => default;
}
