namespace Demarche.Desk.Wording;

/// <summary>A snippet's words, and which of them a search found (they stand between U+0002 and U+0003).</summary>
internal static class Found
{
    public static IEnumerable<(string Text, bool IsFound)> Parts(string snippet)
    {
        var from = 0;
        var isFound = false;
        for (var i = 0; i <= snippet.Length; i++)
        {
            if (i < snippet.Length && snippet[i] is not ('\u0002' or '\u0003'))
                continue;
            if (i > from)
                yield return (snippet[from..i], isFound);
            isFound = i < snippet.Length && snippet[i] == '\u0002';
            from = i + 1;
        }
    }
}
