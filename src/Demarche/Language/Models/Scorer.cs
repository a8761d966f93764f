namespace Demarche.Language.Models;

/// <summary>A linear classifier over hashed features: the shipped model, or the perceptron that is being trained.</summary>
internal abstract class Scorer
{
    /// <summary>Adds every class's score for the features to <paramref name="scores"/>.</summary>
    public abstract void Score(ReadOnlySpan<ulong> features, Span<int> scores);
}
