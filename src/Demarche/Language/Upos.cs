namespace Demarche.Language;

/// <summary>Universal part-of-speech tags (universaldependencies.org/u/pos). Named as UD names them.</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // the names are UD's own
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
#pragma warning restore CS1591
}
