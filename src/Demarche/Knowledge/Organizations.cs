namespace Demarche.Knowledge;

/// <summary>An organization or group that the tables know.</summary>
/// <param name="Id">A readable key.</param>
/// <param name="Name">The usual name.</param>
/// <param name="Country">ISO code, or PLOVER's code of an international body.</param>
/// <param name="Sectors">PLOVER sectors, the primary first.</param>
/// <param name="IsGroup">Whether it is a group of people rather than an institution.</param>
/// <param name="Days">When it existed.</param>
/// <param name="Row">The table's row.</param>
public sealed record KnownOrganization(
    string Id, string Name, string? Country, IReadOnlyList<string> Sectors, bool IsGroup, DayRange Days, TsvRow Row);

/// <summary>
/// The organizations of Knowledge/organizations*.tsv, a user's replacing the library's of the same id. Rows are indexed where they
/// lie; an organization is made when it is first asked for.
/// </summary>
public sealed class Organizations
{
    private readonly RowTable _rows = new(4 * 1024);
    // By id: the key's number is the organization's, its mark the row that counts.
    private readonly KeyTable _byId = new(4 * 1024);
    private KnownOrganization?[] _organizations = [];

    private Organizations()
    {
    }

    /// <summary>Every organization with its names.</summary>
    public IEnumerable<(KnownOrganization Organization, string[] Names)> All
    {
        get
        {
            for (var i = 0; i < _organizations.Length; i++)
                yield return (this[i], [.. this[i].Row.List("names").Append(this[i].Name).Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>An organization by its number.</summary>
    internal KnownOrganization this[int number] =>
        _organizations[number] ?? Interlocked.CompareExchange(ref _organizations[number], Make(_rows[_byId.Mark(number)]), null) ?? _organizations[number]!;

    /// <summary>Whether no other row takes a row's place.</summary>
    internal bool IsCurrent(int number, int row) => _byId.Mark(number) == row;

    /// <summary>The file of a row.</summary>
    internal LexiconFile FileOf(int row) => _rows.FileOf(row);

    /// <summary>Indexes the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    internal static Organizations Load(Lexicon lexicon, ActorIndex names)
    {
        var organizations = new Organizations();
        var keys = new CellKeys();
        foreach (var file in lexicon.Files("Knowledge/organizations", ".tsv"))
            organizations.Index(file, keys, names);
        organizations._organizations = new KnownOrganization?[organizations._byId.Count];
        return organizations;
    }

    private void Index(LexiconFile file, CellKeys keys, ActorIndex index)
    {
        int idColumn = -1, nameColumn = -1, namesColumn = -1;
        var scan = new TsvScan(file);
        while (scan.MoveNext())
        {
            if (idColumn < 0)
                (idColumn, nameColumn, namesColumn) = (scan.Column("id"), scan.Column("name"), scan.Column("names"));
            var id = scan[idColumn];
            if (id.IsEmpty)
                throw scan.Row.Error("the id is missing: write a short readable key.");
            var known = _byId.Count;
            var number = _byId.FindOrAdd(KeyTable.Hash(keys.TextOf(id)));
            if (number < known && !file.IsUsers)
                throw scan.Row.Error($"the id '{scan.Row["id"]}' stands twice: rename one.");
            var row = _byId.Mark(number) = _rows.Add(file, scan);
            var list = scan[namesColumn];
            while (CellKeys.Next(ref list, out var other))
                index.AddOrganization(keys.KeyOf(other), number, row, file.PlaceOf(other));
            index.AddOrganization(keys.KeyOf(scan[nameColumn]), number, row, file.PlaceOf(scan[nameColumn]));
        }
    }

    private static KnownOrganization Make(TsvRow row) =>
        new(row["id"], row["name"], row["country"] is { Length: > 0 } country ? country : null, row.List("sectors"), row["kind"] == "group", DayRange.Read(row, "since", "until"), row);
}
