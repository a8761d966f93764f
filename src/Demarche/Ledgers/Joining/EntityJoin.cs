using Demarche.Knowledge;
using Demarche.Records;

namespace Demarche.Ledgers.Joining;

/// <summary>Somebody, while articles are joined.</summary>
internal sealed class EntityEntry(int number, string name, string kind, string? country)
{
    private int[]? _alone;

    public int Number { get; } = number;
    public string Name { get; set; } = name;
    public string Kind { get; } = kind;
    public string? Country { get; } = country;

    /// <summary>The article that alone tells of it.</summary>
    public string? Article { get; set; }
    public string? Wikidata { get; set; }
    public IReadOnlyList<string> Sectors { get; set; } = [];
    public SortedSet<string>? Offices { get; set; }
    public bool Contested { get; set; }
    public int Articles { get; set; }

    /// <summary>The state that this entity's words and acts count for; the entity itself where there is none.</summary>
    public int Principal { get; set; } = number;

    /// <summary>Its number as a list: most events have one actor and one recipient.</summary>
    public int[] Alone => _alone ??= [Number];

    public string Key => Wikidata ?? (Article is not null ? $"{Kind}::{NameKey.Of(Name)}@{Article}"
        : Kind == "state" && Country is not null ? "state:" + Country : $"{Kind}:{Country}:{EntityJoin.KeyOf(Name)}");

    public string Id => "n" + (Number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// Joins the entities of articles: by Wikidata's id, else by name, country and kind. What has neither name nor country ("officials")
/// stays its article's own.
/// </summary>
internal sealed class EntityJoin
{
    private readonly Dictionary<(string Name, string? Country, string Kind), int> _byName = [];
    private readonly Dictionary<string, int> _byWikidata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly StringPool _pool;
    private readonly HashSet<string> _speakers = new(StringComparer.Ordinal);

    /// <summary>For entities that are joined already and only looked up by number.</summary>
    public EntityJoin() => _pool = new();

    public EntityJoin(Lexicon lexicon, StringPool pool)
    {
        _pool = pool;
        foreach (var row in lexicon.Rows("Ledgers/speakers"))
            _speakers.Add(row["office"]);
    }

    public List<EntityEntry> All { get; } = [];

    /// <summary>The numbers of a record's entities, by their ids in the record.</summary>
    public Dictionary<string, int> Join(Record record)
    {
        var numbers = new Dictionary<string, int>(record.Entities.Count, StringComparer.Ordinal);
        foreach (var entity in record.Entities)
        {
            var entry = All[NumberOf(entity, record.Id)];
            numbers[entity.Id] = entry.Number;
            entry.Articles++;
            if (entry.Sectors.Count == 0 && entity.Sectors.Count > 0)
                entry.Sectors = _pool.Many(entity.Sectors);
            entry.Contested |= entity.Contested;
            foreach (var role in entity.Roles)
                if (role.Office is { } office && role.Status != "former")
                    (entry.Offices ??= new(StringComparer.Ordinal)).Add(_pool.One(office));
            var principal = PrincipalOf(entity);
            if (principal >= 0)
                entry.Principal = principal;
        }
        return numbers;
    }

    /// <summary>The entity that a name stands for: the one most articles speak of where several bear it, or null.</summary>
    public EntityEntry? Named(string name)
    {
        var key = NameKey.Of(name);
        EntityEntry? best = null;
        foreach (var entry in All)
        {
            var own = KeyOf(entry.Name);
            var fits = own == key || (entry.Kind == "person" && own.EndsWith(" " + key, StringComparison.Ordinal));
            if (fits && (best is null || Rank(entry).CompareTo(Rank(best)) > 0))
                best = entry;
        }
        return best;

        (bool, int) Rank(EntityEntry entry) => (KeyOf(entry.Name) == key, entry.Articles);
    }

    private int NumberOf(RecordEntity entity, string article)
    {
        if (entity.Wikidata is { Length: > 0 } known && _byWikidata.TryGetValue(known, out var number))
            return number;
        var country = entity.Country;
        if (entity.Kind == "state" && country is not null && entity.Wikidata is null)
            return StateOf(country, entity.Name);
        if (country is null && entity.Wikidata is null && !HasCapital(entity.Name))
        {
            var own = Add(entity.Name, entity.Kind, null);
            own.Article = article;
            return own.Number;
        }
        var key = (KeyOf(entity.Name), country, entity.Kind);
        if (_byName.TryGetValue(key, out number) && (entity.Wikidata is null || All[number].Wikidata is null))
        {
            if (entity.Wikidata is { Length: > 0 } wikidata)
            {
                All[number].Wikidata = wikidata;
                _byWikidata.Add(wikidata, number);
            }
            return number;
        }
        var entry = Add(entity.Name, entity.Kind, country);
        entry.Wikidata = entity.Wikidata;
        _byName.TryAdd(key, entry.Number);
        if (entity.Wikidata is { Length: > 0 })
            _byWikidata.Add(entity.Wikidata, entry.Number);
        if (entity.Kind == "state" && country is not null)
            _states.TryAdd(country, entry.Number);
        return entry.Number;
    }

    private int StateOf(string country, string? name)
    {
        if (!_states.TryGetValue(country, out var number))
        {
            var entry = Add(name ?? country, "state", country);
            _states.Add(country, number = entry.Number);
        }
        else if (name is not null && All[number].Name == country)
            All[number].Name = name;
        return number;
    }

    // A head of government speaks for the state; while the office is contested nobody is chosen. Ministries speak for it too.
    private int PrincipalOf(RecordEntity entity)
    {
        if (entity.Country is not { Length: 3 } country || country is "IGO" or "NGO" or "MNC" || entity.Contested)
            return -1;
        if (entity.Kind == "person")
        {
            foreach (var role in entity.Roles)
                if (role.Status is "current" or "acting" && role.Office is { } office && office.Length > 4
                    && office.StartsWith(country, StringComparison.Ordinal) && _speakers.Contains(office[4..]))
                    return StateOf(country, null);
            return -1;
        }
        return entity.Kind == "organization" && entity.Sectors.Count > 0 && entity.Sectors[0] == "GOV" ? StateOf(country, null) : -1;
    }

    private EntityEntry Add(string name, string kind, string? country)
    {
        var entry = new EntityEntry(All.Count, _pool.One(name), _pool.One(kind), _pool.Maybe(country));
        All.Add(entry);
        return entry;
    }

    internal static string KeyOf(string name) => NameKey.Of(name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name);

    private static bool HasCapital(string name)
    {
        foreach (var character in name)
            if (char.IsUpper(character))
                return true;
        return false;
    }
}
