using Demarche.Export;
using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Store.Queries;

/// <summary>Entities, articles and words that one answer refers to, each looked up once.</summary>
internal sealed class Lookup(Db db, Packing packing, SharedLookups? shared = null)
{
    private readonly SharedLookups _known = shared ?? new(0);

    public Db Db { get; } = db;

    /// <summary>Counts the changes of the store up to the moment that is read.</summary>
    public long Revision => _known.Revision;

    /// <summary>An entity by number.</summary>
    public EntityRef Entity(long number) => Named(number).Ref;

    /// <summary>The number of for whom an entity speaks; its own where for nobody else.</summary>
    public long Principal(long number) => Named(number).Principal;

    /// <summary>An entity by number, or null.</summary>
    public EntityRef? Maybe(long? number) => number is { } known ? Entity(known) : null;

    /// <summary>The number of a key; null where the store does not know it.</summary>
    public long? Number(string key) => Db.Number("select entity from entity_names where key = ?1", key);

    /// <summary>The words of a span of an article.</summary>
    public string Words(long article, int begin, int end) => Text(article).OneLine(new RecordSpan(begin, end));

    /// <summary>The words of spans written as "12-40,52-60".</summary>
    public string Words(long article, string spans) => string.Join(" … ", spans.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(span =>
    {
        var dash = span.IndexOf('-', StringComparison.Ordinal);
        return Words(article, int.Parse(span.AsSpan(0, dash), System.Globalization.CultureInfo.InvariantCulture), int.Parse(span.AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture));
    }));

    /// <summary>Where an act or a position is told first, looked up once.</summary>
    public string? Evidence(bool isAct, long number, Func<string?> look)
    {
        if (!_known.Evidence.TryGetValue((isAct, number), out var told))
            _known.Evidence[(isAct, number)] = told = look();
        return told;
    }

    /// <summary>All spells of positions.</summary>
    public List<StoredSpell> Spells() => _known.Spells ??= StoredSpell.All(Db, null);

    /// <summary>A key of an entry of an article.</summary>
    public string Key(long article, EntryKey key) => EntryKeys.Whole(key.Kept, key.Layer, key.Kept is string kept && !kept.StartsWith('~') ? "" : Text(article).Words(new(key.Begin, key.End)));

    /// <summary>Where an entry is told.</summary>
    public SourceRef Source(long article, string id, EntryKey key, int sentence, int begin, int end)
    {
        if (!_known.Articles.TryGetValue(article, out var origin))
        {
            origin = Db.First("select a.id, a.publisher, a.headline, a.published, a.uri, o.id from articles a left join articles o on o.num = a.original and o.num <> a.num where a.num = ?1",
                row => new Origin(row.Text(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5)), article)!;
            _known.Articles[article] = origin;
        }
        return new()
        {
            Article = origin.Id,
            Publisher = origin.Publisher,
            Headline = origin.Headline,
            Published = origin.Published,
            Uri = origin.Uri,
            CopyOf = origin.CopyOf,
            Id = id,
            Key = Key(article, key),
            Sentence = sentence,
            Begin = begin,
            End = end,
            Words = Words(article, begin, end),
        };
    }

    /// <summary>An article's text.</summary>
    public CodePointText Text(long article)
    {
        if (!_known.Texts.TryGetValue(article, out var text))
        {
            text = new(Db.Value("select body from bodies where article = ?1", article) is byte[] packed ? packing.Text(packed) : "");
            _known.Texts[article] = text;
        }
        return text;
    }

    private NamedEntity Named(long number)
    {
        if (!_known.Entities.TryGetValue(number, out var entity))
        {
            entity = Db.First("select key, name, kind, country, principal from entities where num = ?1", row => new NamedEntity(new(row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3)), row.Long(4)), number)
                ?? new(new("", "?", "unknown", null), number);
            _known.Entities[number] = entity;
        }
        return entity;
    }
}

/// <summary>What is kept of an entry's key, and the words that give the rest.</summary>
internal readonly record struct EntryKey(object Kept, string Layer, int Begin, int End);
