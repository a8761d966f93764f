namespace Demarche.Knowledge;

/// <summary>Nouns that leave their sector to the words beside them, and the words that tell one: Knowledge/weak-roles.tsv and modifiers.tsv.</summary>
internal sealed class WeakRoles
{
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _modifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private WeakRoles() => _lookup = _modifiers.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsWeak(RoleNoun role) => role.Sectors.Count == 0 || _nouns.Contains(role.Noun);

    /// <summary>The sector that a word beside a weak noun tells; null where it tells none.</summary>
    public string[]? SectorsOf(ReadOnlySpan<char> key) => key.Length > 0 && _lookup.TryGetValue(key, out var sectors) ? sectors : null;

    public static WeakRoles Load(Lexicon lexicon)
    {
        var roles = new WeakRoles();
        foreach (var row in lexicon.Rows("Knowledge/weak-roles"))
            roles._nouns.Add(row["noun"]);
        foreach (var row in lexicon.Rows("Knowledge/modifiers"))
            roles._modifiers[NameKey.Of(row["modifier"])] = [row["sector"]];
        return roles;
    }
}
