using Demarche.Entities;

namespace Demarche.Events.RuleLanguage;

/// <summary>
/// What a party must be: <c>person|state</c> (kinds), <c>MIL|REB</c> (sectors), <c>political</c>, and what it must not be: <c>-person</c>.
/// One of the first must hold, and none of the second. Of whom nothing is known, nothing is asked. Immutable.
/// </summary>
internal sealed class PartyTest
{
    private readonly Terms _any = new();
    private readonly Terms _none = new();

    /// <summary>The test "political".</summary>
    public static PartyTest Political { get; } = Made("political");

    private PartyTest()
    {
    }

    private static PartyTest Made(string word)
    {
        var test = new PartyTest();
        test._any.TryAdd(word);
        return test;
    }

    /// <summary>Reads a test; throws on a word that is no kind, no sector and not "political".</summary>
    /// <exception cref="Knowledge.LexiconException">A word says nothing about parties.</exception>
    public static PartyTest Read(string words, LineCursor line)
    {
        var test = new PartyTest();
        foreach (var word in words.Split('|'))
            if (!(word.StartsWith('-') ? test._none : test._any).TryAdd(word.TrimStart('-')))
                throw line.Error($"'{word}' says nothing about a party; write a kind ({string.Join(", ", Enum.GetNames<EntityKind>().Select(known => known.ToLowerInvariant()))}), "
                    + "a sector (GOV, MIL, REB …), political, or one of these with '-' before it.");
        return test;
    }

    /// <summary>Whether an entity passes.</summary>
    public bool Takes(Entity entity)
    {
        if (entity.Kind == EntityKind.Unknown && entity.Sectors.IsEmpty)
            return true;
        return !_none.Hold(entity) && (_any.IsEmpty || _any.Hold(entity));
    }

    /// <summary>Whether one of the entities passes.</summary>
    public bool TakesOne(List<Entity> entities)
    {
        foreach (var entity in entities)
            if (Takes(entity))
                return true;
        return false;
    }

    private sealed class Terms
    {
        private readonly HashSet<string> _sectors = new(StringComparer.Ordinal);
        private int _kinds;
        private bool _political;

        public bool IsEmpty => _kinds == 0 && _sectors.Count == 0 && !_political;

        public bool TryAdd(string word)
        {
            if (word == "political")
                _political = true;
            else if (word.Length == 3 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && char.IsAsciiLetterUpper(word[2]))
                _sectors.Add(word);
            else if (word.Length > 0 && char.IsAsciiLetterLower(word[0]) && Enum.TryParse<EntityKind>(word, ignoreCase: true, out var kind))
                _kinds |= 1 << (int)kind;
            else
                return false;
            return true;
        }

        public bool Hold(Entity entity)
        {
            if ((_kinds & (1 << (int)entity.Kind)) != 0 || (_political && PoliticalStanding.IsPolitical(entity)))
                return true;
            foreach (var sector in entity.Sectors)
                if (_sectors.Contains(sector))
                    return true;
            return false;
        }
    }
}
