using Demarche.Documents;

namespace Demarche.Language.Tokens;

/// <summary>
/// Where a paragraph's dateline ends: "CARACAS, Venezuela — ", "NAIROBI, Aug. 12 (Reuters) - ". What follows is the sentence; with the
/// dateline in it, its first noun would be taken for the subject.
/// </summary>
internal static class DatelineBreak
{
    private const int LongestDateline = 16;

    /// <summary>The number of tokens up to and with the dash; 0 where the paragraph begins with no dateline.</summary>
    public static int Length(ReadOnlySpan<char> text, List<TextSpan> tokens, int begin)
    {
        var first = text[tokens[begin].Begin..tokens[begin].End];
        if (!char.IsUpper(first[0]))
            return 0;
        var isCapitals = first.Length > 2 && !first.ContainsAnyInRange('a', 'z');
        var end = Math.Min(tokens.Count, begin + LongestDateline);
        for (var i = begin + 1; i < end; i++)
        {
            var word = text[tokens[i].Begin..tokens[i].End];
            if (word is "-" && tokens[i].Begin == tokens[i - 1].End && tokens[i + 1 < tokens.Count ? i + 1 : i].Begin == tokens[i].End)
                continue; // PORT-AU-PRINCE
            if (word is "—" or "–" or "―" or "-" or "--")
            {
                var isApart = word[0] is '—' or '―' || i + 1 < tokens.Count && tokens[i + 1].Begin > tokens[i].End && tokens[i].Begin > tokens[i - 1].End;
                var isAgency = text[tokens[i - 1].End - 1] is ')' or ']';
                return isApart && (isCapitals || isAgency) && i + 1 < tokens.Count ? i + 1 - begin : 0;
            }
            // A dateline has names, months, numbers and brackets, and no verb.
            if (char.IsLower(word[0]) && word is not ("de" or "of" or "and" or "du" or "la" or "del" or "el" or "the"))
                return 0;
            if (tokens[i].Begin > tokens[i - 1].End + 1 && text[tokens[i - 1].End..tokens[i].Begin].Contains('\n'))
                return 0;
        }
        return 0;
    }
}
