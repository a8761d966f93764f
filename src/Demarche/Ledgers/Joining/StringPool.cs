namespace Demarche.Ledgers.Joining;

/// <summary>Keeps one copy of each string and short list that records repeat.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    public string One(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;
        _known.Add(text);
        return text;
    }

    public string? Maybe(string? text) => text is null ? null : One(text);

    public IReadOnlyList<string> Many(IReadOnlyList<string> list)
    {
        if (list.Count == 0)
            return [];
        var key = list.Count == 1 ? list[0] : string.Join('|', list);
        if (!_lists.TryGetValue(key, out var known))
            _lists.Add(key, known = [.. list.Select(One)]);
        return known;
    }
}
