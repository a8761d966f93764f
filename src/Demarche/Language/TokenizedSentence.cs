using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>A token before it is tagged.</summary>
/// <param name="Span">Where it stands in the text; the words of a contraction written as one may share a span.</param>
/// <param name="Form">Its letters.</param>
public readonly record struct RawToken(TextSpan Span, string Form);

/// <summary>A sentence whose tokens are given.</summary>
/// <param name="Paragraph">The number of its paragraph, from 0.</param>
/// <param name="Tokens">Its tokens, in order, at least one.</param>
public sealed record TokenizedSentence(int Paragraph, ImmutableArray<RawToken> Tokens)
{
    /// <summary>From the first token's begin to the last one's end.</summary>
    public TextSpan Span => new(Tokens[0].Span.Begin, Tokens[^1].Span.End);
}
