using System.Collections.Immutable;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Events.RuleLanguage;

/// <summary>Reads rule files (docs/rules.md has the language). One reader reads all files, as they share their word lists.</summary>
internal sealed class RuleReader
{
    private readonly Dictionary<string, string[]> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (EventRule Rule, List<Pattern> Patterns, List<RuleExample> Examples, bool IsUsers)> _rules = new(StringComparer.Ordinal);

    /// <summary>The patterns of all rules, in the order of the files.</summary>
    public IEnumerable<Pattern> Patterns => _rules.Values.SelectMany(rule => rule.Patterns);

    /// <summary>The examples of all rules.</summary>
    public IEnumerable<RuleExample> Examples => _rules.Values.SelectMany(rule => rule.Examples);

    /// <summary>How many rules there are.</summary>
    public int Count => _rules.Count;

    /// <summary>Reads one file.</summary>
    /// <exception cref="LexiconException">A line cannot be read.</exception>
    public void Read(LexiconFile file)
    {
        var lines = file.Text.Split('\n');
        // Lists first, so that a rule may use one that stands below it.
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith("list ", StringComparison.Ordinal))
                ReadList(new LineCursor(file.Origin, i + 1, lines[i]));
        string? current = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = new LineCursor(file.Origin, i + 1, lines[i]);
            switch (line.Keyword)
            {
                case "" or "list":
                    break;
                case "rule":
                    current = ReadRule(line, file.IsUsers);
                    break;
                case "off":
                    if (!_rules.Remove(line.Next("the id of a rule")))
                        throw line.Error("no rule has this id; write the id of a rule that stands in a file before this one.");
                    current = null;
                    break;
                case "verb" or "noun" or "adj" or "verdict":
                    _rules[Within(line, current)].Patterns.Add(new PatternReader(_lists, line).Read(_rules[current!].Rule));
                    break;
                case "ex":
                    _rules[Within(line, current)].Examples.Add(ReadExample(line, current!));
                    break;
                default:
                    throw line.Error($"'{line.Keyword}' is no keyword; a line begins with list, rule, off, verb, noun, adj, verdict, ex or #.");
            }
        }
    }

    private static string Within(LineCursor line, string? current) =>
        current ?? throw line.Error($"'{line.Keyword}' stands before any rule; write a line 'rule ID TYPE' above it.");

    private void ReadList(LineCursor line)
    {
        var name = line.Next("the list's name");
        if (line.Next("'='") != "=")
            throw line.Error("write 'list NAME = word word …'.");
        List<string> words = [];
        while (line.TryNext() is { } word)
            words.AddRange(word[0] == '@' ? Words(_lists, word[1..], line) : [word]);
        _lists[name] = _lists.TryGetValue(name, out var before) ? [.. before, .. words] : [.. words];
    }

    private HashSet<string> Lemmas(string value, LineCursor line)
    {
        HashSet<string> lemmas = new(StringComparer.Ordinal);
        foreach (var word in value.Split('|'))
            if (word.StartsWith('@'))
                lemmas.UnionWith(Words(_lists, word[1..], line));
            else
                lemmas.Add(word);
        return lemmas;
    }

    internal static string[] Words(Dictionary<string, string[]> lists, string name, LineCursor line) =>
        lists.TryGetValue(name, out var words) ? words : throw line.Error($"there is no list '@{name}'; write 'list {name} = …' in this file or in one before it.");

    private string ReadRule(LineCursor line, bool isUsers)
    {
        var id = line.Next("the rule's id, such as request.urge");
        var name = line.Next("the event's type, such as REQUEST, or NONE");
        var blocks = name == "NONE";
        var type = blocks ? default : ReadType(line, name);
        ImmutableArray<string> modes = [], contexts = [];
        string? cameo = null;
        var confidence = 0.8;
        (EventType, ImmutableArray<string>)? also = null;
        HashSet<string>? near = null, without = null;
        PartyTest? actor = null, recipient = null, party = null;
        var priority = 0;
        var agentFromPlace = false;
        while (line.TryNext() is { } setting)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            var value = setting[(equals + 1)..];
            switch (equals < 0 ? "" : setting[..equals])
            {
                case "mode":
                    modes = [.. value.Split('|')];
                    break;
                case "context":
                    contexts = [.. value.Split('|')];
                    break;
                case "cameo":
                    cameo = value;
                    break;
                case "conf" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1:
                    confidence = number;
                    break;
                case "near":
                    near = Lemmas(value, line);
                    break;
                case "without":
                    without = Lemmas(value, line);
                    break;
                case "actor":
                    actor = PartyTest.Read(value, line);
                    break;
                case "recipient":
                    recipient = PartyTest.Read(value, line);
                    break;
                case "party":
                    party = PartyTest.Read(value, line);
                    break;
                case "prio" when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var added) && added is >= -9 and <= 9:
                    priority = added;
                    break;
                case "agent" when value == "place":
                    agentFromPlace = true;
                    break;
                case "also":
                    var colon = value.IndexOf(':', StringComparison.Ordinal);
                    also = (ReadType(line, colon < 0 ? value : value[..colon]), colon < 0 ? [] : [.. value[(colon + 1)..].Split('|')]);
                    break;
                default:
                    throw line.Error($"'{setting}' cannot be read; write mode=…, context=…, cameo=…, conf=0.8, near=word|word, without=word|word, actor=political, recipient=GOV|MIL, party=-person, prio=1, agent=place or also=TYPE:mode.");
            }
        }
        if (_rules.TryGetValue(id, out var other) && !(isUsers && !other.IsUsers))
            throw line.Error($"the id '{id}' is taken by the rule in {other.Rule.Origin}:{other.Rule.Line}; choose another.");
        _rules[id] = (new(id, type, modes, contexts, cameo, confidence, also, near, without, actor, recipient, party, priority, agentFromPlace, blocks, line.File, line.Number), [], [], isUsers);
        return id;
    }

    internal static EventType ReadType(LineCursor line, string name) =>
        Enum.TryParse<EventType>(name, ignoreCase: true, out var type) && char.IsUpper(name[0]) && name.Length > 2
            ? type
            : throw line.Error($"'{name}' is no PLOVER type; write one of {string.Join(", ", Enum.GetNames<EventType>().Select(known => known.ToUpperInvariant()))}.");

    private static RuleExample ReadExample(LineCursor line, string rule)
    {
        var arrow = line.Text.IndexOf(" => ", StringComparison.Ordinal);
        return arrow > 3
            ? new(rule, line.Text[3..arrow].Trim(), line.Text[(arrow + 4)..].Trim(), line.File, line.Number)
            : throw line.Error("an example is written 'ex SENTENCE => TYPE actor > recipient'.");
    }
}
