namespace Demarche.Language;

/// <summary>
/// A link that the tree implies but does not have: a subject shared by coordinated verbs, the antecedent of a relative
/// pronoun, a controlled subject (enhanced UD, Schuster and Manning 2016).
/// </summary>
/// <param name="Head">The governor's number.</param>
/// <param name="Dependent">The dependent's number.</param>
/// <param name="Relation">The relation, as it would be called in the tree.</param>
public readonly record struct EnhancedArc(int Head, int Dependent, Deprel Relation);
