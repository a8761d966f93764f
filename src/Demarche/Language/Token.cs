using Demarche.Documents;

namespace Demarche.Language;

/// <summary>A word or punctuation mark, with what the language engine found out about it.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Form">Its letters as they stand in the text.</param>
/// <param name="Lemma">Its dictionary form, lower case except for names.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag ("VBD").</param>
/// <param name="Features">Morphological features.</param>
/// <param name="Head">The number of its head in the sentence, -1 for the root.</param>
/// <param name="Relation">Its relation to the head.</param>
public readonly record struct Token(
    TextSpan Span, string Form, string Lemma, Upos Upos, string Xpos, Features Features, int Head, Deprel Relation)
{
    /// <summary>Whether the token has all of the features.</summary>
    public bool Is(Features features) => (Features & features) == features;
}
