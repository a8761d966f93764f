using System.Globalization;

namespace Demarche.Language.Tokens;

/// <summary>Kinds of characters, as tokens care about them.</summary>
internal static class Letters
{
    public static bool IsSpace(char letter) =>
        letter is ' ' or '\n' or '\t' or '\r' or '\u00A0' or '\u200B' or '\uFEFF' or '\u2060' || (letter > 127 && char.IsWhiteSpace(letter)) || (letter < 32);

    /// <summary>Letters and digits, marks and other signs that stay inside words, halves of surrogate pairs.</summary>
    public static bool IsWord(char letter) => letter < 128
        ? char.IsAsciiLetterOrDigit(letter)
        : char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.ModifierLetter or UnicodeCategory.Format or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or '`' or 'ʼ' or '‘' or '´';

    public static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»' or '‹' or '›' || IsApostrophe(letter);

    public static bool IsOpening(char letter) => letter is '(' or '[' or '{' or '<' or '¿' or '¡' or '“' or '„' or '«';

    public static bool IsClosing(char letter) => letter is ')' or ']' or '}' or '>' or '”' or '»';

    public static bool IsCurrency(char letter) => letter == '$' || (letter > 127 && char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol);

    public static bool IsDash(char letter) => letter is '–' or '—' or '―' or '‒';

    public static bool IsHyphen(char letter) => letter is '-' or '‐' or '‑';
}
