namespace Demarche.Numerals;

/// <summary>What sort of letters a <see cref="Piece"/> is made of.</summary>
internal enum PieceKind : byte
{
    Word,
    Number,
    /// <summary>Digits with st, nd, rd or th.</summary>
    Ordinal,
    /// <summary>2019-01-24.</summary>
    IsoDate,
    /// <summary>24/01/2019.</summary>
    NumericDate,
    /// <summary>10:30.</summary>
    Clock,
    Symbol,
}

/// <summary>
/// A run of letters, of digits, or a sign. Finer than a token where a tokenizer keeps "72-hour" or "$20m" together and coarser
/// where it takes "2019-01-24" apart, so that what is found does not hang on how text was split into tokens.
/// </summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Begin">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text, an abbreviation's full stop included.</param>
/// <param name="Token">The token that it begins in.</param>
/// <param name="LastToken">The token that it ends in.</param>
/// <param name="Word">The word's number in the vocabulary, -1 for words that nobody asked for.</param>
/// <param name="Number">The value of digits.</param>
internal readonly record struct Piece(PieceKind Kind, int Begin, int End, int Token, int LastToken, int Word, double Number);
