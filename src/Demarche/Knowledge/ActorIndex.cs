namespace Demarche.Knowledge;

/// <summary>
/// Every name and role noun of the tables, found in a run of words, the longest first. The index holds where names stand; what a name
/// stands for is made when it is first found. Filled while tables are loaded, then immutable for those who read it.
/// </summary>
public sealed class ActorIndex
{
    private readonly KeyTable _names = new(32 * 1024);
    // By a name's first word: the mark is how long the longest name is that begins so.
    private readonly KeyTable _longest = new(16 * 1024);
    private readonly KeyTable _surnames = new(8 * 1024);
    private NameEntry[] _entries = new NameEntry[48 * 1024];
    private int _count;
    private ActorName[]?[] _found = [];
    private KnownPerson[]?[] _bearers = [];
    private KnowledgeBase? _knowledge;

    /// <summary>What a whole key stands for; empty where the tables do not know it.</summary>
    public ReadOnlySpan<ActorName> Find(ReadOnlySpan<char> key) => key.Length > 0 && _names.Find(KeyTable.Hash(key)) is >= 0 and var at ? FoundAt(at, key) : [];

    /// <summary>The people whose surname has the key.</summary>
    public ReadOnlySpan<KnownPerson> WithSurname(ReadOnlySpan<char> key) =>
        key.Length > 0 && _surnames.Find(KeyTable.Hash(key)) is >= 0 and var at ? _bearers[at] ??= MakeBearers(at) : [];

    /// <summary>The longest name that begins with a word: how many words it has (0 for none), and what it may stand for.</summary>
    public int Longest(KeyedWords words, int first, int limit, out ReadOnlySpan<ActorName> found)
    {
        found = [];
        var head = words.KeyOf(first, first);
        if (head.Length == 0)
            return 0;
        if (head.IndexOf(' ') is > 0 and var blank)
            head = head[..blank];
        var longest = LongestOf(head);
        // "People's Republic": the clitic belongs to the key's first word.
        if (first + 1 < limit && words.IsClitic(first + 1))
            longest = Math.Max(longest, LongestOf(words.KeyOf(first, first + 1)));
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
            found = Find(words.KeyOf(first, last));
            if (found.Length > 0)
                return last - first + 1;
        }
        return 0;
    }

    /// <summary>The organizations that bear a name.</summary>
    internal IEnumerable<KnownOrganization> OrganizationsNamed(string key)
    {
        List<int> numbers = [];
        foreach (var value in _names.ValuesOf(_names.Find(KeyTable.Hash(key))))
            if (_entries[value] is { Kind: NameEntryKind.Organization } entry && _knowledge!.Organizations.IsCurrent(entry.Owner, entry.Row) && !numbers.Contains(entry.Owner))
                numbers.Add(entry.Owner);
        numbers.Sort();
        return numbers.Select(number => _knowledge!.Organizations[number]);
    }

    internal void AddState(ReadOnlySpan<char> key, int number) => Add(key, new() { Kind = NameEntryKind.State, Owner = number });

    internal void AddOrganization(ReadOnlySpan<char> key, int number, int row, (int Begin, int Length) spelling) =>
        Add(key, new() { Kind = NameEntryKind.Organization, Owner = number, Row = row, Begin = spelling.Begin, Length = spelling.Length });

    internal void AddPerson(ReadOnlySpan<char> key, int number, int row, (int Begin, int Length) spelling)
    {
        Add(key, new() { Kind = NameEntryKind.Person, Owner = number, Row = row, Begin = spelling.Begin, Length = spelling.Length });
        if (key.Length > 0)
            _surnames.Add(KeyTable.Hash(key[(key.LastIndexOf(' ') + 1)..]), number);
    }

    internal void AddRole(ReadOnlySpan<char> key, int row, (int Begin, int Length) spelling, bool isPlural) =>
        Add(key, new() { Kind = isPlural ? NameEntryKind.RolePlural : NameEntryKind.Role, Owner = row, Row = row, Begin = spelling.Begin, Length = spelling.Length });

    /// <summary>Ends the filling.</summary>
    internal void Complete(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _found = new ActorName[]?[_names.Count];
        _bearers = new KnownPerson[]?[_surnames.Count];
    }

    private void Add(ReadOnlySpan<char> key, NameEntry entry)
    {
        if (key.Length == 0)
            return;
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        _entries[_count] = entry;
        _names.Add(KeyTable.Hash(key), _count++);
        var blank = key.IndexOf(' ');
        ref var longest = ref _longest.Mark(_longest.FindOrAdd(KeyTable.Hash(blank < 0 ? key : key[..blank])));
        longest = Math.Max(longest, key.Length);
    }

    private int LongestOf(ReadOnlySpan<char> head) => _longest.Find(KeyTable.Hash(head)) is >= 0 and var at ? _longest.Mark(at) : 0;

    private ActorName[] FoundAt(int at, ReadOnlySpan<char> key) => _found[at] ??= NameEntry.Names(_names.ValuesOf(at), _entries, key.Contains(' '), _knowledge!);

    private KnownPerson[] MakeBearers(int at)
    {
        List<int> numbers = [];
        foreach (var number in _surnames.ValuesOf(at))
            if (!numbers.Contains(number))
                numbers.Add(number);
        numbers.Sort();
        return [.. numbers.Select(number => _knowledge!.People[number])];
    }
}
