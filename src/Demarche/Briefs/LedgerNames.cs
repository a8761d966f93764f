using Demarche.Ledgers;

namespace Demarche.Briefs;

/// <summary>The ledger's ids in words.</summary>
internal sealed class LedgerNames
{
    private readonly Dictionary<string, LedgerEntity> _entities;
    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);

    public LedgerNames(Ledger ledger)
    {
        _entities = ledger.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        foreach (var entity in _entities.Values)
            if (entity is { Kind: "state", Country: { } country })
                _countries.TryAdd(country, entity.Name);
    }

    public string Of(string? id) => id is not null && _entities.TryGetValue(id, out var entity) ? entity.Name : "somebody";

    /// <summary>Whether it is told who this is, beyond a description.</summary>
    public bool IsNamed(string id) => _entities.TryGetValue(id, out var entity) && (entity.Country is not null || entity.Wikidata is not null);

    /// <summary>The state that somebody's acts count for, else himself.</summary>
    public string Principal(string id) => _entities.TryGetValue(id, out var entity) ? entity.SpeaksFor ?? id : id;

    public string Country(string code) => _countries.GetValueOrDefault(code, code);

    /// <summary>"A, B and C".</summary>
    public string List(IEnumerable<string> ids, int most, string nobody = "somebody")
    {
        var names = ids.Select(Of).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > most)
            return string.Join(", ", names.Take(most)) + $" and {names.Count - most} others";
        return names.Count switch
        {
            0 => nobody,
            1 => names[0],
            _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
        };
    }

    /// <summary>"VEN:president" → "president of Venezuela".</summary>
    public string Office(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? key : $"{key[(colon + 1)..].Replace('_', ' ')} of {Country(key[..colon])}";
    }

    public string Stance(string stance, bool isPlural) => (stance, isPlural) switch
    {
        ("recognizes", false) => "recognizes",
        ("recognizes", true) => "recognize",
        ("does_not_recognize", false) => "does not recognize",
        ("does_not_recognize", true) => "do not recognize",
        ("claims_office", false) => "claims the office",
        ("claims_office", true) => "claim the office",
        ("supports", false) => "supports",
        ("supports", true) => "support",
        ("opposes", false) => "opposes",
        ("opposes", true) => "oppose",
        (_, false) => "is neutral toward",
        _ => "are neutral toward",
    };
}
