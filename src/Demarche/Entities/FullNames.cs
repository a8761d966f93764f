namespace Demarche.Entities;

/// <summary>The people of one document by the parts of their full names, so that a surname before or after a full name finds it.</summary>
internal sealed class FullNames
{
    private readonly Dictionary<string, List<(string Identity, char Gender)>> _byPart = new(StringComparer.Ordinal);

    /// <summary>Takes up all full names among the mentions.</summary>
    public void Collect(List<MentionDraft> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Form != MentionForm.Name || mention.NameType != Language.NameType.Person || !mention.Key.Contains(' ', StringComparison.Ordinal))
                continue;
            var words = mention.Key.Split(' ');
            var identity = mention.Answer.Key ?? "person:" + mention.Key;
            // Spanish double surnames: "Padrino López" is Mr. Padrino; Chinese and Korean names: "Kim Jong-un" is Mr. Kim.
            foreach (var part in words.Skip(1).Append(words[0]))
                Add(part, identity, mention.Gender);
            if (words.Length == 2)
                continue;
            Add(string.Join(' ', words.Skip(1)), identity, mention.Gender);
            // "Dmitri S. Peskov" and "Dmitri Peskov" are one, whichever comes first.
            if (words.Length == 3 && words[1].Length == 1)
                Add(words[0] + " " + words[^1], identity, mention.Gender);
        }
    }

    /// <summary>Whether some full name has the part.</summary>
    public bool Has(string part) => _byPart.ContainsKey(part);

    /// <summary>Whose part it is: the first who bears it and is not of another gender; null where nobody does.</summary>
    public string? Find(string part, char gender)
    {
        if (!_byPart.TryGetValue(part, out var bearers))
            return null;
        foreach (var (identity, of) in bearers)
            if (gender == 'u' || of == gender)
                return identity;
        foreach (var (identity, of) in bearers)
            if (of == 'u')
                return identity;
        return bearers.Count == 1 ? bearers[0].Identity : null;
    }

    private void Add(string part, string identity, char gender)
    {
        if (!_byPart.TryGetValue(part, out var bearers))
            _byPart.Add(part, bearers = []);
        if (!bearers.Exists(bearer => bearer.Identity == identity))
            bearers.Add((identity, gender));
    }
}
