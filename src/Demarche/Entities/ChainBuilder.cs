using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Entities;

/// <summary>
/// Puts the mentions of one document into chains, in reading order: names by the tables' key or their own words, descriptions by
/// apposition, office or head noun, pronouns last. One instance a document.
/// </summary>
internal sealed class ChainBuilder
{
    private readonly KnowledgeBase _knowledge;
    private readonly SentenceList _sentences;
    private readonly StatementLayer _statements;
    private readonly DateOnly? _date;
    private readonly string? _story;
    private readonly Dictionary<string, Chain> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fullNames = new(StringComparer.Ordinal);
    private readonly PronounResolver _pronouns;
    private NameVariants _variants = null!;

    public ChainBuilder(KnowledgeBase knowledge, Document document, string? story)
    {
        _knowledge = knowledge;
        _sentences = document.Get(Layers.Sentences);
        _statements = document.Get(Layers.Statements);
        _date = document.Article.Source.Published;
        _story = story;
        _pronouns = new(_sentences, _statements);
    }

    public List<Chain> Chains { get; } = [];

    /// <summary>Puts all mentions into chains.</summary>
    public void Run(List<MentionDraft> mentions)
    {
        CollectFullNames(mentions);
        _variants = new(_knowledge, mentions);
        foreach (var mention in mentions)
        {
            if (mention.Form == MentionForm.Pronoun)
                continue;
            if (mention.SameAs is { Chain: null } later && later.Form == MentionForm.Name && later.SameAs != mention)
                Name(later);
            if (mention.Chain is not null)
                continue;
            if (mention.Form == MentionForm.Nominal)
                Nominal(mention);
            else
                Name(mention);
        }
        foreach (var chain in Chains)
            chain.Mentions.Sort((one, other) => one.Sentence != other.Sentence ? one.Sentence.CompareTo(other.Sentence) : one.First.CompareTo(other.First));
        _pronouns.Run(mentions, Chains);
    }

    /// <summary>The last word of every full name of a person, so that a surname before or after it finds it.</summary>
    private void CollectFullNames(List<MentionDraft> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Form != MentionForm.Name || mention.NameType != NameType.Person || !mention.Key.Contains(' ', StringComparison.Ordinal))
                continue;
            var words = mention.Key.Split(' ');
            var identity = mention.Answer.Key ?? "person:" + mention.Key;
            // Spanish double surnames: "Padrino López" is Mr. Padrino; Chinese and Korean names: "Kim Jong-un" is Mr. Kim.
            foreach (var part in words.Skip(1).Append(words[0]))
                _fullNames.TryAdd(part, identity);
            _fullNames.TryAdd(string.Join(' ', words.Skip(1)), identity);
        }
    }

    private void Name(MentionDraft mention)
    {
        var key = mention.Answer.Key;
        // A surname is that person's wherever the full name stands, even where the word alone looks like a place or a body.
        if (key?.StartsWith("place:", StringComparison.Ordinal) == true && _fullNames.ContainsKey(mention.Key))
            key = null;
        if (key is null && (mention.NameType == NameType.Person || _fullNames.ContainsKey(mention.Key)))
            key = PersonKey(mention);
        if (mention.NameType == NameType.Place && mention.Answer.Kind == EntityKind.Place)
            key = _variants.OfInitials(mention.Key) ?? key;
        key ??= mention.NameType switch
        {
            NameType.Place => "place:" + mention.Key,
            NameType.Person => "person:" + mention.Key,
            _ => OrganizationKey(mention),
        };
        Put(mention, key);
    }

    private string PersonKey(MentionDraft mention)
    {
        if (_byKey.ContainsKey("person:" + mention.Key))
            return "person:" + mention.Key;
        if (_fullNames.TryGetValue(mention.Key, out var full))
            return full;
        if (_variants.OfEnd(mention.Key) is { } untitled)
            return untitled;
        var words = mention.Key.Split(' ');
        if (words.Length > 1)
        {
            // "Dmitri S. Peskov" and "Dmitri Peskov" are one.
            var shorter = "person:" + words[0] + " " + words[^1];
            if (_byKey.ContainsKey(shorter))
                return shorter;
            return "person:" + mention.Key;
        }
        if (Bearer(mention.Key) is { } person)
        {
            mention.Answer = PersonAtDate.Answer(person, _date);
            return mention.Answer.Key!;
        }
        return "person:" + mention.Key;
    }

    /// <summary>Whom a surname alone means: somebody in office that day, of the story's country before others.</summary>
    private KnownPerson? Bearer(string surname)
    {
        KnownPerson? best = null;
        var bestRank = 0;
        foreach (var person in _knowledge.Names.WithSurname(surname))
        {
            var answer = PersonAtDate.Answer(person, _date);
            var rank = (answer.Role is { Status: not RoleStatus.Former } ? 2 : 0) + (answer.Country == _story ? 3 : 0)
                + (answer.Role?.Office is { } office && (office.EndsWith(":president", StringComparison.Ordinal) || office.EndsWith("prime_minister", StringComparison.Ordinal)) ? 1 : 0);
            if (rank > bestRank && rank >= 3)
                (best, bestRank) = (person, rank);
        }
        return best;
    }

    private string OrganizationKey(MentionDraft mention)
    {
        var key = "org:" + mention.Key;
        return _variants.OfInitials(mention.Key) ?? _variants.OfShorter(mention.Key) ?? key;
    }

    private void Nominal(MentionDraft mention)
    {
        if (mention.SameAs is { Chain: { } chain })
        {
            chain.Add(mention);
            chain.Learn(mention.Answer);
            return;
        }
        if (NominalTarget.Of(mention, _sentences, _knowledge, _story, _date) is { } answer)
        {
            mention.Answer = answer;
            Put(mention, answer.Key!);
            return;
        }
        if (mention.IsDefinite && Antecedent(mention) is { } earlier)
        {
            earlier.Add(mention);
            return;
        }
        Put(mention, "desc:" + mention.Key);
    }

    /// <summary>The latest chain that a definite description with the same head noun points back to.</summary>
    private Chain? Antecedent(MentionDraft mention)
    {
        Chain? best = null;
        foreach (var chain in Chains)
        {
            if (mention.Sentence - chain.Latest.Sentence > 12 || chain.IsPlural != mention.IsPlural && !chain.IsPerson)
                continue;
            if (mention.Answer.Country is { } country && chain.Answer.Country is { } other && country != other)
                continue;
            var fits = chain.Mentions.Exists(earlier => earlier.Lemma == mention.Lemma && earlier.Form == MentionForm.Nominal)
                || !mention.IsPlural && chain.IsPerson && chain.Roles.Exists(role => role.Title.EndsWith(mention.Lemma, StringComparison.Ordinal))
                || !chain.IsPerson && chain.NameKey is { } name && HasWord(name, mention.Lemma);
            if (fits && (best is null || chain.Latest.Sentence >= best.Latest.Sentence))
                best = chain;
        }
        return best;
    }

    private static bool HasWord(string key, string word) =>
        key == word || key.StartsWith(word + " ", StringComparison.Ordinal) || key.EndsWith(" " + word, StringComparison.Ordinal)
        || key.Contains(" " + word + " ", StringComparison.Ordinal);

    private void Put(MentionDraft mention, string key)
    {
        if (!_byKey.TryGetValue(key, out var chain))
        {
            chain = new() { Kind = mention.Answer.Kind, IsPlural = mention.IsPlural };
            _byKey.Add(key, chain);
            Chains.Add(chain);
        }
        chain.Add(mention);
        chain.Learn(mention.Answer);
    }
}
