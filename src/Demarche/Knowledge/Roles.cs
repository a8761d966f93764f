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

/// <summary>The role nouns of Knowledge/roles*.tsv with their plurals.</summary>
public static class Roles
{
    /// <summary>Every form, singular or plural, with its role.</summary>
    public static IEnumerable<(string Form, RoleNoun Role, bool IsPlural)> Load(Lexicon lexicon)
    {
        var kinds = Kinds(lexicon);
        foreach (var row in lexicon.Rows("Knowledge/roles"))
        {
            var role = new RoleNoun(row["role"], row.List("sectors"), row["office"] is { Length: > 0 } office ? office : null,
                row["rank"] is [>= '1' and <= '5' and var rank] ? rank - '0' : 5, row)
            {
                Kind = kinds.GetValueOrDefault(row["role"][(row["role"].LastIndexOf(' ') + 1)..], EntityKind.Person),
            };
            yield return (role.Noun, role, false);
            foreach (var plural in row.List("plural"))
                if (plural != role.Noun)
                    yield return (plural, role, true);
        }
    }

    private static Dictionary<string, EntityKind> Kinds(Lexicon lexicon)
    {
        var kinds = new Dictionary<string, EntityKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in lexicon.Rows("Knowledge/kinds"))
            kinds[row["noun"]] = row["kind"] switch { "organization" => EntityKind.Organization, "group" => EntityKind.Group, "person" => EntityKind.Person, _ => EntityKind.Unknown };
        return kinds;
    }
}
