using Demarche.Documents;

namespace Demarche.Language.Tokens;

/// <summary>Cuts a word into its parts: contractions and possessives, numbers with a unit.</summary>
internal static class WordParts
{
    /// <summary>Whether a word of letters alone is one token.</summary>
    public static bool IsWhole(ReadOnlySpan<char> word, TokenTables tables) => tables.Contraction(word) == 0;

    public static void Split(ReadOnlySpan<char> text, int begin, int end, TokenTables tables, List<TextSpan> tokens)
    {
        if (begin >= end)
            return;
        var word = text[begin..end];
        var cut = Cut(word, tables);
        if (cut <= 0 || cut >= word.Length)
        {
            tokens.Add(new(begin, end));
            return;
        }
        Split(text, begin, begin + cut, tables, tokens);
        tokens.Add(new(begin + cut, end));
    }

    private static int Cut(ReadOnlySpan<char> word, TokenTables tables)
    {
        for (var i = word.Length - 1; i > 0; i--)
            if (Letters.IsApostrophe(word[i]))
                return Clitic(word, i);
        if (char.IsDigit(word[0]) && !char.IsDigit(word[^1]))
        {
            var digits = 1;
            while (digits < word.Length && (char.IsDigit(word[digits]) || word[digits] is '.' or ',' or ':'))
                digits++;
            return digits < word.Length && tables.IsUnit(word[digits..]) ? digits : 0;
        }
        return tables.Contraction(word);
    }

    /// <summary>Where a clitic begins that has its apostrophe at <paramref name="at"/>, 0 if it is none.</summary>
    private static int Clitic(ReadOnlySpan<char> word, int at)
    {
        var rest = word[(at + 1)..];
        if (rest.Length == 1)
        {
            switch (rest[0])
            {
                case 't' or 'T' when at > 1 && word[at - 1] is 'n' or 'N':
                    return at - 1;
                case 's' or 'S':
                    return char.IsDigit(word[at - 1]) && word[at - 1] == '0' && at is 2 or 4 ? 0 : at;
                case 'm' or 'M' or 'd' or 'D':
                    return at;
            }
        }
        return rest.Length == 2 && (rest.Equals("re", StringComparison.OrdinalIgnoreCase) || rest.Equals("ve", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("ll", StringComparison.OrdinalIgnoreCase)) ? at : 0;
    }
}
