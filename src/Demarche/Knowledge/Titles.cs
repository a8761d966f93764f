namespace Demarche.Knowledge;

/// <summary>A title that stands before a name: "Mr.", "Lt. Gen.", "Sheikh".</summary>
/// <param name="Name">The title.</param>
/// <param name="Gender">m, f or u.</param>
/// <param name="Kind">courtesy, learned, royal, noble, religious, military, police, office, role.</param>
/// <param name="Sector">PLOVER's sector, where it gives one.</param>
public sealed record Title(string Name, char Gender, string Kind, string? Sector);

/// <summary>The titles of Knowledge/titles.tsv.</summary>
public sealed class Titles
{
    private readonly Dictionary<string, Title> _byKey = new(StringComparer.Ordinal);

    private Titles()
    {
    }

    /// <summary>The title with the key, or null.</summary>
    public Title? Find(ReadOnlySpan<char> key) =>
        _byKey.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var title) ? title : null;

    /// <summary>Reads the table.</summary>
    public static Titles Load(Lexicon lexicon)
    {
        var titles = new Titles();
        foreach (var row in lexicon.Rows("Knowledge/titles"))
        {
            var title = new Title(row["title"], row["gender"] is { Length: > 0 } gender ? gender[0] : 'u', row["kind"],
                row["sector"] is { Length: > 0 } sector ? sector : null);
            foreach (var form in row.List("abbreviation").Append(title.Name))
                titles._byKey[NameKey.Of(form)] = title;
        }
        return titles;
    }
}
