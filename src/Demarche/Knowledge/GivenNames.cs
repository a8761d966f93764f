namespace Demarche.Knowledge;

/// <summary>The given names of Knowledge/firstnames.tsv with their gender.</summary>
public sealed class GivenNames
{
    private readonly Dictionary<string, char> _genders = new(6000, StringComparer.Ordinal);

    private GivenNames()
    {
    }

    /// <summary>m, f, u where both bear it, and '\0' where the table does not know it. The key is <see cref="NameKey"/>'s.</summary>
    public char Gender(ReadOnlySpan<char> key) =>
        _genders.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var gender) ? gender : '\0';

    /// <summary>Reads the table.</summary>
    public static GivenNames Load(Lexicon lexicon)
    {
        var names = new GivenNames();
        foreach (var row in lexicon.Rows("Knowledge/firstnames"))
            names._genders[NameKey.Of(row["name"])] = row["gender"] is { Length: > 0 } gender ? gender[0] : 'u';
        return names;
    }
}
