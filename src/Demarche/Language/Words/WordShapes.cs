namespace Demarche.Language.Words;

/// <summary>What the letters of a word look like, as a small number.</summary>
internal static class WordShapes
{
    /// <summary>How a word is capitalised.</summary>
    public const int Lower = 0, Capitalized = 1, AllCaps = 2, OneCap = 3, Mixed = 4, NoLetters = 5;

    /// <summary>Capitals (3 bits), digits (2 bits: none, some, mostly, all), hyphen, full stop, apostrophe, other mark, length class.</summary>
    public static uint Of(ReadOnlySpan<char> form)
    {
        int upper = 0, lower = 0, digits = 0, letters = 0;
        uint marks = 0;
        foreach (var letter in form)
        {
            if (char.IsUpper(letter)) { upper++; letters++; }
            else if (char.IsLetter(letter)) { lower++; letters++; }
            else if (char.IsDigit(letter)) digits++;
            else marks |= letter switch { '-' or '–' or '—' => 1u, '.' => 2u, '\'' or '’' => 4u, _ => 8u };
        }
        var caps = letters == 0 ? NoLetters
            : upper == 0 ? Lower
            : lower == 0 ? (upper == 1 ? OneCap : AllCaps)
            : upper == 1 && char.IsUpper(form[0]) ? Capitalized : Mixed;
        var numbers = digits == 0 ? 0u : letters == 0 ? 3u : digits >= letters ? 2u : 1u;
        var length = form.Length switch { 1 => 0u, 2 => 1u, <= 4 => 2u, _ => 3u };
        return (uint)caps | (numbers << 3) | (marks << 5) | (length << 9);
    }

    /// <summary>How the word is capitalised, from its shape.</summary>
    public static int Caps(uint shape) => (int)(shape & 7);
}
