using System.Text;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Tests.Statements;

/// <summary>A sentence in which [S speaker], [C cue] and [T content] are marked: "[S The minister] [C said] [T that talks would resume]."</summary>
internal sealed class MarkedSentence
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load();
    private static readonly StatementFinder Finder = StatementFinder.Load(Lexicon.Default);

    private MarkedSentence(string text, string expected) => (Text, Expected) = (text, expected);

    public string Text { get; }

    /// <summary>"speaker | cue | content", parts divided by " … ", without punctuation at their edges.</summary>
    public string Expected { get; }

    public static MarkedSentence Parse(string marked)
    {
        var text = new StringBuilder();
        Dictionary<char, List<string>> roles = new() { ['S'] = [], ['C'] = [], ['T'] = [] };
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '[' && at + 2 < marked.Length && marked[at + 2] == ' ' && roles.TryGetValue(marked[at + 1], out var parts))
            {
                var end = marked.IndexOf(']', at);
                parts.Add(marked[(at + 3)..end]);
                text.Append(marked, at + 3, end - at - 3);
                at = end;
            }
            else
                text.Append(marked[at]);
        }
        return new(text.ToString(), Line(roles['S'], roles['C'], roles['T']));
    }

    public static IReadOnlyList<Statement> Find(string text) => [.. Finder.Find(text, Engine.Analyze(text))];

    public static (SentenceList Sentences, IReadOnlyList<Statement> Statements) Analyze(string text)
    {
        var sentences = Engine.Analyze(text);
        return (sentences, [.. Finder.Find(text, sentences)]);
    }

    /// <summary>The statements of the text, each written as <see cref="Expected"/> is.</summary>
    public IReadOnlyList<string> Found() =>
        [.. Find(Text).Select(statement => Line(Words(statement.SpeakerSpan), Words(statement.Cue), statement.Content.Select(part => part.In(Text))))];

    private IEnumerable<string> Words(TextSpan? span) => span is { } words ? [words.In(Text)] : [];

    private static string Line(IEnumerable<string> speaker, IEnumerable<string> cue, IEnumerable<string> content) =>
        $"{Join(speaker)} | {Join(cue)} | {Join(content)}";

    private static string Join(IEnumerable<string> parts) => string.Join(" … ", parts.Select(part => part.Trim(' ', ',', '.', '"', '“', '”', '?', '!', ':')));
}
