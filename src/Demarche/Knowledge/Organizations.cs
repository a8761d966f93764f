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

/// <summary>The organizations of Knowledge/organizations*.tsv, a user's replacing the library's of the same id.</summary>
public sealed class Organizations
{
    private readonly Dictionary<string, (KnownOrganization Organization, string[] Names)> _byId = new(StringComparer.Ordinal);

    private Organizations()
    {
    }

    /// <summary>Every organization with its names.</summary>
    public IEnumerable<(KnownOrganization Organization, string[] Names)> All => _byId.Values;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LexiconException">A row is wrong.</exception>
    public static Organizations Load(Lexicon lexicon)
    {
        var organizations = new Organizations();
        foreach (var row in lexicon.Rows("Knowledge/organizations"))
        {
            var organization = new KnownOrganization(row["id"], row["name"], row["country"] is { Length: > 0 } country ? country : null,
                row.List("sectors"), row["kind"] == "group", DayRange.Read(row, "since", "until"), row);
            if (organization.Id.Length == 0)
                throw row.Error("the id is missing: write a short readable key.");
            if (!row.File.IsUsers && organizations._byId.ContainsKey(organization.Id))
                throw row.Error($"the id '{organization.Id}' stands twice: rename one.");
            organizations._byId[organization.Id] = (organization, [.. row.List("names").Append(organization.Name).Distinct(StringComparer.Ordinal)]);
        }
        return organizations;
    }
}
