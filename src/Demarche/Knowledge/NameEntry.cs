using System.Text;

namespace Demarche.Knowledge;

/// <summary>What a name in the tables names, in the order in which one name's meanings are given.</summary>
internal enum NameEntryKind : byte
{
    State,
    Organization,
    Person,
    Role,
    RolePlural,
}

/// <summary>Where a name stands in the tables, and whose it is.</summary>
internal struct NameEntry
{
    /// <summary>What is named.</summary>
    public NameEntryKind Kind;

    /// <summary>The number of the state's name, the organization, the person or the role's row.</summary>
    public int Owner;

    /// <summary>The row.</summary>
    public int Row;

    /// <summary>Where the spelling begins in the row's file.</summary>
    public int Begin;

    /// <summary>How many bytes the spelling has.</summary>
    public int Length;

    /// <summary>What the entries of one key stand for: states, organizations, people, roles, each in the tables' order.</summary>
    public static ActorName[] Names(KeyTable.Values values, NameEntry[] entries, bool isOfSeveralWords, KnowledgeBase knowledge)
    {
        List<(NameEntry Entry, ActorName Name)> found = [];
        foreach (var value in values)
        {
            var entry = entries[value];
            if (entry.Make(isOfSeveralWords, knowledge) is { } name
                && (entry.Kind >= NameEntryKind.Role || entry.Kind == NameEntryKind.State || !found.Exists(other => other.Entry.Kind == entry.Kind && other.Entry.Owner == entry.Owner && other.Name.Spelling == name.Spelling)))
                found.Add((entry, name));
        }
        return [.. found.OrderBy(item => Math.Min((byte)item.Entry.Kind, (byte)NameEntryKind.Role)).ThenBy(item => item.Entry.Kind >= NameEntryKind.Role ? 0 : item.Entry.Owner).Select(item => item.Name)];
    }

    private readonly ActorName? Make(bool isOfSeveralWords, KnowledgeBase knowledge)
    {
        switch (Kind)
        {
            case NameEntryKind.State:
                var (name, state, kind, row) = knowledge.States.Names[Owner];
                return new() { State = state, StateName = kind, Row = row, Spelling = name, Exact = ExactOf(name) };
            case NameEntryKind.Organization:
                if (!knowledge.Organizations.IsCurrent(Owner, Row))
                    return null;
                var spelling = Spelled(knowledge.Organizations.FileOf(Row));
                var organization = knowledge.Organizations[Owner];
                return new() { Organization = organization, Row = organization.Row, Spelling = spelling, Exact = ExactOf(spelling) };
            case NameEntryKind.Person:
                // A single word is a surname or nickname, unless somebody is never called otherwise.
                var person = knowledge.People[Owner];
                return isOfSeveralWords || person.Names.Count == 1
                    ? new() { Person = person, Row = person.Tenures[0].Row, Spelling = Spelled(knowledge.People.FileOf(Row)) } : null;
            default:
                var role = knowledge.Roles[Owner];
                return new() { Role = role, IsPlural = Kind == NameEntryKind.RolePlural, Row = role.Row, Spelling = Spelled(knowledge.Roles.FileOf(Row)) };
        }
    }

    private readonly string Spelled(LexiconFile file) => Encoding.UTF8.GetString(file.Bytes.Slice(Begin, Length));

    private static string? ExactOf(string name) => IsAcronym(name) ? name.Replace(".", "", StringComparison.Ordinal) : null;

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
