using Demarche.Documents;

namespace Demarche.Language.Tokens;

/// <summary>A run of tokens that make a sentence.</summary>
internal readonly record struct TokenRange(int Begin, int End, int Paragraph);

/// <summary>
/// Finds the sentences among the tokens of a text. A blank line ends a paragraph and a sentence; stops, question and
/// exclamation marks end a sentence together with the quotes and brackets that close after them, unless an abbreviation, an
/// initial, or a reporting clause shows that it goes on.
/// </summary>
internal sealed class SentenceSplitter(TokenTables tables)
{
    /// <summary>No sentence has more tokens; a longer one is cut, after a mark if there is one.</summary>
    public const int LongestSentence = 200;

    private const int ShortLine = 60;

    /// <summary>Adds the sentences in order.</summary>
    public void Split(ReadOnlySpan<char> text, List<TextSpan> tokens, List<TokenRange> sentences)
    {
        int begin = 0, paragraph = 0, lastMark = 0, lineBegin = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var isParagraph = i == 0;
            if (i > 0)
            {
                var lines = Lines(text[tokens[i - 1].End..tokens[i].Begin]);
                if (lines > 1 || (lines == 1 && IsLineEnd(text, tokens, lineBegin, i)))
                {
                    Add(sentences, begin, i, paragraph);
                    begin = i;
                    if (lines > 1)
                    {
                        paragraph++;
                        isParagraph = true;
                    }
                }
                if (lines > 0)
                    lineBegin = i;
            }
            if (i == begin && UnitBefore(text, tokens, i, isParagraph) is > 0 and var unit)
            {
                Add(sentences, i, i + unit, paragraph);
                begin = i + unit;
                i = begin - 1;
                continue;
            }
            if (i - begin >= LongestSentence)
            {
                var cut = lastMark > begin ? lastMark : i;
                Add(sentences, begin, cut, paragraph);
                begin = cut;
            }
            if (tokens[i].Length == 1 && text[tokens[i].Begin] is ',' or ';' or ':' or '.')
                lastMark = i + 1;
            if (!MayEnd(text, tokens[i]))
                continue;
            var last = AfterClosing(text, tokens, i);
            if (!Ends(text, tokens, begin, i, last))
                continue;
            Add(sentences, begin, last + 1, paragraph);
            begin = last + 1;
            i = last;
        }
        Add(sentences, begin, tokens.Count, paragraph);
    }

    /// <summary>The tokens of the dateline or stamp before a sentence, which are a unit of their own; 0 where there is none.</summary>
    private int UnitBefore(ReadOnlySpan<char> text, List<TextSpan> tokens, int at, bool isParagraph) =>
        isParagraph && DatelineBreak.Length(text, tokens, at) is > 0 and var dateline ? dateline : StampBreak.Length(text, tokens, at, tables);

    private static void Add(List<TokenRange> sentences, int begin, int end, int paragraph)
    {
        if (end > begin)
            sentences.Add(new(begin, end, paragraph));
    }

    private static bool MayEnd(ReadOnlySpan<char> text, TextSpan token) => text[token.End - 1] is '.' or '!' or '?' or '…' or '。' or '？' or '！';

    /// <summary>The last of the quotes and brackets that close right after the token.</summary>
    private static int AfterClosing(ReadOnlySpan<char> text, List<TextSpan> tokens, int at)
    {
        var last = at;
        while (last + 1 < tokens.Count && tokens[last + 1].Begin == tokens[last].End && tokens[last + 1].Length <= 2)
        {
            var first = text[tokens[last + 1].Begin];
            if (!Letters.IsClosing(first) && !(Letters.IsQuote(first) && first is not ('“' or '‘' or '«')) && first is not ('.' or '!' or '?'))
                break;
            last++;
        }
        return last;
    }

    private bool Ends(ReadOnlySpan<char> text, List<TextSpan> tokens, int begin, int at, int last)
    {
        var next = last + 1;
        if (next >= tokens.Count)
            return true;
        var word = text[tokens[at].Begin..tokens[at].End];
        var following = text[tokens[next].Begin..tokens[next].End];
        var glued = tokens[next].Begin == tokens[last].End;
        if (Lines(text[tokens[last].End..tokens[next].Begin]) > 0 && word.Length == 1)
            return true;
        var isAbbreviation = word.Length > 1 && char.IsLetter(word[0]) && word[^1] == '.';
        if (isAbbreviation && !EndsAfterAbbreviation(text, tokens, begin, at, last, word, following))
            return false;
        if (glued && word is "." && !char.IsUpper(following[0]))
            return false;
        if (word is "." && at - begin == 1 && IsEnumerator(text[tokens[begin].Begin..tokens[begin].End]))
            return false;
        var first = FirstLetter(text, tokens, next, out var opened);
        if (char.IsLower(first))
            return word is "." && last == at && !opened && !glued && text[tokens[next].Begin] is not ('(' or '[');
        if (first is ',' or ';' or ':' or '-' or '—' or '–')
            return false;
        if (last > at && word[^1] is '?' or '!' or '…' && Letters.IsQuote(text[tokens[at + 1].Begin]) && IsReported(text, tokens, next))
            return false;
        if (word[^1] is '…' || (word.Length > 1 && word[0] == '.'))
            return char.IsUpper(first) || opened;
        return true;
    }

    private bool EndsAfterAbbreviation(ReadOnlySpan<char> text, List<TextSpan> tokens, int begin, int at, int last, ReadOnlySpan<char> word, ReadOnlySpan<char> following)
    {
        var kind = tables.Abbreviation(word);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Other)
            return false;
        if (kind is AbbreviationKind.Number or AbbreviationKind.Month && char.IsDigit(following[0]))
            return false;
        if (last > at)
            return true;
        if (!char.IsUpper(following[0]) && !Letters.IsQuote(following[0]))
            return false;
        if (word.Length == 2 && char.IsUpper(word[0]))
        {
            // "J. Smith", "George W. Bush"; but "vitamin C. The"
            return at > begin && following.Length > 1 && tables.IsStarter(following) && !char.IsUpper(text[tokens[at - 1].Begin]);
        }
        return tables.IsStarter(following) || Letters.IsQuote(following[0]);
    }

    private static bool IsEnumerator(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsDigit(letter))
                return word.Length == 1 && char.IsAsciiLetter(letter);
        return word.Length <= 2;
    }

    /// <summary>The first letter or digit of what follows, quotes and brackets left out.</summary>
    private static char FirstLetter(ReadOnlySpan<char> text, List<TextSpan> tokens, int at, out bool opened)
    {
        opened = false;
        for (var steps = 0; steps < 4 && at < tokens.Count; steps++, at++)
        {
            var first = text[tokens[at].Begin];
            if (!Letters.IsQuote(first) && !Letters.IsOpening(first))
                return first;
            opened = true;
        }
        return 'A';
    }

    /// <summary>Whether a name or pronoun and a verb of speech follow a quotation: "?" Smith asked.</summary>
    private static bool IsReported(ReadOnlySpan<char> text, List<TextSpan> tokens, int at)
    {
        for (var i = at; i < Math.Min(at + 5, tokens.Count); i++)
        {
            var word = text[tokens[i].Begin..tokens[i].End];
            if (word is "said" or "says" or "asked" or "asks" or "told" or "added" or "wrote" or "replied" or "answered" or "wondered" or "shouted" or "cried" or "exclaimed" or "demanded" or "tweeted")
                return true;
            if (!char.IsUpper(word[0]))
                return false;
        }
        return false;
    }

    private static int Lines(ReadOnlySpan<char> gap)
    {
        var lines = 0;
        for (var i = 0; i < gap.Length; i++)
            if (gap[i] == '\n' || (gap[i] == '\r' && (i + 1 == gap.Length || gap[i + 1] != '\n')) || gap[i] is '\u2029' or '\u2028')
                lines += gap[i] == '\u2029' ? 2 : 1;
        return lines;
    }

    /// <summary>Whether a line without a stop ends its sentence: a short line (a heading, a list's item) before one that begins with a capital or a bullet.</summary>
    private static bool IsLineEnd(ReadOnlySpan<char> text, List<TextSpan> tokens, int lineBegin, int at)
    {
        var first = text[tokens[at].Begin];
        if (first is '*' or '•' or '·' or '–' or '—')
            return true;
        if (text[tokens[at - 1].End - 1] is ',' or '-')
            return false;
        return (char.IsUpper(first) || char.IsDigit(first)) && tokens[at - 1].End - tokens[lineBegin].Begin < ShortLine;
    }
}
