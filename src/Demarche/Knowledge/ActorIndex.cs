using System.Runtime.InteropServices;

namespace Demarche.Knowledge;

/// <summary>Every name and role noun of the tables, found in a run of words, the longest first. Immutable.</summary>
public sealed class ActorIndex
{
    private readonly Dictionary<string, ActorName[]> _names;
    private readonly Dictionary<string, ActorName[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int> _longest = new(16 * 1024, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longestLookup;
    private readonly Dictionary<string, KnownPerson[]>.AlternateLookup<ReadOnlySpan<char>> _surnameLookup;

    private ActorIndex(Dictionary<string, ActorName[]> names, Dictionary<string, KnownPerson[]> surnames)
    {
        _names = names;
        _surnameLookup = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        _lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestLookup = _longest.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var key in names.Keys)
        {
            var blank = key.IndexOf(' ', StringComparison.Ordinal);
            ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(_longestLookup, blank < 0 ? key : key.AsSpan(0, blank), out _);
            longest = Math.Max(longest, key.Length);
        }
    }

    /// <summary>Puts the tables' names together.</summary>
    public static ActorIndex Build(States states, Organizations organizations, People people, IReadOnlyList<(string Form, RoleNoun Role, bool IsPlural)> roles)
    {
        var names = new Dictionary<string, ActorName[]>(32 * 1024, StringComparer.Ordinal);
        var surnames = new Dictionary<string, KnownPerson[]>(people.All.Count, StringComparer.Ordinal);
        foreach (var (name, state, kind, row) in states.Names)
            Add(name, new() { State = state, StateName = kind, Row = row, Spelling = name });
        foreach (var (organization, spellings) in organizations.All)
            foreach (var spelling in spellings)
                Add(spelling, new() { Organization = organization, Row = organization.Row, Spelling = spelling });
        var bySurname = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (key, spelling, person) in people.Keys)
        {
            var surname = key.AsSpan(key.LastIndexOf(' ') + 1);
            if (surname.Length < key.Length || person.Names.Count == 1)
                AddKey(key, new() { Person = person, Row = person.Tenures[0].Row, Spelling = spelling });
            ref var bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(bySurname, surname, out _);
            if (bearers is null || Array.IndexOf(bearers, person) < 0)
                bearers = bearers is null ? [person] : [.. bearers, person];
        }
        foreach (var (form, role, isPlural) in roles)
            Add(form, new() { Role = role, IsPlural = isPlural, Row = role.Row, Spelling = form });
        return new(names, surnames);

        void Add(string name, ActorName target)
        {
            AddKey(NameKey.Of(name), target.IsName && IsAcronym(name) ? target with { Exact = name.Replace(".", "", StringComparison.Ordinal) } : target);
        }

        void AddKey(string key, ActorName target)
        {
            if (key.Length == 0)
                return;
            ref var targets = ref CollectionsMarshal.GetValueRefOrAddDefault(names, key, out _);
            targets = targets is null ? [target] : [.. targets, target];
        }
    }

    /// <summary>What a whole key stands for; empty where the tables do not know it.</summary>
    public ReadOnlySpan<ActorName> Find(ReadOnlySpan<char> key) => _lookup.TryGetValue(key, out var found) ? found : [];

    /// <summary>The people whose surname has the key.</summary>
    public ReadOnlySpan<KnownPerson> WithSurname(ReadOnlySpan<char> key) => _surnameLookup.TryGetValue(key, out var found) ? found : [];

    /// <summary>The longest name that begins with a word: how many words it has (0 for none), and what it may stand for.</summary>
    public int Longest(KeyedWords words, int first, int limit, out ReadOnlySpan<ActorName> found)
    {
        found = [];
        var head = words.KeyOf(first, first);
        if (head.Length == 0)
            return 0;
        if (head.IndexOf(' ') is > 0 and var blank)
            head = head[..blank];
        _longestLookup.TryGetValue(head, out var longest);
        // "People's Republic": the clitic belongs to the key's first word.
        if (first + 1 < limit && words.IsClitic(first + 1) && _longestLookup.TryGetValue(words.KeyOf(first, first + 1), out var withClitic))
            longest = Math.Max(longest, withClitic);
        if (longest == 0)
            return 0;
        var last = first;
        while (last + 1 < limit && words.KeyOf(first, last + 1).Length <= longest)
            last++;
        for (; last >= first; last--)
        {
            // A run may not end in a hyphen or quote, whose key is empty.
            if (last > first && words.IsEmpty(last))
                continue;
            if (_lookup.TryGetValue(words.KeyOf(first, last), out var targets))
            {
                found = targets;
                return last - first + 1;
            }
        }
        return 0;
    }

    private static bool IsAcronym(string name)
    {
        if (name.Length > 6)
            return false;
        var capitals = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == ' ' || i > 0 && char.IsLower(name[i]))
                return false;
            if (char.IsUpper(name[i]))
                capitals++;
        }
        return capitals >= 2;
    }
}
