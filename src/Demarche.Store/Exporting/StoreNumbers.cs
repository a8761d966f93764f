using System.Globalization;
using System.Text.Json;
using Demarche.Store.Files;

namespace Demarche.Store.Exporting;

/// <summary>Numbers that stand for something in one store, in words that hold in every store: keys of entities, what a matter is, what a watch has told.</summary>
internal static class StoreNumbers
{
    /// <summary>A matter of figures.</summary>
    public sealed record Matter(string Kind, string Unit, string Country, string? From, string? To);

    /// <summary>The number of a matter; one of which no figure is left is kept all the same, because a watch waits for one.</summary>
    public static long Of(Db db, Matter matter)
    {
        var (from, to) = (Entity(db, matter.From), Entity(db, matter.To));
        return db.Number("select num from matters where kind = ?1 and unit = ?2 and country = ?3 and from_entity = ?4 and to_entity = ?5", matter.Kind, matter.Unit, matter.Country, from, to)
            ?? db.Insert("insert into matters(kind, unit, country, from_entity, to_entity) values(?1, ?2, ?3, ?4, ?5)", matter.Kind, matter.Unit, matter.Country, from, to);
    }

    /// <summary>What a watch told already, with keys for numbers: a JSON list of a position's holder and whom it is toward, or of a figure's matter and source, and what else tells it from others.</summary>
    public static string Keyed(Db db, string kind, string subject)
    {
        var parts = subject.Split(':');
        return (kind, parts.Length) switch
        {
            ("position", 4) => JsonSerializer.Serialize(new[] { Key(db, parts[0]), Key(db, parts[1]), parts[2], parts[3] }),
            ("figure", 3) when db.First("select m.kind, m.unit, m.country, f.key, t.key from matters m left join entities f on f.num = m.from_entity left join entities t on t.num = m.to_entity where m.num = ?1",
                row => new[] { row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.TextOrNull(4) }, Number(parts[0])) is { } matter => JsonSerializer.Serialize(matter.Concat([parts[1], Key(db, parts[2])])),
            _ => subject,
        };
    }

    /// <summary>The subject in this store again.</summary>
    public static string Numbered(Db db, string kind, string keyed)
    {
        if (!keyed.StartsWith('[') || JsonSerializer.Deserialize<string?[]>(keyed) is not { } parts)
            return keyed;
        return (kind, parts.Length) switch
        {
            ("position", 4) => string.Create(CultureInfo.InvariantCulture, $"{Entity(db, parts[0])}:{Entity(db, parts[1])}:{parts[2]}:{parts[3]}"),
            ("figure", 7) => string.Create(CultureInfo.InvariantCulture, $"{Of(db, new(parts[0]!, parts[1]!, parts[2]!, parts[3], parts[4]))}:{parts[5]}:{Entity(db, parts[6])}"),
            _ => keyed,
        };
    }

    private static long Entity(Db db, string? key) => key is null ? 0 : db.Number("select entity from entity_names where key = ?1", key) ?? 0;

    private static string? Key(Db db, string number) => (string?)db.Value("select key from entities where num = ?1", Number(number));

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
