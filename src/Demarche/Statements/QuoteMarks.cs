namespace Demarche.Statements;

/// <summary>What a character may do as a quotation mark, judged by its neighbours.</summary>
internal static class QuoteMarks
{
    /// <summary>The family of a mark: '"' for double marks, '\'' for single ones, else '\0'.</summary>
    public static char Family(char mark) => mark switch
    {
        '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂' => '"',
        '\'' or '‘' or '’' or '‚' or '‛' or '`' => '\'',
        _ => '\0',
    };

    /// <summary>Whether the mark is made to open only.</summary>
    public static bool IsOpener(char mark) => mark is '“' or '„' or '«' or '‘' or '‚' or '`';

    /// <summary>Whether the mark is made to close only.</summary>
    public static bool IsCloser(char mark) => mark is '”' or '»' or '’';

    /// <summary>Whether words may begin right after <paramref name="at"/> and none ends right before it.</summary>
    public static bool LooksOpening(string text, int at, int width)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + width < text.Length ? text[at + width] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '―' or '/' or ':' || Family(before) != '\0')
            && !char.IsWhiteSpace(after) && after is not (',' or '.' or ';' or ')');
    }

    /// <summary>Whether words may end right before <paramref name="at"/> and none begins right after it.</summary>
    public static bool LooksClosing(string text, int at, int width)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + width < text.Length ? text[at + width] : ' ';
        return !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
    }

    /// <summary>How many characters the mark takes: 2 for two single marks that stand for a double one, else 1.</summary>
    public static int Width(string text, int at) =>
        text[at] is '\'' or '`' or '’' or '‘' && at + 1 < text.Length && text[at + 1] == text[at] ? 2 : 1;
}
