using Demarche.Knowledge;

namespace Demarche.Statements;

/// <summary>The cues of the knowledge files. A word in a user's file replaces the library's rows of that word.</summary>
internal sealed class CueTable
{
    private readonly Dictionary<string, Cue> _verbs;
    private readonly Dictionary<string, Cue> _nouns;
    private readonly Dictionary<string, Cue> _adjectives;
    private readonly Dictionary<string, HashSet<string>> _phrases = new(StringComparer.Ordinal);

    private CueTable(Lexicon lexicon)
    {
        _verbs = Read(lexicon, "Statements/cues-verbs");
        _nouns = Read(lexicon, "Statements/cues-nouns");
        _adjectives = Read(lexicon, "Statements/cues-adjectives");
        foreach (var row in lexicon.Rows("Statements/cues-phrases"))
        {
            var kind = row["kind"];
            if (!_phrases.TryGetValue(kind, out var words))
                _phrases[kind] = words = new(StringComparer.Ordinal);
            words.UnionWith(row.List("cues"));
        }
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A table is broken.</exception>
    public static CueTable Load(Lexicon lexicon) => new(lexicon);

    /// <summary>The verb, or null. Phrasal verbs stand with their particle: "point out".</summary>
    public Cue? Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    /// <summary>The noun, or null.</summary>
    public Cue? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>The adjective, or null.</summary>
    public Cue? Adjective(string lemma) => _adjectives.GetValueOrDefault(lemma);

    /// <summary>Whether a word stands in the rows of a kind of phrase.</summary>
    public bool Is(string kind, string word) => _phrases.TryGetValue(kind, out var words) && words.Contains(word);

    private static Dictionary<string, Cue> Read(Lexicon lexicon, string path)
    {
        Dictionary<string, Cue> cues = new(StringComparer.Ordinal);
        HashSet<string> users = new(StringComparer.Ordinal);
        foreach (var row in lexicon.Rows(path))
        {
            var cue = ReadFrames(row);
            foreach (var word in row.List("cues"))
            {
                var first = row.File.IsUsers && users.Add(word);
                cues[word] = !first && cues.TryGetValue(word, out var other) ? other.And(cue) : cue;
            }
        }
        return cues;
    }

    private static Cue ReadFrames(TsvRow row)
    {
        var frames = CueFrames.None;
        List<string> prepositions = [];
        foreach (var name in row["frames"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name[0] == '+')
            {
                prepositions.Add(name[1..]);
                continue;
            }
            frames |= name switch
            {
                "quote" => CueFrames.Quote,
                "that" => CueFrames.That,
                "to" => CueFrames.To,
                "objto" => CueFrames.ObjectTo,
                "tellto" => CueFrames.TellTo,
                "obj" => CueFrames.Object,
                "comp" => CueFrames.Complement,
                "objof" => CueFrames.ObjectOf,
                "as" => CueFrames.As,
                "passive" => CueFrames.Passive,
                "chain" => CueFrames.Chain,
                "denies" => CueFrames.Denies,
                "told" => CueFrames.Told,
                _ => throw row.Error($"there is no frame '{name}'; the head of the file lists them."),
            };
        }
        return new(frames, [.. prepositions]);
    }
}
