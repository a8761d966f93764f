using Demarche.Export;
using Demarche.Ledgers;
using Demarche.Ledgers.Joining;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Adding;

/// <summary>A record while its rows are written: the numbers of its entities, its words, its day.</summary>
internal sealed class RecordRows(Db db, long article, Record record, DateOnly? day, IReadOnlyDictionary<string, StoredEntity> entities)
{
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);

    public Db Db { get; } = db;

    public long Article { get; } = article;

    public Record Record { get; } = record;

    public DateOnly? Day { get; } = day;

    public RecordWords Words { get; } = new(record);

    /// <summary>The text, for words exactly as they stand.</summary>
    public CodePointText Text { get; } = new(record.Text);

    /// <summary>The stored entities of ids, without repeats.</summary>
    public List<StoredEntity> Entities(IReadOnlyList<string> ids)
    {
        List<StoredEntity> found = new(ids.Count);
        foreach (var id in ids)
            if (entities.TryGetValue(id, out var entity) && !found.Exists(other => other.Number == entity.Number))
                found.Add(entity);
        return found;
    }

    /// <summary>A stored entity; null where the id is none.</summary>
    public StoredEntity? Entity(string? id) => id is not null && entities.TryGetValue(id, out var entity) ? entity : null;

    /// <summary>The first day of a date; null where there is none.</summary>
    public static DateOnly? FirstDay(string? date) => EdtfDays.Of(date)?.First is { } first && first > DateOnly.MinValue ? first : null;

    /// <summary>A date, where it says more than its day does; else null.</summary>
    public static string? Beyond(string? date, DateOnly? day) => day is { } when && date == EdtfDays.Text(when) ? null : date;

    /// <summary>How sure something is, in ten thousandths, whole where that loses nothing.</summary>
    public static object TenThousandths(double confidence) => Math.Round(confidence * 10_000) is var whole && whole / 10_000 == confidence ? (long)whole : confidence * 10_000;

    /// <summary>The record's place; null where the id is none.</summary>
    public RecordPlace? Place(string? id)
    {
        if (id is not null)
            foreach (var place in Record.Places)
                if (place.Id == id)
                    return place;
        return null;
    }

    /// <summary>The number of a place, which is added where it is new.</summary>
    public long? PlaceNumber(RecordPlace? place)
    {
        if (place is null)
            return null;
        if (_places.TryGetValue(place.Id, out var number))
            return number;
        var known = Db.Number("select num from places where name = ?1 and country = ?2 and admin1 = ?3 and precision = ?4", place.Name, place.Country ?? "", place.Admin1 ?? "", place.Precision);
        number = known ?? Db.Insert("insert into places(name, country, admin1, precision, lat, lon, geonameid) values(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            place.Name, place.Country ?? "", place.Admin1 ?? "", place.Precision, place.Lat, place.Lon, place.Geonameid);
        _places.Add(place.Id, number);
        return number;
    }
}
