using Demarche.Knowledge;

namespace Demarche.Events.RuleLanguage;

/// <summary>
/// All rules, compiled into tables on their trigger, so that a token costs one look-up however many rules there are. A verb pattern
/// that fixes a noun ("issue a warning") stands under the noun, which few patterns share, and not under the verb. Immutable.
/// </summary>
internal sealed class RuleBook
{
    private readonly Dictionary<string, Pattern[]> _verbs;
    private readonly Dictionary<string, Pattern[]> _byNoun;
    private readonly Dictionary<string, Pattern[]> _nouns;
    private readonly Dictionary<string, Pattern[]> _adjectives;
    private readonly Dictionary<string, Pattern[]> _verdicts;
    private readonly HashSet<string> _compoundHeads = new(StringComparer.Ordinal);
    private static readonly Pattern[] Nothing = [];

    private RuleBook(RuleReader reader)
    {
        Patterns = [.. reader.Patterns];
        Examples = [.. reader.Examples];
        RuleCount = reader.Count;
        _verbs = Index(pattern => pattern.Class == TriggerClass.Verb && pattern.FixedNoun is null ? pattern.Triggers : []);
        _byNoun = Index(pattern => pattern.Class == TriggerClass.Verb && pattern.FixedNoun is { } part ? part.Nouns! : []);
        _nouns = Index(pattern => pattern.Class == TriggerClass.Noun ? pattern.Triggers : []);
        _adjectives = Index(pattern => pattern.Class == TriggerClass.Adjective ? pattern.Triggers : []);
        _verdicts = Index(pattern => pattern.Class == TriggerClass.Verdict ? pattern.Triggers : []);
        foreach (var pattern in Patterns)
            foreach (var words in (IEnumerable<IEnumerable<string>?>)[pattern.Triggers, pattern.SubjectPart?.Nouns, pattern.SubjectPart?.Not, .. pattern.Parts.Select(part => part.Nouns), .. pattern.Parts.Select(part => part.Not)])
                foreach (var word in words ?? [])
                    if (word.LastIndexOf('_') is > 0 and var at)
                        _compoundHeads.Add(word[(at + 1)..]);
    }

    public Pattern[] Patterns { get; }

    public RuleExample[] Examples { get; }

    public int RuleCount { get; }

    /// <summary>Reads all rule files of a lexicon.</summary>
    /// <exception cref="LexiconException">A line cannot be read.</exception>
    public static RuleBook Load(Lexicon lexicon)
    {
        var reader = new RuleReader();
        foreach (var file in lexicon.Files("Events/rules/", ".rules"))
            reader.Read(file);
        return new(reader);
    }

    public Pattern[] Verbs(string lemma) => _verbs.GetValueOrDefault(lemma, Nothing);

    /// <summary>Verb patterns that need the noun.</summary>
    public Pattern[] VerbsWith(string noun) => _byNoun.GetValueOrDefault(noun, Nothing);

    public Pattern[] Nouns(string lemma) => _nouns.GetValueOrDefault(lemma, Nothing);

    public Pattern[] Adjectives(string lemma) => _adjectives.GetValueOrDefault(lemma, Nothing);

    public Pattern[] Verdicts(string lemma) => _verdicts.GetValueOrDefault(lemma, Nothing);

    /// <summary>Whether a lemma is the head of an expression such as "martial_law".</summary>
    public bool HeadsExpression(string lemma) => _compoundHeads.Contains(lemma);

    private Dictionary<string, Pattern[]> Index(Func<Pattern, IEnumerable<string>> keys)
    {
        var lists = new Dictionary<string, List<Pattern>>(StringComparer.Ordinal);
        foreach (var pattern in Patterns)
            foreach (var key in keys(pattern))
                if (lists.TryGetValue(key, out var list))
                    list.Add(pattern);
                else
                    lists[key] = [pattern];
        // What asks for more comes first; of equals, the later file: a user's wins over the library's.
        return lists.ToDictionary(
            item => item.Key,
            item => item.Value.Select((pattern, at) => (pattern, at)).OrderByDescending(pair => pair.pattern.Weight).ThenByDescending(pair => pair.at)
                .Select(pair => pair.pattern).ToArray(),
            StringComparer.Ordinal);
    }
}
