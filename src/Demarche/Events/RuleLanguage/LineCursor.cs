using Demarche.Knowledge;

namespace Demarche.Events.RuleLanguage;

/// <summary>Reads a line of a rule file word by word, and knows where it is for messages. Mutable, for one line.</summary>
internal sealed class LineCursor
{
    private int _at;
    private int _wordAt;

    public LineCursor(string file, int number, string text)
    {
        File = file;
        Number = number;
        var end = text.AsSpan().TrimEnd();
        Text = end.Length > 0 && end[0] != '#' ? end.ToString() : "";
        Keyword = TryNext() ?? "";
    }

    public string File { get; }

    public int Number { get; }

    public string Text { get; }

    /// <summary>The line's first word; "" for an empty line or a comment.</summary>
    public string Keyword { get; }

    public string? TryNext()
    {
        while (_at < Text.Length && char.IsWhiteSpace(Text[_at]))
            _at++;
        _wordAt = _at;
        if (_at == Text.Length)
            return null;
        // A set in braces is one word, whatever white space it has.
        var depth = 0;
        while (_at < Text.Length && (depth > 0 || !char.IsWhiteSpace(Text[_at])))
            depth += Text[_at++] switch { '{' => 1, '}' => -1, _ => 0 };
        return Text[_wordAt.._at];
    }

    public string Next(string what) => TryNext() ?? throw Error($"the line ends where {what} should stand.");

    public LexiconException Error(string problem) => new(File, Number, $"column {_wordAt + 1}: {problem}");
}
