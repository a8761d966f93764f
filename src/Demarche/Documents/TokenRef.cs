namespace Demarche.Documents;

/// <summary>Points at one token of a document.</summary>
/// <param name="Sentence">The sentence's number, from 0.</param>
/// <param name="Token">The token's number in its sentence, from 0.</param>
public readonly record struct TokenRef(int Sentence, int Token) : IComparable<TokenRef>
{
    /// <summary>Orders by reading order.</summary>
    public int CompareTo(TokenRef other) => Sentence != other.Sentence ? Sentence.CompareTo(other.Sentence) : Token.CompareTo(other.Token);
}
