using Demarche.Entities;

namespace Demarche.Knowledge;

/// <summary>A noun or phrase that tells what somebody does.</summary>
/// <param name="Noun">The noun or phrase, lower case.</param>
/// <param name="Sectors">PLOVER sectors, the primary first; none where it tells none ("spokesman").</param>
/// <param name="Office">The office's key without its country, where it is one.</param>
/// <param name="Rank">1 for heads of state and government to 5 for ordinary people and ranks.</param>
/// <param name="Row">The table's row.</param>
public sealed record RoleNoun(string Noun, IReadOnlyList<string> Sectors, string? Office, int Rank, TsvRow Row)
{
    /// <summary>What the singular names: a person, a body, people together, or a thing (unknown).</summary>
    public EntityKind Kind { get; init; } = EntityKind.Person;
}

/// <summary>The role nouns of Knowledge/roles*.tsv with their plurals. Rows are indexed where they lie; a role is made when it is first asked for.</summary>
internal sealed class Roles
{
    private readonly RowTable _rows = new(6 * 1024);
    private readonly Lazy<Dictionary<string, EntityKind>> _kinds;
    private RoleNoun?[] _roles = [];

    private Roles(Lexicon lexicon) => _kinds = new(() => Kinds(lexicon));

    /// <summary>A role by its row.</summary>
    public RoleNoun this[int row] => _roles[row] ?? Interlocked.CompareExchange(ref _roles[row], Make(_rows[row]), null) ?? _roles[row]!;

    /// <summary>The file of a row.</summary>
    public LexiconFile FileOf(int row) => _rows.FileOf(row);

    /// <summary>Indexes the tables.</summary>
    public static Roles Load(Lexicon lexicon, ActorIndex names)
    {
        var roles = new Roles(lexicon);
        var keys = new CellKeys();
        foreach (var file in lexicon.Files("Knowledge/roles", ".tsv"))
            roles.Index(file, keys, names);
        roles._roles = new RoleNoun?[roles._rows.Count];
        return roles;
    }

    private void Index(LexiconFile file, CellKeys keys, ActorIndex index)
    {
        int nounColumn = -1, pluralColumn = -1;
        var scan = new TsvScan(file);
        while (scan.MoveNext())
        {
            if (nounColumn < 0)
                (nounColumn, pluralColumn) = (scan.Column("role"), scan.Column("plural"));
            var row = _rows.Add(file, scan);
            var noun = scan[nounColumn];
            index.AddRole(keys.KeyOf(noun), row, file.PlaceOf(noun), isPlural: false);
            var list = scan[pluralColumn];
            while (CellKeys.Next(ref list, out var plural))
                if (!plural.SequenceEqual(noun))
                    index.AddRole(keys.KeyOf(plural), row, file.PlaceOf(plural), isPlural: true);
        }
    }

    private RoleNoun Make(TsvRow row)
    {
        var noun = row["role"];
        return new(noun, row.List("sectors"), row["office"] is { Length: > 0 } office ? office : null, row["rank"] is [>= '1' and <= '5' and var rank] ? rank - '0' : 5, row)
        {
            Kind = _kinds.Value.GetValueOrDefault(noun[(noun.LastIndexOf(' ') + 1)..], EntityKind.Person),
        };
    }

    private static Dictionary<string, EntityKind> Kinds(Lexicon lexicon)
    {
        var kinds = new Dictionary<string, EntityKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in lexicon.Rows("Knowledge/kinds"))
            kinds[row["noun"]] = row["kind"] switch { "organization" => EntityKind.Organization, "group" => EntityKind.Group, "person" => EntityKind.Person, _ => EntityKind.Unknown };
        return kinds;
    }
}
