namespace Demarche.Knowledge;

/// <summary>The given names of Knowledge/firstnames.tsv with their gender.</summary>
public sealed class GivenNames
{
    private readonly KeyTable _genders = new(6000);

    private GivenNames()
    {
    }

    /// <summary>m, f, u where both bear it, and '\0' where the table does not know it. The key is <see cref="NameKey"/>'s.</summary>
    public char Gender(ReadOnlySpan<char> key) => _genders.Find(KeyTable.Hash(key)) is >= 0 and var at ? (char)_genders.Mark(at) : '\0';

    /// <summary>Reads the table.</summary>
    public static GivenNames Load(Lexicon lexicon)
    {
        var names = new GivenNames();
        var keys = new CellKeys();
        foreach (var file in lexicon.Files("Knowledge/firstnames", ".tsv"))
        {
            var scan = new TsvScan(file);
            for (int name = -1, gender = -1; scan.MoveNext();)
            {
                if (name < 0)
                    (name, gender) = (scan.Column("name"), scan.Column("gender"));
                names._genders.Mark(names._genders.FindOrAdd(KeyTable.Hash(keys.KeyOf(scan[name])))) = scan[gender] is [var first, ..] ? first : 'u';
            }
        }
        return names;
    }
}
